using Corridor.Model.Schema;

namespace Corridor.Model.Time;

/// <summary>Values of the profiles.</summary>
[Table("profiles", "Values of the profiles")]
public sealed record ProfilePoint : Row
{
    /// <summary>Profile.</summary>
    [Column("profile", "profile", Required = true, Key = true, References = "profile_sets")]
    public required string Profile { get; init; }

    /// <summary>M01–M12 (month of any year, straight between mid-months), H00–H23 (hour of any day), or an ISO date or date-time from which the value holds.</summary>
    [Column("time", "M01–M12 (month of any year, straight between mid-months), H00–H23 (hour of any day), or an ISO date or date-time from which the value holds", Required = true, Key = true)]
    public required string Time { get; init; }

    /// <summary>Value.</summary>
    [Column("value", "value", Required = true, Minimum = 0)]
    public required double Value { get; init; }
}
