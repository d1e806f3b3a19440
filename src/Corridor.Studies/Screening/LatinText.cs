using System.Globalization;
using System.Text;
using Corridor.Model.Text;

namespace Corridor.Studies.Screening;

/// <summary>
/// Writes a name in lower-case Latin letters so that spellings of several scripts meet: Cyrillic letter by letter (BGN/PCGN 1947 without
/// apostrophes, with Kazakh and Ukrainian letters), Greek (ISO 843), Arabic and Persian consonants; ideographs stay. Diacritics fall off,
/// letters and digits of full width or of Arabic numerals become usual ones.
/// </summary>
internal static class LatinText
{
    /// <summary>The name in Latin letters, ideographs, digits and blanks.</summary>
    /// <param name="text">A name in any script.</param>
    /// <param name="script">Whether letters of another script were rewritten, and whether Arabic ones were among them.</param>
    public static string Of(string text, out (bool IsRewritten, bool IsArabic) script)
    {
        script = default;
        var result = new StringBuilder(text.Length);
        foreach (char printed in text)
        {
            char c = char.ToLowerInvariant(printed is >= '\uFF01' and <= '\uFF5E' ? (char)(printed - 0xFEE0) : printed);
            if (ScriptLetters.ToLatin(c) is { } latin)
            {
                result.Append(latin);
                script = (true, script.IsArabic || c is >= '\u0600' and <= '\u06FF');
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c is '\'' or '’' or '‘' or '`' or 'ʹ' or 'ʼ' or '.')
                continue;
            if (char.IsDigit(c))
                result.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else
                result.Append(LatinLetters.WithoutMarks(c) ?? (char.IsLetter(c) || char.IsSurrogate(c) ? c.ToString() : " "));
        }

        return result.ToString();
    }

    /// <summary>Whether a letter is an ideograph, a syllable of Japanese or Korean, or otherwise no letter of an alphabet.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);
}
