using Corridor.Data.Formats.Exchange;

namespace Corridor.Reporting.Exchange;

/// <summary>Words of a fidelity report.</summary>
internal static class FidelityText
{
    /// <summary>What became of figures of a kind, in words.</summary>
    public static string Of(FidelityKind kind) => kind switch
    {
        FidelityKind.Exact => "came over exactly",
        FidelityKind.Approximated => "approximated",
        FidelityKind.Defaulted => "filled in",
        _ => "left behind",
    };

    /// <summary>Part and attribute in one word.</summary>
    public static string Place(FidelityEntry entry) => entry.Attribute.Length == 0 ? entry.Part : $"{entry.Part}.{entry.Attribute}";
}
