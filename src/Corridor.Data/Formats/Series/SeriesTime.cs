using System.Globalization;

namespace Corridor.Data.Formats.Series;

/// <summary>Reads the times of series: days, months, quarters, years.</summary>
internal static class SeriesTime
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd", "MMM dd, yyyy", "MMM d, yyyy", "MM/dd/yyyy", "M/d/yyyy", "dd-MMM-yyyy", "d-MMM-yyyy"];
    private static readonly string[] Months = ["yyyy-MM", "MMM-yyyy", "MMM yyyy", "yyyy/MM", "MMMM yyyy"];
    private static readonly string[] Instants = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffzzz"];

    /// <summary>The span that a text speaks of; false where it is none.</summary>
    public static bool TryParse(string text, out DateOnly start, out DateOnly end)
    {
        const DateTimeStyles None = DateTimeStyles.None;
        (start, end) = (default, default);
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, None, out start))
            return End(start, start.Year < 9999 ? start.AddDays(1) : start, out end);
        if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant) && instant.Year < 9999)
            return End(start = DateOnly.FromDateTime(instant.DateTime), start.AddDays(1), out end);
        if (text.Length == 7 && text[4] is 'M' or 'm' && Number(text[..4], out int year) && Number(text[5..], out int month))
            return Month(year, month, out start, out end);
        if (text.Length == 6 && text[4] is 'Q' or 'q' && Number(text[..4], out year) && Number(text[5..], out int quarter) && quarter is >= 1 and <= 4 && Month(year, (3 * quarter) - 2, out start, out end))
            return End(start, start.AddMonths(3), out end);
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, None, out start))
            return Month(start.Year, start.Month, out start, out end);
        if (text.Length == 6 && Number(text[..4], out year) && Number(text[4..], out month))
            return Month(year, month, out start, out end);
        return text.Length == 4 && Number(text, out year) && Month(year, 1, out start, out end) && End(start, start.AddYears(1), out end);
    }

    /// <summary>The instant that a text with an hour states; one without an offset is taken as it stands. False where it states no hour.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static bool Month(int year, int month, out DateOnly start, out DateOnly end)
    {
        (start, end) = (default, default);
        if (year is < 1700 or > 9000 || month is < 1 or > 12)
            return false;
        start = new DateOnly(year, month, 1);
        return End(start, start.AddMonths(1), out end);
    }

    private static bool End(DateOnly start, DateOnly after, out DateOnly end)
    {
        end = after;
        return start.Year is >= 1700 and <= 9000;
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
