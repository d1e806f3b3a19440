using System.Globalization;
using Corridor.Model.Schema;

namespace Corridor.Model.Time;

/// <summary>The periods of the package's own horizon, where they are no plain hours, days, weeks or months.</summary>
[Table("periods", "The periods of the package's own horizon, where they are no plain hours, days, weeks or months")]
public sealed record PeriodRow : Row
{
    /// <summary>Instant at which the figures of the period are read, ISO date-time.</summary>
    [Column("start", "instant at which the figures of the period are read, ISO date-time", Required = true, Key = true)]
    public required string Start { get; init; }

    /// <summary>Hours that the period stands for [h].</summary>
    [Column("hours", "hours that the period stands for", Required = true, Unit = "h", Minimum = 0)]
    public required double Hours { get; init; }

    /// <summary>Reads an instant: an ISO date, or an ISO date and time of day, without a time zone.</summary>
    /// <param name="text">Text, such as <c>2013-01-01T03:00</c> or <c>2013-01-01 03:00:00</c>.</param>
    /// <param name="start">The instant.</param>
    public static bool TryParseStart(string? text, out DateTime start) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out start);

    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"];
}
