using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>Where the rows and cells of one table stand in its file.</summary>
internal sealed class TablePlaces(TableSchema table, string file)
{
    private readonly List<(int Line, int Column)> _cells = [];
    private readonly List<int> _lines = [];
    private int[] _ordinals = [];
    private int _width;

    /// <summary>File name relative to the package.</summary>
    internal string File { get; } = file;

    /// <summary>Whether no row was left out.</summary>
    internal bool IsComplete { get; set; } = true;

    /// <summary>Says which columns the file has.</summary>
    /// <param name="columns">Columns in the order of the file; null for those that are not the table's.</param>
    internal void SetColumns(IReadOnlyList<ColumnSchema?> columns)
    {
        _ordinals = new int[table.Columns.Count];
        Array.Fill(_ordinals, -1);
        _width = 0;
        foreach (ColumnSchema? column in columns)
        {
            if (column is not null)
                _ordinals[column.Index] = _width++;
        }
    }

    /// <summary>Adds a row that was kept.</summary>
    internal void AddRow(int line, ReadOnlySpan<(int Line, int Column)> cells)
    {
        _lines.Add(line);
        _cells.AddRange(cells);
    }

    internal int LineOf(int row) => row >= 0 && row < _lines.Count ? _lines[row] : 0;

    internal SourcePlace CellOf(int row, string column)
    {
        int ordinal = table.Column(column) is { } schema && _ordinals.Length > 0 ? _ordinals[schema.Index] : -1;
        if (ordinal < 0 || row < 0 || row >= _lines.Count)
            return new SourcePlace(File, LineOf(row), 0, column);
        (int line, int character) = _cells[(row * _width) + ordinal];
        return new SourcePlace(File, line, character, column);
    }
}
