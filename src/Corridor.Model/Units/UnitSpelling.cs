using System.Text;

namespace Corridor.Model.Units;

/// <summary>Normal form of spellings, and the nearest of a set.</summary>
internal static class UnitSpelling
{
    private static readonly (string Printed, string Ending)[] BasisEndings =
    [
        ("(gross)", "_gross"), ("(GCV)", "_gross"), ("(HHV)", "_gross"), ("_GCV", "_gross"), ("_HHV", "_gross"), ("_gcv", "_gross"), ("_hhv", "_gross"),
        ("(net)", "_net"), ("(NCV)", "_net"), ("(LHV)", "_net"), ("_NCV", "_net"), ("_LHV", "_net"), ("_ncv", "_net"), ("_lhv", "_net"),
    ];

    /// <summary>"bcm (20 °C)", "bcm at 20 °C", "m³@20°C" → "bcm@20C", "m3@20C"; "TWh (GCV)" → "TWh_gross".</summary>
    internal static string Normalise(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || c == '°')
                continue;
            builder.Append(c switch { '³' => '3', '²' => '2', '℃' => 'C', _ => c });
        }

        foreach (string degrees in (string[])["20C", "15C", "0C"])
        {
            builder.Replace($"({degrees})", "@" + degrees);
            builder.Replace($"(@{degrees})", "@" + degrees);
            builder.Replace($"(at{degrees})", "@" + degrees);
            builder.Replace($"at{degrees}", "@" + degrees);
        }

        string result = builder.ToString();
        foreach ((string printed, string ending) in BasisEndings)
        {
            if (result.EndsWith(printed, StringComparison.Ordinal))
                return string.Concat(result.AsSpan(0, result.Length - printed.Length), ending);
        }

        return result;
    }

    /// <summary>The candidate with the fewest edits, at most a third of the text's length and no more than two; null if none.</summary>
    internal static string? Nearest(string text, IEnumerable<string> candidates)
    {
        // Longer text than any unit is no misspelt unit, and the distance is quadratic in its length.
        if (text.Length > 40)
            return null;
        string? best = null;
        int limit = Math.Min(2, Math.Max(1, text.Length / 3)) * 2;
        int bestDistance = limit + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(text, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Edit distance in half edits: a wrong letter, a missing or a spare one counts two, a letter in the wrong case one.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = 2 * j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = 2 * i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 1 : 2;
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 2, previous[j - 1] + change);
            }

            current.CopyTo(previous);
        }

        return previous[b.Length];
    }
}
