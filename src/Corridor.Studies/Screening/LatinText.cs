using System.Globalization;
using System.Text;
using Corridor.Model.Text;

namespace Corridor.Studies.Screening;

/// <summary>
/// Writes a name in lower-case Latin letters so that spellings of several scripts meet: Cyrillic letter by letter (BGN/PCGN 1947 without
/// apostrophes, with Kazakh and Ukrainian letters), Greek (ISO 843), Arabic consonants; ideographs stay. Diacritics fall off.
/// </summary>
internal static class LatinText
{
    private static readonly Dictionary<char, string> Letters = Table();

    /// <summary>The name in Latin letters, ideographs, digits and blanks.</summary>
    /// <param name="text">A name in any script.</param>
    /// <param name="changed">Whether a letter of another script was rewritten.</param>
    public static string Of(string text, out bool changed)
    {
        changed = false;
        var result = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant())
        {
            if (Letters.TryGetValue(c, out string? latin))
            {
                result.Append(latin);
                changed = true;
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '‘' or '`' or 'ʹ' or 'ʼ' or '.')
                continue;
            result.Append(LatinLetters.WithoutMarks(c) ?? (char.IsLetterOrDigit(c) ? c.ToString() : " "));
        }

        return result.ToString();
    }

    /// <summary>Whether a letter is an ideograph, a syllable of Japanese or Korean, or otherwise no letter of an alphabet.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');

    private static Dictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        void Add(string letters, string latin)
        {
            string[] parts = latin.Split(' ');
            for (int i = 0; i < letters.Length; i++)
                table[letters[i]] = parts[i] == "_" ? "" : parts[i];
        }

        Add("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e");
        Add("іїєґўә", "i i e g u a");
        Add("ғқңөұүһ", "gh q n o u u h");
        Add("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
        Add("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئؤءگپچژڤ", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a i a y w _ g p ch zh v");
        return table;
    }
}
