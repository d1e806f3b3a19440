using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>A system that is being changed: rows are replaced by copies, never changed, and tables that nobody touches are shared.</summary>
internal sealed class SystemDraft(EnergySystem system)
{
    private readonly Dictionary<TableSchema, List<Row>> _rows = [];
    private readonly Dictionary<TableSchema, Dictionary<string, int>> _keys = [];
    private readonly Dictionary<Row, SourcePlace> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Head of the package.</summary>
    internal PackageDescription Description => system.Description;

    /// <summary>The change that made or changed a row last.</summary>
    internal IReadOnlyDictionary<Row, SourcePlace> Places => _places;

    /// <summary>Rows of a table as they are now.</summary>
    internal IReadOnlyList<Row> Rows(TableSchema table) => _rows.TryGetValue(table, out List<Row>? rows) ? rows : table.RowsOf(system);

    /// <summary>Rows of a table as they are now.</summary>
    internal IEnumerable<T> Rows<T>(string table)
        where T : Row => Rows(PackageSchema.Table(table)).Cast<T>();

    /// <summary>The key of a row: the texts of its key columns, joined by <c>/</c>.</summary>
    internal static string KeyOf(TableSchema table, Row row) =>
        table.IdOf(row) ?? string.Join('/', table.Key.Select(c => CellFormat.Write(c, c.Get(row))));

    /// <summary>Index of the row of a key; −1 if there is none.</summary>
    internal int Find(TableSchema table, string key)
    {
        if (!_keys.TryGetValue(table, out Dictionary<string, int>? keys))
        {
            _keys[table] = keys = new(StringComparer.Ordinal);
            IReadOnlyList<Row> rows = Rows(table);
            for (int i = 0; i < rows.Count; i++)
                keys.TryAdd(KeyOf(table, rows[i]), i);
        }

        return keys.GetValueOrDefault(key, -1);
    }

    /// <summary>The row of an id; null if there is none.</summary>
    internal T? Find<T>(string table, string? id)
        where T : Row
    {
        TableSchema schema = PackageSchema.Table(table);
        return id is not null && Find(schema, id) is >= 0 and int row ? (T)Rows(schema)[row] : null;
    }

    /// <summary>Puts a copy with new values in the place of a row. Key columns stay as they are.</summary>
    internal void Edit(TableSchema table, int index, SourcePlace place, params ReadOnlySpan<(ColumnSchema Column, object? Value)> values)
    {
        List<Row> rows = Own(table);
        Row copy = rows[index] with { };
        foreach ((ColumnSchema column, object? value) in values)
            column.Initialise(copy, value ?? column.EmptyValue);
        rows[index] = copy;
        _places[copy] = place;
    }

    /// <summary>Adds a row at the end of its table.</summary>
    internal void Add(TableSchema table, Row row, SourcePlace place)
    {
        List<Row> rows = Own(table);
        rows.Add(row);
        _places[row] = place;
        if (_keys.TryGetValue(table, out Dictionary<string, int>? keys))
            keys.TryAdd(KeyOf(table, row), rows.Count - 1);
    }

    /// <summary>Replaces all rows of a table.</summary>
    internal void Replace(TableSchema table, List<Row> rows)
    {
        _rows[table] = rows;
        _keys.Remove(table);
    }

    /// <summary>Says that a row comes from a change.</summary>
    internal void Mark(Row row, SourcePlace place) => _places[row] = place;

    /// <summary>Names of a zone and of all zones within it.</summary>
    internal HashSet<string> Within(string zone)
    {
        HashSet<string> zones = [zone];
        for (int before = 0; before < zones.Count;)
        {
            before = zones.Count;
            foreach (Zone row in Rows<Zone>("zones"))
            {
                if (row.Parent is { } parent && zones.Contains(parent))
                    zones.Add(row.Id);
            }
        }

        return zones;
    }

    /// <summary>The system with all changes.</summary>
    internal EnergySystem Build()
    {
        if (_rows.Count == 0)
            return system;
        EnergySystem copy = system with { };
        foreach ((TableSchema table, List<Row> rows) in _rows)
            table.Fill(copy, rows);
        return copy;
    }

    private List<Row> Own(TableSchema table)
    {
        if (!_rows.TryGetValue(table, out List<Row>? rows))
            _rows[table] = rows = [.. table.RowsOf(system)];
        return rows;
    }
}
