using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>
/// Remembers where the rows and cells of a system stand in its files, and which rows could not be read. Empty for a system that
/// was not read from files: every place is then unknown and every table complete.
/// </summary>
public sealed class PackagePlaces
{
    private readonly Dictionary<string, TablePlaces> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Row, SourcePlace Change)[]> _changed = new(StringComparer.Ordinal);

    /// <summary>The file of a table; the table's name alone where it was not read from a file.</summary>
    /// <param name="table">Table name.</param>
    public SourcePlace Of(string table) => _tables.TryGetValue(table, out TablePlaces? places) ? new SourcePlace(places.File) : SourcePlace.None;

    /// <summary>The line of a row.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="row">Index of the row in the system's list, from 0.</param>
    public SourcePlace Of(string table, int row) =>
        Changed(table, ref row) is { } change ? change
        : _tables.TryGetValue(table, out TablePlaces? places) ? new SourcePlace(places.File, places.LineOf(row)) : SourcePlace.None;

    /// <summary>The line and character of a cell; the line of the row where the file has no such column.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="row">Index of the row in the system's list, from 0.</param>
    /// <param name="column">Column name.</param>
    public SourcePlace Of(string table, int row, string column) =>
        Changed(table, ref row) is { } change ? change with { Field = column }
        : _tables.TryGetValue(table, out TablePlaces? places) ? places.CellOf(row, column) : SourcePlace.None;

    /// <summary>Whether every row of a table was read; false if some were broken, so that an id not found may well exist.</summary>
    /// <param name="table">Table name.</param>
    public bool IsComplete(string table) => !_tables.TryGetValue(table, out TablePlaces? places) || places.IsComplete;

    /// <summary>The places after scenarios: rows that they made or changed stand where the change does, all others where they stood.</summary>
    /// <param name="before">The system that these places are of.</param>
    /// <param name="outcome">The system after the scenarios.</param>
    public PackagePlaces After(EnergySystem before, ScenarioOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var after = new PackagePlaces();
        foreach ((string name, TablePlaces places) in _tables)
            after._tables.Add(name, places);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> old = table.RowsOf(before), rows = table.RowsOf(outcome.System);
            if (ReferenceEquals(old, rows))
                continue;
            var index = new Dictionary<Row, int>(ReferenceEqualityComparer.Instance);
            for (int i = 0; i < old.Count; i++)
                index.TryAdd(old[i], i);
            after._changed.Add(table.Name, [.. rows.Select(r => (index.GetValueOrDefault(r, -1), outcome.Places.GetValueOrDefault(r, SourcePlace.None)))]);
        }

        return after;
    }

    /// <summary>The change that a row comes from; null, with the row's index in its file, if it comes from there.</summary>
    private SourcePlace? Changed(string table, ref int row)
    {
        if (!_changed.TryGetValue(table, out (int Row, SourcePlace Change)[]? rows) || row < 0 || row >= rows.Length)
            return null;
        (row, SourcePlace change) = rows[row];
        return row < 0 ? change : null;
    }

    internal TablePlaces Add(TableSchema table, string file) => _tables[table.Name] = new TablePlaces(table, file);

    internal TablePlaces? Find(string table) => _tables.GetValueOrDefault(table);
}
