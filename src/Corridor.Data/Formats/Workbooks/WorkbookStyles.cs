namespace Corridor.Data.Formats.Workbooks;

/// <summary>Which styles of a workbook show a number as a date (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class WorkbookStyles
{
    private readonly List<bool> _isDate = [];

    /// <summary>Whether the style shows a number as a date.</summary>
    /// <param name="style">Number of the style; out of range is the general one.</param>
    internal bool IsDate(int style) => style >= 0 && style < _isDate.Count && _isDate[style];

    /// <summary>Reads xl/styles.xml.</summary>
    internal static WorkbookStyles Read(WorkbookPart part)
    {
        var styles = new WorkbookStyles();
        var formats = new Dictionary<int, bool>();
        int root = part.Root("styleSheet");
        while (part.NextChild(root))
        {
            if (part.Is("numFmts"))
            {
                int group = part.Enter();
                while (part.NextChild(group))
                {
                    if (part.Is("numFmt") && part.Integer("numFmtId") is { } id && part.Attribute("formatCode") is { } code)
                        formats[id] = ShowsDate(code);
                }
            }
            else if (part.Is("cellXfs"))
            {
                int group = part.Enter();
                while (part.NextChild(group))
                {
                    if (part.Is("xf"))
                        styles._isDate.Add(part.Integer("numFmtId") is { } id && (formats.TryGetValue(id, out bool isDate) ? isDate : IsBuiltInDate(id)));
                }
            }
        }

        return styles;
    }

    /// <summary>Whether a number format shows a date or time: a letter of y, m, d, h, s outside quotation marks, brackets and escapes.</summary>
    internal static bool ShowsDate(string code)
    {
        if (string.Equals(code, "General", StringComparison.OrdinalIgnoreCase))
            return false;
        for (int i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case ';':
                    return false;
                case '"':
                    i = EndOf(code, '"', i);
                    break;
                case '[':
                    int end = EndOf(code, ']', i);
                    ReadOnlySpan<char> inside = code.AsSpan(i + 1, Math.Max(end - i - 1, 0));
                    if (inside.Length > 0 && inside.TrimStart("hHmMsS").IsEmpty)
                        return true;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The date that a number stands for; null where it stands for none.</summary>
    /// <param name="serial">Days since day 0, the time of day as their fraction.</param>
    /// <param name="is1904">Whether day 0 is 1 January 1904; otherwise 1 is 1 January 1900, and 60 the day that 1900 did not have.</param>
    internal static DateTime? DateOf(double serial, bool is1904)
    {
        const double LastDay = 2_958_466;
        if (!(serial >= (is1904 ? 0 : 1) && serial < LastDay - (is1904 ? 1462 : 0)))
            return null;
        if (!is1904 && serial is >= 60 and < 61)
            return null;
        var epoch = is1904 ? new DateTime(1904, 1, 1) : serial < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        double days = Math.Floor(serial);
        double milliseconds = Math.Round((serial - days) * 86_400_000);
        DateTime day = epoch.AddDays(days);
        return day > DateTime.MaxValue.AddMilliseconds(-milliseconds) ? day : day.AddMilliseconds(milliseconds);
    }

    private static int EndOf(string code, char mark, int start)
    {
        int end = code.IndexOf(mark, start + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
}
