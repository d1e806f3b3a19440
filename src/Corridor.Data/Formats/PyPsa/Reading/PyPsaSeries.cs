using Corridor.Data.Formats.PyPsa.Attributes;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>A file of values over time of one attribute, as written: one component a column, one snapshot a row.</summary>
/// <param name="List">Component list.</param>
/// <param name="Name">Name of the attribute in the file's name.</param>
/// <param name="Attribute">Attribute of the format; null for one that it does not have.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Names">Names of the components.</param>
/// <param name="Values">Values by component and snapshot, NaN where the cell is empty; no snapshots where the file is not read.</param>
internal sealed record PyPsaSeries(string List, string Name, PyPsaAttribute? Attribute, string File, IReadOnlyList<string> Names, IReadOnlyList<double[]> Values)
{
    /// <summary>What a row of a package says of its origin.</summary>
    public string Place(int column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File} column {column + 2}");
}
