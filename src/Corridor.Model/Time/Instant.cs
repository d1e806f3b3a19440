namespace Corridor.Model.Time;

/// <summary>Reads instants as packages write them: ISO 8601 dates, with or without a time of day, without a time zone.</summary>
public static class Instant
{
    /// <summary>
    /// Reads <c>yyyy-MM-dd</c>, or that with <c>HH:mm</c> or <c>HH:mm:ss</c> behind a T or a blank. Long series have hundreds of thousands of them: nothing is allocated.
    /// </summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="time">The instant; no time zone.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (10 or 16 or 19) || text[4] != '-' || text[7] != '-'
            || !Number(text[..4], out int year) || !Number(text[5..7], out int month) || !Number(text[8..10], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        int hour = 0, minute = 0, second = 0;
        if (text.Length > 10 && (text[10] is not ('T' or ' ') || text[13] != ':' || !Number(text[11..13], out hour) || !Number(text[14..16], out minute) || hour > 23 || minute > 59))
            return false;
        if (text.Length == 19 && (text[16] != ':' || !Number(text[17..19], out second) || second > 59))
            return false;
        time = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
            value = (10 * value) + digit - '0';
        }

        return true;
    }
}
