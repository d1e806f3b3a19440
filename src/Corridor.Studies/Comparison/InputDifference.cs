using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Studies.Comparison;

/// <summary>Finds the rows and cells in which two packages differ, in every table, from the schema alone.</summary>
public static class InputDifference
{
    // What no computation reads.
    private static readonly HashSet<string> SilentTables = ["sources", "claims", "observations", "events", "labels", "route_points"];
    private static readonly HashSet<string> SilentColumns = ["source", "basis", "note", "name"];

    /// <summary>The differences, table by table in the order of the schema: changed and removed rows in the order of the first package, then added ones.</summary>
    /// <param name="before">First package.</param>
    /// <param name="after">Second package.</param>
    public static IReadOnlyList<RowDifference> Between(EnergySystem before, EnergySystem after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var differences = new List<RowDifference>();
        if (ReferenceEquals(before, after))
            return differences;
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> first = table.RowsOf(before), second = table.RowsOf(after);
            if (!ReferenceEquals(first, second))
                Compare(table, first, second, differences);
        }

        return differences;
    }

    private static void Compare(TableSchema table, IReadOnlyList<Row> first, IReadOnlyList<Row> second, List<RowDifference> differences)
    {
        // Rows of one key are compared in their order.
        Dictionary<string, Queue<Row>> left = second.GroupBy(r => Key(table, r), StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<Row>(g), StringComparer.Ordinal);
        foreach (Row row in first)
        {
            string key = Key(table, row);
            if (!left.TryGetValue(key, out Queue<Row>? others) || !others.TryDequeue(out Row? other))
            {
                differences.Add(Difference(table, key, RowDifferenceKind.Removed, row, null));
                continue;
            }

            if (!ReferenceEquals(row, other) && Difference(table, key, RowDifferenceKind.Changed, row, other) is { Fields.Count: > 0 } difference)
                differences.Add(difference);
        }

        foreach (Row row in second)
        {
            string key = Key(table, row);
            if (left[key].TryPeek(out Row? next) && ReferenceEquals(next, row))
            {
                left[key].Dequeue();
                differences.Add(Difference(table, key, RowDifferenceKind.Added, null, row));
            }
        }
    }

    private static RowDifference Difference(TableSchema table, string key, RowDifferenceKind kind, Row? before, Row? after)
    {
        var fields = new List<FieldDifference>();
        bool acts = kind != RowDifferenceKind.Changed;
        foreach (ColumnSchema column in table.Columns.Where(c => !c.IsKey))
        {
            string old = Text(column, before), now = Text(column, after);
            if (old == now)
                continue;
            fields.Add(new FieldDifference(column.Name, old, now));
            acts |= !SilentColumns.Contains(column.Name);
        }

        return new RowDifference(table.Name, key, kind, fields, acts && !SilentTables.Contains(table.Name));
    }

    private static string Key(TableSchema table, Row row) =>
        string.Join(' ', (table.Key.Count > 0 ? table.Key : table.Columns).Select(c => Text(c, row)).Where(t => t.Length > 0));

    private static string Text(ColumnSchema column, Row? row)
    {
        object? value = row is null ? null : column.Get(row);
        string text = CellFormat.Write(column, value);
        string? unit = value switch
        {
            Amount amount => amount.Unit.ToString(),
            Rate rate => rate.Unit.ToString(),
            UnitPrice price => price.Unit.ToString(),
            null or string => null,
            _ => column.Unit,
        };
        return text.Length == 0 || unit is null or "1" ? text : $"{text} {unit}";
    }
}
