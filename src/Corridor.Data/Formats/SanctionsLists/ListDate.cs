using System.Globalization;

namespace Corridor.Data.Formats.SanctionsLists;

/// <summary>Days as lists print them: <c>24 Feb 2022</c> (OFAC), <c>12.9.2014</c> and <c>14 June 2022</c> (annexes of the European Union), <c>2022-02-24</c>.</summary>
internal static class ListDate
{
    private static readonly string[] Forms = ["d MMM yyyy", "d MMMM yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    /// <summary>The day; null where the text is no day of these forms.</summary>
    internal static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day) ? day : null;

    /// <summary>A text of a list as a message shows it: at most forty letters.</summary>
    internal static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>
    /// The earliest of OFAC's <c>Listing Date (…): 24 Feb 2022</c> (the colon is often left out), and how it is printed; where none of them is a
    /// day, the first as printed; empty where none is stated.
    /// </summary>
    internal static (DateOnly? Day, string Printed) Listing(string remarks)
    {
        const string mark = "Listing Date";
        (DateOnly? Day, string Printed) first = (null, "");
        foreach (string part in remarks.Split(';', StringSplitOptions.TrimEntries))
        {
            if (!part.StartsWith(mark, StringComparison.Ordinal))
                continue;
            int close = part.IndexOf(')', StringComparison.Ordinal);

            // A bracket that does not close: the remark is cut here.
            string printed = close < 0 && part.Contains('(', StringComparison.Ordinal) ? "" : part[(close < 0 ? mark.Length : close + 1)..].Trim(' ', ':', '.');
            if (Parse(printed) is { } day)
            {
                if (!(day >= first.Day))
                    first = (day, printed);
            }
            else if (first.Printed.Length == 0)
            {
                first = (null, printed);
            }
        }

        return first;
    }
}
