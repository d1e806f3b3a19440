using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// A gas as a person writes it: <c>methane=0.9,hydrogen=0.1</c>, mole fractions by the names of <see cref="GasComponent"/> in any case, with or without
/// hyphens. Fractions that add up to 1 (or 100) within a tenth of a percent are scaled to 1; others are refused.
/// </summary>
public static class GasCompositionText
{
    private const double LargestGap = 1e-3;

    /// <summary>Reads a gas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, in one sentence; null where nothing is.</param>
    /// <returns>The gas, its norm figures by ISO 6976; null where something is wrong.</returns>
    public static GasQuality? Parse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        double[] fractions = new double[GasComponents.Count];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double share) || !(share >= 0.0) || !double.IsFinite(share))
            {
                problem = $"'{part}' is not of the form methane=0.9.";
                return null;
            }

            if (Component(sides[0]) is not { } component)
            {
                string[] names = Enum.GetNames<GasComponent>();
                problem = $"'{sides[0]}' is no component{(Suggestion.Nearest(sides[0], names) is { } near ? $"; is {near.ToLowerInvariant()} meant?" : ".")} Known are {string.Join(", ", names).ToLowerInvariant()}.";
                return null;
            }

            fractions[(int)component] += share;
        }

        double sum = fractions.Sum();
        if (Math.Abs(sum - 100.0) <= 100.0 * LargestGap)
        {
            for (int k = 0; k < fractions.Length; k++)
                fractions[k] /= 100.0;
            sum /= 100.0;
        }

        if (Math.Abs(sum - 1.0) > LargestGap)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"The fractions of '{text}' add up to {sum:0.######}, not to 1.");
            return null;
        }

        for (int k = 0; k < fractions.Length; k++)
            fractions[k] /= sum;
        problem = null;
        return GasMixing.FromComposition(text, fractions);
    }

    private static GasComponent? Component(string name)
    {
        string plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return !int.TryParse(plain, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && Enum.TryParse(plain, ignoreCase: true, out GasComponent component) ? component : null;
    }
}
