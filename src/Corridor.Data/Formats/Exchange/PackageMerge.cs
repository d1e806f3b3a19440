using System.Globalization;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Puts the tables of one package into another.</summary>
public static class PackageMerge
{
    /// <summary>
    /// The base with the rows of the addition: a row with the same key takes the place of the old one, unless it was only brought along; others follow at the end.
    /// Indices of prices keep the unit that they have in the base, and prices are converted to it. Null where a finding of severity error stands in the way.
    /// </summary>
    /// <param name="into">The package whose description stays.</param>
    /// <param name="part">The rows to add; its report counts rows replaced, and rows brought along that the package has already.</param>
    /// <param name="findings">Takes what cannot be put together.</param>
    public static EnergySystem? Merge(EnergySystem into, ImportResult part, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(findings);
        FidelityReport report = part.Fidelity;
        int before = findings.Errors;
        EnergySystem addition = new PriceIndexMerge(into, report, findings).Restate(part);
        if (findings.Errors > before)
            return null;
        Dictionary<string, string> renamed = part.BroughtAlong.Contains("sources") ? RenamedSources(into, addition) : [];
        var tables = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> old = table.RowsOf(into), rows = table.RowsOf(addition);
            ColumnSchema[] keys = [.. table.Columns.Where(c => c.IsKey)];
            var place = new Dictionary<string, int>(StringComparer.Ordinal);
            var merged = new List<Row>(old);
            for (int i = 0; i < old.Count; i++)
                place[Key(keys, old[i])] = i;
            foreach (Row given in rows)
            {
                Row row = Renamed(given, renamed);
                string key = Key(keys, row);
                if (place.TryGetValue(key, out int at) && part.BroughtAlong.Contains(table.Name))
                {
                    if (!IsSame(table, merged[at], row))
                        report.Dropped(table.Name, "", "the package has a row with the same key, which stays", key);
                }
                else if (place.TryGetValue(key, out at))
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

    /// <summary>Other ids for sources whose ids stand for other documents in the package: its rows would cite the wrong one.</summary>
    private static Dictionary<string, string> RenamedSources(EnergySystem into, EnergySystem addition)
    {
        TableSchema table = PackageSchema.Find("sources")!;
        ILookup<string, SourceDocument> there = into.Sources.ToLookup(s => s.Id, StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SourceDocument source in addition.Sources)
        {
            SourceDocument own = source;
            for (int i = 2; there[own.Id].Any(s => !IsSame(table, s, own)) || (own != source && addition.Sources.Any(s => s.Id == own.Id)); i++)
                own = source with { Id = string.Create(CultureInfo.InvariantCulture, $"{source.Id}-{i}") };
            if (own.Id != source.Id)
                renamed[source.Id] = own.Id;
        }

        return renamed;
    }

    private static Row Renamed(Row row, Dictionary<string, string> sources)
    {
        if (sources.Count == 0)
            return row;
        Row renamed = row is SourceDocument source && sources.TryGetValue(source.Id, out string? id) ? source with { Id = id } : row;
        return renamed.Source is { } cited && sources.TryGetValue(cited, out string? other) ? renamed with { Source = other } : renamed;
    }

    private static bool IsSame(TableSchema table, Row one, Row other) => table.Columns.All(c => CellFormat.Write(c, c.Get(one)) == CellFormat.Write(c, c.Get(other)));

    private static string Key(ColumnSchema[] keys, Row row) => string.Join(" / ", keys.Select(k => CellFormat.Write(k, k.Get(row))));
}
