using System.Text;

namespace Corridor.Studies.Screening;

/// <summary>
/// The consonants of a word in a spelling in which Arabic and Persian names meet Latin ones: short vowels are not written in these scripts,
/// long ones share a letter with w and y, and p, v, g and ch are written with the nearest letter.
/// </summary>
internal static class ConsonantSkeleton
{
    private static readonly (string From, string To)[] Foldings =
        [("shch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("zh", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("x", "ks"), ("ts", "s"), ("j", "g"), ("c", "k"), ("q", "k"), ("p", "b"), ("v", "f"), ("z", "s")];

    /// <summary>The consonants, each double one once.</summary>
    /// <param name="word">A word in Latin letters, not yet folded.</param>
    /// <param name="isArabic">Whether it was written in Arabic letters: the article falls off.</param>
    public static string Of(string word, bool isArabic)
    {
        var text = new StringBuilder(isArabic && word.Length > 4 && word.StartsWith("al", StringComparison.Ordinal) ? word[2..] : word);
        foreach ((string from, string to) in Foldings)
            text.Replace(from, to);
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (!(letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w') && (result.Length == 0 || result[^1] != letter || char.IsDigit(letter)))
                result.Append(letter);
        }

        return result.ToString();
    }
}
