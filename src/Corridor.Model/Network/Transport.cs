using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Rail, ship and truck routes.</summary>
[Table("transports", "Rail, ship and truck routes")]
public sealed record Transport : Entity
{
    /// <summary>Node at the start.</summary>
    [Column("from", "node at the start", Required = true, References = "nodes")]
    public required string From { get; init; }

    /// <summary>Node at the end.</summary>
    [Column("to", "node at the end", Required = true, References = "nodes")]
    public required string To { get; init; }

    /// <summary>Mode.</summary>
    [Column("mode", "mode", Required = true)]
    public required TransportMode Mode { get; init; }

    /// <summary>Distance [km].</summary>
    [Column("distance", "distance", Unit = "km", Minimum = 0)]
    public Length? Distance { get; init; }

    /// <summary>Days from loading to unloading [d].</summary>
    [Column("transit_time", "days from loading to unloading", Unit = "d", Minimum = 0)]
    public double? TransitTime { get; init; }

    /// <summary>Whether deliveries arrive one transit time after loading; otherwise in the same period.</summary>
    [Column("delayed", "whether deliveries arrive one transit time after loading; otherwise in the same period")]
    public bool Delayed { get; init; }

    /// <summary>Largest flow.</summary>
    [Column("capacity", "largest flow", Required = true, Minimum = 0)]
    public required Rate Capacity { get; init; }

    /// <summary>Share lost under way, boil-off included [1].</summary>
    [Column("loss_share", "share lost under way, boil-off included", Unit = "1", Minimum = 0, Maximum = 1)]
    public double? LossShare { get; init; }

    /// <summary>Freight and fees for a unit carried, or for a unit and 100 km.</summary>
    [Column("cost", "freight and fees for a unit carried, or for a unit and 100 km", Minimum = 0)]
    public UnitPrice? Cost { get; init; }

    /// <summary>Fleet that serves it.</summary>
    [Column("fleet", "fleet that serves it", References = "fleets")]
    public string? Fleet { get; init; }

    /// <summary>Who may use the route.</summary>
    [Column("access", "who may use the route")]
    public ArcAccess Access { get; init; }

    /// <summary>Operator.</summary>
    [Column("owner", "operator", References = "actors")]
    public string? Owner { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the cost.</summary>
    [Column("price_unit", "unit of the cost")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>Stage of life; only operating assets are dispatched.</summary>
    [Column("status", "stage of life; only operating assets are dispatched")]
    public AssetStatus Status { get; init; }

    /// <summary>First day in service.</summary>
    [Column("start", "first day in service")]
    public DateOnly? Start { get; init; }

    /// <summary>First day out of service again.</summary>
    [Column("end", "first day out of service again")]
    public DateOnly? End { get; init; }
}
