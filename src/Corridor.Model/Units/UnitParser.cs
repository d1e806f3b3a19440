using System.Diagnostics.CodeAnalysis;

namespace Corridor.Model.Units;

/// <summary>
/// Reads the unit of a single quantity, such as <c>bar_abs</c>, <c>mm</c>, <c>bcm@20C</c> or <c>TWh_gross</c>. Case matters; common other spellings
/// (<c>m³@20C</c>, <c>bcm (20 °C)</c>, <c>barg</c>) are read as the symbol they mean; a spelling with two meanings is refused.
/// </summary>
public static class UnitParser
{
    /// <summary>Reads a unit of any dimension.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    /// <returns>True if the text is exactly one unit.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Unit? unit, [NotNullWhen(false)] out UnitProblem? problem) =>
        TryParse(text, null, out unit, out problem);

    /// <summary>Reads a unit of one dimension.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="expected">The dimension that is needed; null for any.</param>
    /// <param name="unit">The unit, if the text is one of that dimension.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    /// <returns>True if the text is exactly one unit of the dimension.</returns>
    public static bool TryParse(string? text, Dimension? expected, [NotNullWhen(true)] out Unit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        string printed = text?.Trim() ?? "";
        if (TryFind(printed, out unit, out problem) && expected is { } dimension && unit.Dimension != dimension)
        {
            problem = WrongDimension(printed, unit, Name(dimension), Examples(dimension));
            unit = null;
        }

        return unit is not null;
    }

    internal static bool TryFind(string printed, [NotNullWhen(true)] out Unit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        problem = null;
        if (UnitTable.TryFind(printed, out unit) && unit is not null)
            return true;
        string normal = UnitSpelling.Normalise(printed);
        if (UnitTable.TryFind(normal, out unit) && unit is not null)
            return true;
        problem = AmbiguousUnits.TryFind(printed, out string reason, out string[] accepted) || AmbiguousUnits.TryFind(normal, out reason, out accepted)
            ? new UnitProblem(UnitProblemKind.Ambiguous, printed, $"The unit '{printed}' is ambiguous: {reason}.", accepted, null)
            : Unknown(printed, "a unit", []);
        return false;
    }

    internal static UnitProblem Unknown(string printed, string expected, IReadOnlyList<string> examples)
    {
        if (printed.Length == 0)
            return new UnitProblem(UnitProblemKind.Unknown, printed, $"The unit is missing; {expected} is expected.", examples, null);
        string? near = UnitSpelling.Nearest(UnitSpelling.Normalise(printed), UnitTable.Symbols);
        return new UnitProblem(UnitProblemKind.Unknown, printed, $"'{Shorten(printed)}' is not {expected} that Corridor knows.", near is null ? examples : [near], near);
    }

    internal static UnitProblem WrongDimension(string printed, Unit unit, string expected, IReadOnlyList<string> examples) =>
        new(UnitProblemKind.WrongDimension, printed, $"'{printed}' is a unit of {Name(unit.Dimension)}; a unit of {expected} is expected.", examples, null);

    /// <summary>The problem of a part, told for the whole text: "USD/bcm" rather than "bcm" alone.</summary>
    internal static UnitProblem Within(string whole, UnitProblem part) =>
        part with { Text = whole, Message = $"In '{Shorten(whole)}': {part.Message}" };

    internal static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    internal static string Name(Dimension dimension) => dimension switch
    {
        Dimension.GasVolume => "gas volume",
        Dimension.LiquidVolume => "liquid volume",
        _ => dimension.ToString().ToLowerInvariant(),
    };

    private static string[] Examples(Dimension dimension) =>
        [.. UnitTable.All.Where(u => u.Dimension == dimension).Select(u => u.Symbol).Take(6)];
}
