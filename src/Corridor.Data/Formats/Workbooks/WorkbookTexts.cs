using System.Globalization;
using System.Text;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>Texts of a workbook: shared ones, rich ones, and the escapes within them.</summary>
internal static class WorkbookTexts
{
    /// <summary>Reads xl/sharedStrings.xml; null where it goes past a limit.</summary>
    internal static List<string>? Shared(WorkbookPart part, WorkbookLimits limits, FindingList findings)
    {
        var texts = new List<string>();
        var buffer = new StringBuilder();
        long characters = 0;
        int root = part.Root("sst");
        while (part.NextChild(root))
        {
            if (!part.Is("si"))
                continue;
            string text = Rich(part, limits.Cell, buffer, out bool isCut);
            characters += text.Length;
            if (isCut || texts.Count >= limits.SharedTexts || characters > limits.SharedCharacters)
            {
                string message = isCut
                    ? string.Create(CultureInfo.InvariantCulture, $"A shared text is longer than {limits.Cell} characters.")
                    : string.Create(CultureInfo.InvariantCulture, $"There are more than {limits.SharedTexts} shared texts, or more than {limits.SharedCharacters} characters in them.");
                findings.Add(FormatFindings.TooMany.At(part.File, part.Place, message));
                return null;
            }

            texts.Add(text);
        }

        return part.IsBroken ? null : texts;
    }

    /// <summary>The text of the element at hand: its &lt;t&gt; and those of its runs one after the other; phonetic readings are left out.</summary>
    internal static string Rich(WorkbookPart part, int most, StringBuilder buffer, out bool isCut)
    {
        buffer.Clear();
        isCut = false;
        int item = part.Enter();
        while (part.NextChild(item))
        {
            if (part.Is("t"))
            {
                isCut |= part.AppendText(buffer, most);
            }
            else if (part.Is("r"))
            {
                int run = part.Enter();
                while (part.NextChild(run))
                {
                    if (part.Is("t"))
                        isCut |= part.AppendText(buffer, most);
                }
            }
        }

        return Unescape(buffer.ToString());
    }

    /// <summary>Puts the characters in place of their escapes _xHHHH_ (ECMA-376 part 1, 22.9.2.19).</summary>
    internal static string Unescape(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        int done = 0;
        while (at >= 0)
        {
            bool isEscape = at + 7 <= text.Length && text[at + 6] == '_'
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            if (isEscape)
            {
                plain.Append(text, done, at - done);
                plain.Append((char)ushort.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                done = at + 7;
            }

            at = text.IndexOf("_x", isEscape ? done : at + 2, StringComparison.Ordinal);
        }

        return plain.Append(text, done, text.Length - done).ToString();
    }
}
