using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>A table of a pandapipes file as written: columns by name, rows by index.</summary>
public sealed class PandaPipesFrame
{
    private readonly Dictionary<string, int> _columns;
    private readonly List<JsonTree> _rows;

    internal PandaPipesFrame(string name, IReadOnlyList<string> columns, IReadOnlyList<string> index, List<JsonTree> rows, SourcePlace place)
    {
        Name = name;
        Columns = columns;
        Index = index;
        Place = place;
        _rows = rows;
        _columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int c = 0; c < columns.Count; c++)
            _columns.TryAdd(columns[c], c);
    }

    /// <summary>Name of the table, such as junction.</summary>
    public string Name { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Index of each row, as text.</summary>
    public IReadOnlyList<string> Index { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Where the table stands in its file.</summary>
    public SourcePlace Place { get; }

    /// <summary>Whether there is a column of a name.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A number of a row; null where the column is missing or the cell holds none.</summary>
    /// <param name="row">Position of the row, from 0.</param>
    /// <param name="column">Name of the column.</param>
    public double? Number(int row, string column) => Cell(row, column) is { IsNumber: true } cell && double.IsFinite(cell.Number) ? cell.Number : null;

    /// <summary>A text of a row, numbers without fraction included; null where the column is missing or the cell holds none.</summary>
    /// <param name="row">Position of the row, from 0.</param>
    /// <param name="column">Name of the column.</param>
    public string? Text(int row, string column) => Cell(row, column) is { } cell ? cell.Text ?? PandaPipesDocument.WholeNumber(cell) : null;

    internal JsonTree? Cell(int row, string column) =>
        _columns.TryGetValue(column, out int c) && _rows[row].Elements is { } cells && c < cells.Count && !cells[c].IsNull ? cells[c] : null;
}
