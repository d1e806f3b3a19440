namespace Corridor.Model.Findings;

/// <summary>Finds what a misspelt word was probably meant to be.</summary>
public static class Suggestion
{
    private const int LongestText = 100;

    /// <summary>The candidate with the fewest edits (letters changed, added, left out or swapped), a third of the text at most; null if none is near.</summary>
    /// <param name="text">The word as found.</param>
    /// <param name="candidates">Words that would be right.</param>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        if (text.Length is 0 or > LongestText)
            return null;
        string? best = null;
        int limit = Math.Clamp(text.Length / 3, 1, 4);
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - text.Length) > limit || candidate.Length > LongestText)
                continue;
            int distance = Distance(text, candidate);
            if (distance > limit)
                continue;
            best = candidate;
            limit = distance - 1;
            if (limit < 0)
                break;
        }

        return best;
    }

    /// <summary>"Did you mean 'x'?" for the nearest candidate; null if none is near.</summary>
    /// <param name="text">The word as found.</param>
    /// <param name="candidates">Words that would be right.</param>
    public static string? Ask(string text, IEnumerable<string> candidates) =>
        Nearest(text, candidates) is { } near ? $"Did you mean '{near}'?" : null;

    private static int Distance(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                char x = char.ToLowerInvariant(a[i - 1]);
                char y = char.ToLowerInvariant(b[j - 1]);
                int distance = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (x == y ? 0 : 1));
                if (i > 1 && j > 1 && x == char.ToLowerInvariant(b[j - 2]) && char.ToLowerInvariant(a[i - 2]) == y)
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
            }

            Span<int> free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[b.Length];
    }
}
