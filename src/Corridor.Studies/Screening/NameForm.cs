using System.Globalization;
using System.Text;

namespace Corridor.Studies.Screening;

/// <summary>A name made comparable: words in Latin letters without legal forms, each in a spelling in which transliterations meet.</summary>
internal sealed class NameForm
{
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "jsc", "pjsc", "ojsc", "cjsc", "ao", "oao", "pao", "zao", "ooo", "tov", "too", "nao", "gup", "fgup", "llc", "llp", "ltd", "limited", "lp", "inc", "incorporated", "corp", "corporation", "co", "company", "plc",
        "gmbh", "ag", "kg", "sa", "sas", "sarl", "spa", "srl", "nv", "bv", "oy", "oyj", "ab", "as", "asa", "aps", "kft", "doo", "ad", "pte", "pty", "fze", "dmcc", "the", "of", "and",
        "public", "open", "closed", "joint", "stock", "aktsionernoe", "aktsionernoye", "obshchestvo", "publichnoe", "publichnoye", "otkrytoe", "otkrytoye", "zakrytoe", "zakrytoye", "ogranichennoy", "otvetstvennostyu", "s",
    };

    private static readonly string[] IdeographForms = ["股份有限公司", "有限责任公司", "有限公司", "股份公司", "集团", "公司"];

    private NameForm(string text, string[] words, bool rewritten)
    {
        (Text, Words, IsRewritten) = (text, words, rewritten);
        Folded = [.. words.Select(Fold)];
        Joined = string.Concat(Folded);
    }

    /// <summary>The name as printed.</summary>
    public string Text { get; }

    /// <summary>Its words, lower case, legal forms left out where something else remains.</summary>
    public string[] Words { get; }

    /// <summary>The words in the spelling that is compared.</summary>
    public string[] Folded { get; }

    /// <summary>The folded words without blanks.</summary>
    public string Joined { get; }

    /// <summary>Whether the name stood in another alphabet.</summary>
    public bool IsRewritten { get; }

    /// <summary>Makes the forms of a name: the whole, and what stands in brackets alone.</summary>
    public static IEnumerable<NameForm> Of(string name)
    {
        int open = name.IndexOf('('), close = name.LastIndexOf(')');
        if (open > 0 && close > open)
        {
            if (Make(name[..open] + name[(close + 1)..]) is { } outside)
                yield return outside;
            if (close - open > 3 && Make(name[(open + 1)..close]) is { } inside)
                yield return inside;
            yield break;
        }

        if (Make(name) is { } whole)
            yield return whole;
    }

    private static NameForm? Make(string name)
    {
        string latin = LatinText.Of(name, out bool rewritten);
        var words = new List<string>();
        foreach (string word in latin.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            AddWord(words, word);
        if (words.Count is 0 or > 40)
            return null;
        string[] kept = [.. words.Where(w => !LegalForms.Contains(w))];
        return new NameForm(name.Trim(), kept.Length > 0 ? kept : [.. words], rewritten);
    }

    private static void AddWord(List<string> words, string word)
    {
        if (!word.Any(LatinText.IsIdeograph))
        {
            words.Add(word);
            return;
        }

        string rest = word;
        foreach (string form in IdeographForms)
        {
            if (rest.Length > form.Length && rest.EndsWith(form, StringComparison.Ordinal))
                rest = rest[..^form.Length];
        }

        words.Add(rest);
    }

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
