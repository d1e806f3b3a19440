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
    /// <summary>The name in Latin letters, ideographs, digits and blanks.</summary>
    /// <param name="text">A name in any script.</param>
    /// <param name="changed">Whether a letter of another script was rewritten.</param>
    public static string Of(string text, out bool changed)
    {
        changed = false;
        var result = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant())
        {
            if (ScriptLetters.ToLatin(c) is { } latin)
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
}
