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
}
