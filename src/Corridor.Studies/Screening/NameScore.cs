namespace Corridor.Studies.Screening;

/// <summary>
/// Scores two names: the weight of the words that they have in common over the weight of all their words, words alike counting by their
/// likeness ("soft TF-IDF": Cohen, Ravikumar, Fienberg, "A comparison of string distance metrics for name-matching tasks", 2003); more where
/// all of the shorter name is in the longer one. The score of two names is that of the same in the other order.
/// </summary>
internal static class NameScore
{
    private const double OtherSpelling = 0.97;
    private const double LeastLikeness = 0.9;
    private const double LeastJoined = 0.9;
    private const double LeastEdit = 0.8;
    private const double SamePlace = 0.95;
    private const double SameConsonants = 0.93;
    private const int LeastConsonants = 4;
    private const double OneWordMissing = 0.4;
    private const double WordsMissing = 0.3;
    private const int MostShown = 4;

    /// <summary>Score, 0 … 1, and what it rests on.</summary>
    public static (double Score, string Reason) Of(NameForm own, NameForm listed, NameIndex index)
    {
        if (own.SortedWords == listed.SortedWords)
            return own.IsRewritten == listed.IsRewritten ? (1, "the same words") : (0.98, "the same words after transliteration");
        if (own.SortedFolded == listed.SortedFolded)
            return (OtherSpelling, "the same words in another spelling");
        List<(int Own, int Listed, double Likeness)> pairs = Pairs(own, listed, index);
        (bool[] Own, bool[] Listed) apart = OtherPlaces(own, listed, pairs);
        (double score, string reason) = Words(own, listed, pairs, new Weights(own, listed, index, apart));
        if (apart.Own.Contains(true))
            return (OtherSpelling * score, reason + "; another place");
        (double joined, string divided) = Joined(own, listed);
        return joined > score ? (OtherSpelling * joined, divided) : (OtherSpelling * score, reason);
    }

    /// <summary>Nearly the same letters without the blanks, and the same digits; or the same consonants, where one name is in Arabic letters.</summary>
    private static (double Likeness, string Reason) Joined(NameForm own, NameForm listed)
    {
        if (own.IsArabic != listed.IsArabic && string.Concat(own.Skeletons) is { Length: >= LeastConsonants } consonants && consonants == string.Concat(listed.Skeletons))
            return (SameConsonants, "the same consonants; Arabic letters leave vowels out");
        if (own.Joined.Length < 6 || listed.Joined.Length < 6 || !own.Joined.Where(char.IsDigit).SequenceEqual(listed.Joined.Where(char.IsDigit)))
            return (0, "");
        double likeness = Likeness.Edit(own.Joined, listed.Joined);
        return likeness < LeastJoined ? (0, "") : (likeness, likeness == 1 ? "the same letters, divided into other words" : "nearly the same letters");
    }

    private static (double Score, string Reason) Words(NameForm own, NameForm listed, List<(int Own, int Listed, double Likeness)> pairs, Weights weigh)
    {
        if (pairs.Count == 0)
            return (0, "no word in common");
        double both = 0, common = 0;
        foreach ((int i, int j, double likeness) in pairs)
        {
            // A word written otherwise than on any list would seem rare; its counterpart knows better.
            double weight = Math.Min(weigh.Own[i], weigh.Listed[j]);
            both += weight;
            common += likeness * weight;
        }

        double ownAll = both + Rest(weigh.Own, pairs.Select(p => p.Own)), listedAll = both + Rest(weigh.Listed, pairs.Select(p => p.Listed));
        double score = 2 * common / (ownAll + listedAll);
        string shared = string.Join(", ", pairs.OrderBy(p => p.Own).Select(p => Pair(own, listed, p)));
        string apart = Apart(own, listed, pairs);
        bool tells = pairs.Any(p => own.Factors[p.Own] == 1 && listed.Factors[p.Listed] == 1);
        if (tells && (IsWhole(own, pairs.Select(p => p.Own)) || IsWhole(listed, pairs.Select(p => p.Listed))))
        {
            // Less is lost for what one name has more, the less it weighs, and the more words tell that the rest is the same.
            int telling = pairs.Count(p => own.Factors[p.Own] > NameWords.Generic && listed.Factors[p.Listed] > NameWords.Generic);
            double missing = 1 - (both / (ownAll + listedAll - both));
            double contained = common / both * (1 - ((telling > 1 ? WordsMissing : OneWordMissing) * missing));
            if (contained > score)
                return (contained, $"all of the shorter name is in the longer: {shared}{apart}");
        }

        return (score, $"in common: {shared}{apart}");
    }

    /// <summary>Which words go together: the most alike first, of these the weightiest, so that the order of the names does not matter.</summary>
    private static List<(int Own, int Listed, double Likeness)> Pairs(NameForm own, NameForm listed, NameIndex index)
    {
        var candidates = new List<(int Own, int Listed, double Likeness)>();
        for (int i = 0; i < own.Words.Length; i++)
        {
            for (int j = 0; j < listed.Words.Length; j++)
            {
                if (Alike(own, i, listed, j) is > LeastLikeness and var likeness)
                    candidates.Add((i, j, likeness));
            }
        }

        bool[] usedOwn = new bool[own.Words.Length], usedListed = new bool[listed.Words.Length];
        var pairs = new List<(int Own, int Listed, double Likeness)>();
        foreach ((int i, int j, double likeness) in candidates
            .OrderByDescending(c => c.Likeness)
            .ThenByDescending(c => index.Weight(own.Folded[c.Own]) + index.Weight(listed.Folded[c.Listed]))
            .ThenBy(c => Smaller(own.Folded[c.Own], listed.Folded[c.Listed]), StringComparer.Ordinal)
            .ThenBy(c => Greater(own.Folded[c.Own], listed.Folded[c.Listed]), StringComparer.Ordinal))
        {
            if (usedOwn[i] || usedListed[j])
                continue;
            (usedOwn[i], usedListed[j]) = (true, true);
            pairs.Add((i, j, likeness));
        }

        return pairs;
    }

