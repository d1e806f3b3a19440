namespace Corridor.Studies.Screening;

/// <summary>
/// Scores two names: the weight of the words that they have in common over the weight of all their words, words alike counting by their
/// likeness ("soft TF-IDF": Cohen, Ravikumar, Fienberg, "A comparison of string distance metrics for name-matching tasks", 2003).
/// </summary>
internal static class NameScore
{
    private const double LeastLikeness = 0.9;
    private const double LeastJoined = 0.9;
    private const double LeastEdit = 0.8;

    /// <summary>Score, 0 … 1, and what it rests on.</summary>
    public static (double Score, string Reason) Of(NameForm own, NameForm listed, NameIndex index)
    {
        bool rewritten = own.IsRewritten != listed.IsRewritten;
        if (own.Words.Order(StringComparer.Ordinal).SequenceEqual(listed.Words.Order(StringComparer.Ordinal)))
            return rewritten ? (0.98, "the same words after transliteration") : (1, "the same words");
        if (own.Folded.Order(StringComparer.Ordinal).SequenceEqual(listed.Folded.Order(StringComparer.Ordinal)))
            return (0.97, "the same words in another spelling");
        double words = Words(own, listed, index);
        double joined = own.Joined.Length >= 6 && listed.Joined.Length >= 6 ? Likeness.Edit(own.Joined, listed.Joined) : 0;
        if (joined >= LeastJoined && joined * 0.97 > words)
            return (joined * 0.97, joined == 1 ? "the same letters, divided into other words" : "nearly the same letters");
        return (words * 0.97, "words in common");
    }

    private static double Words(NameForm own, NameForm listed, NameIndex index)
    {
        double all = own.Folded.Sum(index.Weight) + listed.Folded.Sum(index.Weight), common = 0;
        Span<bool> taken = stackalloc bool[64];
        foreach (string word in own.Folded)
        {
            int best = -1;
            double most = 0;
            for (int j = 0; j < listed.Folded.Length && j < taken.Length; j++)
            {
                if (taken[j] || Alike(word, listed.Folded[j]) is not (> LeastLikeness and var likeness) || likeness <= most)
                    continue;
                (best, most) = (j, likeness);
            }

            if (best < 0)
                continue;
            taken[best] = true;
            common += most * (index.Weight(word) + index.Weight(listed.Folded[best]));
        }

        return all > 0 ? common / all : 0;
    }

    /// <summary>
    /// Numbers and short words are alike only where they are the same; longer ones where four of five letters agree, so that a word does not
    /// resemble every word that begins with it.
    /// </summary>
    private static double Alike(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length < 4 || b.Length < 4 || a.Any(char.IsDigit) || b.Any(char.IsDigit) || Likeness.Edit(a, b) < LeastEdit)
            return 0;
        return Likeness.JaroWinkler(a, b);
    }
}
