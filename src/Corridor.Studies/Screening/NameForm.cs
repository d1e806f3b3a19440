using System.Text;

namespace Corridor.Studies.Screening;

/// <summary>A name made comparable: words in Latin letters without legal forms, each in a spelling in which transliterations meet.</summary>
internal sealed class NameForm
{
    private const int MostWords = 40;

    private static readonly string[] IdeographForms = ["股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "股份公司", "集团", "集團", "公司"];
    private static readonly string[] IdeographTails = ["分行", "支行", "分公司", "子公司", "代表处", "代表處", "办事处", "上海", "北京", "香港", "深圳", "广州", "廣州", "天津", "哈尔滨", "哈爾濱", "莫斯科"];

    private NameForm(string text, string[] words, bool isBare, (bool IsRewritten, bool IsArabic) script)
    {
        (Text, Words, IsBare, IsRewritten, IsArabic) = (text, words, isBare, script.IsRewritten, script.IsArabic);
        Folded = [.. words.Select(Fold)];
        Joined = string.Concat(Folded);
        Factors = [.. words.Select(NameWords.Factor)];
        Places = [.. words.Select(NameWords.PlaceOf)];
        Skeletons = [.. words.Select(w => ConsonantSkeleton.Of(w, script.IsArabic))];
        SortedWords = Sorted(Words);
        SortedFolded = Sorted(Folded);
    }

    /// <summary>The name as printed.</summary>
    public string Text { get; }

    /// <summary>Its words, lower case, legal forms left out where something else remains.</summary>
    public string[] Words { get; }

    /// <summary>The words in the spelling that is compared.</summary>
    public string[] Folded { get; }

    /// <summary>The words in the order of their letters, one blank between.</summary>
    public string SortedWords { get; }

    /// <summary>The folded words in the order of their letters.</summary>
    public string SortedFolded { get; }

    /// <summary>The folded words without blanks.</summary>
    public string Joined { get; }

    /// <summary>Share of its weight that each word keeps: see <see cref="NameWords"/>.</summary>
    public double[] Factors { get; }

    /// <summary>The place that each word names, null for most.</summary>
    public NamePlace?[] Places { get; }

    /// <summary>The consonants of each word.</summary>
    public string[] Skeletons { get; }

    /// <summary>Whether the name stood in another alphabet.</summary>
    public bool IsRewritten { get; }

    /// <summary>Whether it stood in Arabic or Persian letters.</summary>
    public bool IsArabic { get; }

    /// <summary>Whether it consists of legal forms only.</summary>
    private bool IsBare { get; }

    /// <summary>
    /// Makes the forms of a name: what stands outside brackets, and what stands in each pair of them where a word remains that is no legal form,
    /// no place and no word of many names; else it belongs to what stands outside.
    /// </summary>
    public static IEnumerable<NameForm> Of(string name)
    {
        var outside = new StringBuilder(name.Length);
        var inside = new List<StringBuilder>();
        int depth = 0;
        foreach (char c in name)
        {
            if (c is '(' or '（')
            {
                if (depth++ == 0)
                    inside.Add(new StringBuilder());
            }
            else if (c is ')' or '）' && depth > 0)
            {
                depth--;
            }
            else
            {
                (depth > 0 ? inside[^1] : outside).Append(c);
            }
        }

        var names = new List<NameForm>();
        foreach (StringBuilder part in inside)
        {
            if (Make(part.ToString()) is { IsBare: false } form && part.Length > 2 && form.Factors.Contains(1))
                names.Add(form);
            else
                outside.Append(' ').Append(part);
        }

        if (Make(outside.ToString()) is { } whole && !(whole.IsBare && names.Count > 0))
            yield return whole;
        foreach (NameForm form in names)
            yield return form;
    }

    private static NameForm? Make(string name)
    {
        string latin = LatinText.Of(name, out (bool IsRewritten, bool IsArabic) script);
        var words = new List<string>();
        foreach (string word in latin.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count < MostWords)
                AddWord(words, word);
        }

        if (words.Count == 0)
            return null;
        string[] kept = [.. words.Where(w => !NameWords.IsLegalForm(w) && !(script.IsArabic && w.Length == 1 && !char.IsDigit(w[0])))];
        return new NameForm(name.Trim(), kept.Length > 0 ? kept : [.. words], kept.Length == 0, script);
    }

    private static void AddWord(List<string> words, string word)
    {
        if (!word.Any(LatinText.IsIdeograph))
        {
            words.Add(word);
            return;
        }

        // A branch bears the form of its company within its name, and a form of its own at the end: 股份有限公司上海分公司.
        int at = words.Count;
        string rest = word;
        bool cut;
        do
        {
            cut = false;
            foreach (string tail in IdeographTails.Where(t => EndsWith(rest, t)))
            {
                (rest, cut) = (rest[..^tail.Length], true);
                words.Add(tail);
            }

            foreach (string form in IdeographForms.Where(f => EndsWith(rest, f)))
                (rest, cut) = (rest[..^form.Length], true);
        }
        while (cut);

        words.Insert(at, rest);
    }

    private static bool EndsWith(string word, string end) => word.Length > end.Length && word.EndsWith(end, StringComparison.Ordinal);

    private static string Sorted(string[] words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    /// <summary>One spelling for the letters that transliterations write differently.</summary>
    private static string Fold(string word)
    {
        if (word.Any(LatinText.IsIdeograph) || word.All(char.IsDigit))
            return word;
        var text = new StringBuilder(word);
        foreach ((string from, string to) in Foldings)
            text.Replace(from, to);
        var single = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            // A hard c is a k: before a, o, u, a consonant or at the end.
            char letter = text[i] == 'c' && (i + 1 == text.Length || "aouklmnrst".Contains(text[i + 1], StringComparison.Ordinal)) ? 'k' : text[i] == 'z' ? 's' : text[i];
            if (single.Length == 0 || letter != single[^1] || char.IsDigit(letter))
                single.Append(letter);
        }

        return single.ToString();
    }

    private static readonly (string From, string To)[] Foldings =
    [
        ("shch", "sh"), ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("tz", "c"), ("ts", "c"), ("zh", "j"),
        ("ya", "a"), ("ia", "a"), ("ja", "a"), ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ye", "e"), ("ie", "e"), ("yo", "o"), ("iy", "i"), ("yy", "i"), ("ij", "i"), ("y", "i"), ("w", "v"), ("q", "k"), ("dj", "j"), ("dzh", "j"),
    ];
}
