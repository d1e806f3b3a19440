namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>A component list, as written: one component a row.</summary>
/// <param name="list">Component list, such as <c>generators</c>.</param>
/// <param name="file">Name of the file.</param>
/// <param name="columns">The columns, that of the names left out.</param>
internal sealed class PyPsaTable(string list, string file, IReadOnlyList<PyPsaColumn> columns)
{
    /// <summary>Component list.</summary>
    public string List { get; } = list;

    /// <summary>Name of the file.</summary>
    public string File { get; } = file;

    /// <summary>The columns.</summary>
    public IReadOnlyList<PyPsaColumn> Columns { get; } = columns;

    /// <summary>Names of the components.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Line of each component.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Number of components.</summary>
    public int Count => Names.Count;

    /// <summary>A column by its name in the file; null where there is none.</summary>
    public PyPsaColumn? Column(string header) => Columns.FirstOrDefault(c => c.Header == header);

    /// <summary>What a row of a package says of its origin.</summary>
    public string Place(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File} line {Lines[row]}");
}
