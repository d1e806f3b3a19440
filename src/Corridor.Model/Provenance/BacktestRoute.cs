using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Provenance;

/// <summary>Routes and markets of the backtest: which modelled quantity a reported figure measures. They never enter a computation.</summary>
[Table("backtest_routes", "Routes and markets of the backtest: which modelled quantity a reported figure measures; they never enter a computation")]
public sealed record BacktestRoute : Entity
{
    /// <summary>Carrier that is metered.</summary>
    [Column("carrier", "carrier that is metered", Required = true, References = "carriers")]
    public required string Carrier { get; init; }

    /// <summary>Arcs whose forward flows are added.</summary>
    [Column("arcs", "pipelines, lines and transports whose forward flows are added", References = "arcs")]
    public IReadOnlyList<string> Arcs { get; init; } = [];

    /// <summary>Zones that all arcs of the carrier leave, those inside them included.</summary>
    [Column("from_zones", "in place of arcs: all flows of the carrier out of these zones and those inside them; anywhere where empty", References = "zones")]
    public IReadOnlyList<string> FromZones { get; init; } = [];

    /// <summary>Zones that all arcs of the carrier reach, those inside them included.</summary>
    [Column("to_zones", "in place of arcs: all flows of the carrier into these zones and those inside them; anywhere where empty", References = "zones")]
    public IReadOnlyList<string> ToZones { get; init; } = [];

    /// <summary>Contracts whose deliveries are added.</summary>
    [Column("contracts", "contracts whose deliveries are added", References = "contracts")]
    public IReadOnlyList<string> Contracts { get; init; } = [];

    /// <summary>Converters whose output of the carrier is added.</summary>
    [Column("converters", "converters whose output of the carrier is added", References = "converters")]
    public IReadOnlyList<string> Converters { get; init; } = [];

    /// <summary>Whether backward flows are subtracted.</summary>
    [Column("net", "whether flows the other way are subtracted")]
    public bool Net { get; init; }

    /// <summary>Where flows are metered.</summary>
    [Column("metered_at", "where flows are metered: what arrives, or what enters")]
    public MeteringPoint MeteredAt { get; init; }

    /// <summary>Unit of the comparison.</summary>
    [Column("amount_unit", "unit of the comparison", Required = true)]
    public required AmountUnit AmountUnit { get; init; }

    /// <summary>Why the model and the reports differ, where an observation names no cause of its own.</summary>
    [Column("cause", "why the model and the reports differ, where an observation names no cause of its own")]
    public string? Cause { get; init; }
}
