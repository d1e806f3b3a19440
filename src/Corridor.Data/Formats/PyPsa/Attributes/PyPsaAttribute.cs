using System.Globalization;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>One attribute of a component list.</summary>
/// <param name="List">Component list, such as <c>generators</c>.</param>
/// <param name="Name">Name; the one of the first port where it exists for each port of a link or process.</param>
/// <param name="Kind">What the cells hold.</param>
/// <param name="IsSeries">Whether a file of values over time may state it.</param>
/// <param name="Unit">Unit; empty for none.</param>
/// <param name="Default">Value where none is given, as the format states it; empty for none.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Text">Where it goes, or why it goes nowhere.</param>
internal sealed record PyPsaAttribute(string List, string Name, PyPsaKind Kind, bool IsSeries, string Unit, string Default, PyPsaFate Fate, string Text)
{
    /// <summary>The default as a number; NaN for none.</summary>
    public double DefaultNumber { get; } = Kind switch
    {
        PyPsaKind.Flag => Default == "True" ? 1 : 0,
        PyPsaKind.Number => Default switch
        {
            "" or "NaN" or "None" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.Parse(Default, NumberStyles.Float, CultureInfo.InvariantCulture),
        },
        _ => double.NaN,
    };

    /// <summary>
    /// Whether a cell may be infinite: where the default is, where the attribute has no effect here, and where the mapping says what stands in its
    /// place (capacities, lengths).
    /// </summary>
    public bool MayBeInfinite { get; } = Fate != PyPsaFate.Active || Default is "inf" or "-inf" || Name is "length" or "constant"
        || Name is "p_nom" or "s_nom" or "e_nom" || Name.EndsWith("_nom_min", StringComparison.Ordinal) || Name.EndsWith("_nom_set", StringComparison.Ordinal);

    /// <summary>The default as a text; empty for none.</summary>
    public string DefaultText => Kind == PyPsaKind.Text && Default is not ("None" or "n/a") ? Default : "";

    /// <summary>What a fidelity report says of it where it is left out.</summary>
    public string Reason => Fate == PyPsaFate.Result ? "result of another run, not read" : Text;
}
