using Corridor.Model.Schema;

namespace Corridor.Model.Network;

/// <summary>Reliability and planned maintenance of an asset.</summary>
[Table("outages", "Reliability and planned maintenance of an asset")]
public sealed record Outage : Entity
{
    /// <summary>Supply, arc, storage or converter.</summary>
    [Column("asset", "supply, arc, storage or converter", Required = true, References = "assets")]
    public required string Asset { get; init; }

    /// <summary>Share of time lost to forced outages; lowers the available capacity [1].</summary>
    [Column("forced_rate", "share of time lost to forced outages; lowers the available capacity", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? ForcedRate { get; init; }

    /// <summary>Mean time to repair [h].</summary>
    [Column("mean_time_to_repair", "mean time to repair", Unit = "h", Minimum = 0)]
    public double? MeanTimeToRepair { get; init; }

    /// <summary>First day of planned maintenance.</summary>
    [Column("planned_start", "first day of planned maintenance")]
    public DateOnly? PlannedStart { get; init; }

    /// <summary>First day after planned maintenance.</summary>
    [Column("planned_end", "first day after planned maintenance")]
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Share of the capacity that is out during it [1].</summary>
    [Column("planned_share", "share of the capacity that is out during it", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? PlannedShare { get; init; }
}
