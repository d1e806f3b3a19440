using System.Globalization;
using System.Text.RegularExpressions;

namespace Corridor.Model.Schema;

/// <summary>Says what is wrong with a text that is no number: the habits of spreadsheets are recognised.</summary>
internal static partial class NumberProblems
{
    internal static CellProblem Explain(ReadOnlySpan<char> text)
    {
        string printed = CellText.Shorten(text);
        string lower = printed.ToLowerInvariant();
        if (lower is "nan" or "inf" or "-inf" or "+inf" or "infinity" or "-infinity" or "+infinity" or "∞")
            return new CellProblem(CellProblemKind.NotFinite, $"'{printed}' is no finite number.", "Leave the cell empty where a figure is unknown.");
        return new CellProblem(CellProblemKind.NotANumber, $"'{printed}' is no number.", Hint(printed, lower));
    }

    private static string Hint(string printed, string lower)
    {
        string digits = Blanks().Replace(printed, "");
        if (digits != printed && Plain().IsMatch(digits))
            return $"Write {digits}: no separators between thousands.";
        if (Grouped().IsMatch(digits))
            return $"Write {digits.Replace(",", "", StringComparison.Ordinal)}: no separators between thousands (or {digits.Replace(',', '.')} if the comma is a decimal one).";
        if (DecimalComma().IsMatch(digits))
            return $"Write {digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')}: the decimal mark is a point.";
        if (printed.EndsWith('%') && double.TryParse(printed.AsSpan(0, printed.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double share))
            return string.Create(CultureInfo.InvariantCulture, $"Write {share / 100:0.######}, or declare the unit % for the column.");
        if (lower is "n/a" or "na" or "-" or "–" or "—" or "null" or "none" or "?" or "..")
            return "Leave the cell empty where a figure is unknown.";
        return Leading().IsMatch(printed) ? "Write the number alone; the unit is declared for the column or stands in the row's unit column." : "Write digits with a point as the decimal mark; leave the cell empty where the figure is unknown.";
    }

    [GeneratedRegex(@"[\s'’\u00A0\u202F\u2009]", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.?\d{3})*,\d+$|^[+-]?\d+,\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?\s*\D", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
