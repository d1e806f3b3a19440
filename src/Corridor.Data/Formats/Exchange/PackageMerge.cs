using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Puts the tables of one package into another.</summary>
public static class PackageMerge
{
    /// <summary>The base with the rows of the addition: a row with the same key takes the place of the old one, others follow at the end.</summary>
    /// <param name="into">The package whose description stays.</param>
    /// <param name="addition">The rows to add.</param>
    /// <param name="report">Counts rows replaced.</param>
    public static EnergySystem Merge(EnergySystem into, EnergySystem addition, FidelityReport report)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(addition);
        ArgumentNullException.ThrowIfNull(report);
        var tables = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> old = table.RowsOf(into), rows = table.RowsOf(addition);
            ColumnSchema[] keys = [.. table.Columns.Where(c => c.IsKey)];
            var place = new Dictionary<string, int>(StringComparer.Ordinal);
            var merged = new List<Row>(old);
            for (int i = 0; i < old.Count; i++)
                place[Key(keys, old[i])] = i;
            foreach (Row row in rows)
            {
                string key = Key(keys, row);
                if (place.TryGetValue(key, out int at))
                {
                    merged[at] = row;
                    report.Approximated(table.Name, "", table.Name, "took the place of a row of the package with the same key", key);
                }
                else
                {
                    place[key] = merged.Count;
                    merged.Add(row);
                }
            }

            tables[table.Name] = merged;
        }

        return PackageSchema.Create(into.Description, tables);
    }

    private static string Key(ColumnSchema[] keys, Row row) => string.Join(" / ", keys.Select(k => CellFormat.Write(k, k.Get(row))));
}
