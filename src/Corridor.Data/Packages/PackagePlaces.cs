using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>
/// Remembers where the rows and cells of a system stand in its files, and which rows could not be read. Empty for a system that
/// was not read from files: every place is then unknown and every table complete.
/// </summary>
public sealed class PackagePlaces
{
    private readonly Dictionary<string, TablePlaces> _tables = new(StringComparer.Ordinal);

    /// <summary>The file of a table; the table's name alone where it was not read from a file.</summary>
    /// <param name="table">Table name.</param>
    public SourcePlace Of(string table) => _tables.TryGetValue(table, out TablePlaces? places) ? new SourcePlace(places.File) : SourcePlace.None;

    /// <summary>The line of a row.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="row">Index of the row in the system's list, from 0.</param>
    public SourcePlace Of(string table, int row) =>
        _tables.TryGetValue(table, out TablePlaces? places) ? new SourcePlace(places.File, places.LineOf(row)) : SourcePlace.None;

    /// <summary>The line and character of a cell; the line of the row where the file has no such column.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="row">Index of the row in the system's list, from 0.</param>
    /// <param name="column">Column name.</param>
    public SourcePlace Of(string table, int row, string column) =>
        _tables.TryGetValue(table, out TablePlaces? places) ? places.CellOf(row, column) : SourcePlace.None;

    /// <summary>Whether every row of a table was read; false if some were broken, so that an id not found may well exist.</summary>
    /// <param name="table">Table name.</param>
    public bool IsComplete(string table) => !_tables.TryGetValue(table, out TablePlaces? places) || places.IsComplete;

    internal TablePlaces Add(TableSchema table, string file) => _tables[table.Name] = new TablePlaces(table, file);

    internal TablePlaces? Find(string table) => _tables.GetValueOrDefault(table);
}
