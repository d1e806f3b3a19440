using System.Text;
using Corridor.Data.Packages;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Texts of other programs' files, as a cell of a package can hold them.</summary>
public static class ForeignText
{
    private const int LongestText = CsvReader.LongestCell / 2;

    /// <summary>A text in one line: control characters as blanks, halves of surrogate pairs as U+FFFD, blanks around it taken off, cut after 32 KiB of UTF-8.</summary>
    /// <param name="text">Text as the file has it.</param>
    public static string OneLine(string text) => OneLine(text, out _);

    /// <summary>A text in one line, and whether it was cut.</summary>
    /// <param name="text">Text as the file has it.</param>
    /// <param name="isCut">Whether its end is missing.</param>
    internal static string OneLine(string text, out bool isCut)
    {
        ArgumentNullException.ThrowIfNull(text);
        isCut = false;
        if (text.Length <= LongestText / 3 && !text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.AsSpan().ContainsAnyInRange('\x7F', '\x9F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text.Trim();
        var plain = new StringBuilder(Math.Min(text.Length, LongestText));
        int bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Rune kept = Rune.IsControl(rune) ? new Rune(' ') : rune;
            bytes += kept.Utf8SequenceLength;
            if (bytes > LongestText)
            {
                isCut = true;
                break;
            }

            plain.Append(kept.ToString());
        }

        return plain.ToString().Trim();
    }
}
