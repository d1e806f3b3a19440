namespace Corridor.Studies.Screening;

/// <summary>How alike two words are, from 0 to 1.</summary>
internal static class Likeness
{
    /// <summary>
    /// Jaro–Winkler similarity of two words (Winkler, "String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of
    /// record linkage", 1990), with a prefix weight of 0.1 over at most four letters.
    /// </summary>
    public static double JaroWinkler(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length == 0 || b.Length == 0)
            return 0;
        // Jaro's matching depends on which word goes first; the order of letters decides, so that the likeness does not.
        double jaro = string.CompareOrdinal(a, b) < 0 ? Jaro(a, b) : Jaro(b, a);
        int prefix = 0;
        while (prefix < 4 && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix])
            prefix++;
        return jaro + (0.1 * prefix * (1 - jaro));
    }

    /// <summary>One less the edit distance over the longer length (Levenshtein 1966).</summary>
    public static double Edit(string a, string b)
    {
        int longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
            return 1;
        Span<int> row = longest < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return 1 - ((double)row[b.Length] / longest);
    }

    private static double Jaro(string a, string b)
    {
        int window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1), matches = 0;
        Span<bool> taken = b.Length < 256 ? stackalloc bool[b.Length] : new bool[b.Length];
        Span<bool> used = a.Length < 256 ? stackalloc bool[a.Length] : new bool[a.Length];
        taken.Clear();
        used.Clear();
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (taken[j] || a[i] != b[j])
                    continue;
                (used[i], taken[j]) = (true, true);
                matches++;
                break;
            }
        }

        if (matches == 0)
            return 0;
        int swapped = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if (!used[i])
                continue;
            while (!taken[j])
                j++;
            if (a[i] != b[j])
                swapped++;
            j++;
        }

        double m = matches;
        return ((m / a.Length) + (m / b.Length) + ((m - (swapped / 2)) / m)) / 3;
    }
}
