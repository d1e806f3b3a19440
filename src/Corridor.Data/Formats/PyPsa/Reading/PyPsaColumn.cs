using Corridor.Data.Formats.PyPsa.Attributes;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>A column of a component list, as written.</summary>
/// <param name="header">Name in the file.</param>
/// <param name="attribute">Attribute of the format; null for a column that it does not have.</param>
internal sealed class PyPsaColumn(string header, PyPsaAttribute? attribute)
{
    /// <summary>Name in the file.</summary>
    public string Header { get; } = header;

    /// <summary>Attribute of the format; null for a column that it does not have.</summary>
    public PyPsaAttribute? Attribute { get; } = attribute;

    /// <summary>Numbers and flags (1 or 0) by row, NaN where the cell is empty; null for texts and for what is not read.</summary>
    public List<double>? Numbers { get; } = attribute is { Kind: not PyPsaKind.Text, Fate: not PyPsaFate.Result } ? [] : null;

    /// <summary>Texts by row, empty where the cell is; null for numbers and for what is not read.</summary>
    public List<string>? Texts { get; } = attribute is { Kind: PyPsaKind.Text, Fate: not PyPsaFate.Result } ? [] : null;

    /// <summary>Cells that are not empty.</summary>
    public int Given { get; set; }

    /// <summary>The first cell that is not empty, as printed, with its line; null for none.</summary>
    public string? FirstGiven { get; set; }
}