    /// <summary>
    /// The places left over in two names of which none of the other name may be the same, where both have such: Ministry of Finance of Kazakhstan,
    /// Ministry of Finance of the Russian Federation. A place that only one name has may be that of a branch.
    /// </summary>
    private static (bool[] Own, bool[] Listed) OtherPlaces(NameForm own, NameForm listed, List<(int Own, int Listed, double Likeness)> pairs)
    {
        NamePlace?[] ours = Left(own, pairs.Select(p => p.Own)), theirs = Left(listed, pairs.Select(p => p.Listed));
        bool[] apartOwn = Apart(ours, theirs), apartListed = Apart(theirs, ours);
        return apartOwn.Contains(true) && apartListed.Contains(true) ? (apartOwn, apartListed) : (new bool[ours.Length], new bool[theirs.Length]);

        static NamePlace?[] Left(NameForm form, IEnumerable<int> used)
        {
            var left = (NamePlace?[])form.Places.Clone();
            foreach (int i in used)
                left[i] = null;
            return left;
        }

        static bool[] Apart(NamePlace?[] these, NamePlace?[] others) =>
            [.. these.Select(t => t is { } place && others.Any(o => o is not null) && !others.Any(o => o is { } other && place.MayBe(other)))];
    }

    /// <summary>
    /// Numbers and short words are alike only where they are the same; longer ones where four of five letters agree, so that a word does not
    /// resemble every word that begins with it; words of which one is in Arabic letters by their consonants;
    /// names of one place in two languages, where other words tell whose name it is: Bank Rossiya is not the Bank of Russia.
    /// </summary>
    private static double Alike(NameForm own, int i, NameForm listed, int j)
    {
        (string a, string b) = (own.Folded[i], listed.Folded[j]);
        if (a == b)
            return 1;
        if (own.Places[i] is { } place && place == listed.Places[j] && own.Factors.Contains(1) && listed.Factors.Contains(1))
            return SamePlace;
        if (a.Any(char.IsDigit) || b.Any(char.IsDigit))
            return 0;
        if (own.IsArabic != listed.IsArabic && own.Skeletons[i].Length >= LeastConsonants && own.Skeletons[i] == listed.Skeletons[j])
            return SameConsonants;
        return a.Length < 4 || b.Length < 4 || Likeness.Edit(a, b) < LeastEdit ? 0 : Likeness.JaroWinkler(a, b);
    }

    /// <summary>Whether nothing of a name is left over but words that many names have.</summary>
    private static bool IsWhole(NameForm form, IEnumerable<int> used) => Enumerable.Range(0, form.Words.Length).Except(used).All(i => form.Factors[i] == NameWords.Generic);

    private static double Rest(double[] weights, IEnumerable<int> used) => Enumerable.Range(0, weights.Length).Except(used).Sum(i => weights[i]);

    private static string Pair(NameForm own, NameForm listed, (int Own, int Listed, double Likeness) pair) =>
        own.Words[pair.Own] == listed.Words[pair.Listed] ? own.Words[pair.Own] : $"{own.Words[pair.Own]} ~ {listed.Words[pair.Listed]}";

    private static string Apart(NameForm own, NameForm listed, List<(int Own, int Listed, double Likeness)> pairs)
    {
        string ours = Others(own, pairs.Select(p => p.Own)), theirs = Others(listed, pairs.Select(p => p.Listed));
        return (ours.Length > 0 ? $"; only in the package: {ours}" : "") + (theirs.Length > 0 ? $"; only on the list: {theirs}" : "");
    }

    private static string Others(NameForm form, IEnumerable<int> used)
    {
        string[] others = [.. Enumerable.Range(0, form.Words.Length).Except(used).Select(i => form.Words[i])];
        return string.Join(", ", others.Take(MostShown)) + (others.Length > MostShown ? " …" : "");
    }

    private static string Smaller(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? a : b;

    private static string Greater(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? b : a;

    /// <summary>
    /// Weights of the words of two names. A place or a word that many names have weighs at most its share of the weightiest word that tells
    /// whose name it is, however rarely it stands on the list; a place that tells two names apart weighs at least as much as that word, however often.
    /// </summary>
    private sealed class Weights
    {
        public Weights(NameForm own, NameForm listed, NameIndex index, (bool[] Own, bool[] Listed) apart)
        {
            double most = Math.Max(Most(own, index), Most(listed, index));
            (Own, Listed) = (Of(own, index, most, apart.Own), Of(listed, index, most, apart.Listed));
        }

        public double[] Own { get; }

        public double[] Listed { get; }

        private static double Most(NameForm form, NameIndex index) =>
            Enumerable.Range(0, form.Words.Length).Where(i => form.Factors[i] == 1).Select(i => index.Weight(form.Folded[i])).DefaultIfEmpty(double.NegativeInfinity).Max();

        private static double[] Of(NameForm form, NameIndex index, double most, bool[] apart) =>
            [.. form.Folded.Select((w, i) => apart[i] ? Math.Max(index.Weight(w), most) : form.Factors[i] * (form.Factors[i] < 1 && most > 0 ? Math.Min(index.Weight(w), most) : index.Weight(w)))];
    }
}
