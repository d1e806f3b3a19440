using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Rules;

/// <summary>Emergency measures.</summary>
[Table("measures", "Emergency measures")]
public sealed record Measure : Entity
{
    /// <summary>Crisis level from which it may be used.</summary>
    [Column("level", "crisis level from which it may be used", Required = true)]
    public required CrisisLevel Level { get; init; }

    /// <summary>Kind of measure.</summary>
    [Column("kind", "kind of measure", Required = true)]
    public required MeasureKind Kind { get; init; }

    /// <summary>Node that is helped.</summary>
    [Column("node", "node that is helped", Required = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Demand that it relieves, such as the boilers that change fuel; where given, it serves no other and at most what that demand is served.</summary>
    [Column("demand", "demand that it relieves; where given, it serves no other", References = "demands")]
    public string? Demand { get; init; }

    /// <summary>Asset it uses; it acts only as far as the asset is in service.</summary>
    [Column("asset", "asset it uses; it acts only as far as the asset is in service", References = "assets")]
    public string? Asset { get; init; }

    /// <summary>Largest volume over the horizon.</summary>
    [Column("volume", "largest volume over the horizon", Minimum = 0)]
    public Amount? Volume { get; init; }

    /// <summary>Largest rate.</summary>
    [Column("rate", "largest rate", Required = true, Minimum = 0)]
    public required Rate Rate { get; init; }

    /// <summary>Days from the start of an outage at its node, or of its asset, until it can act [d].</summary>
    [Column("lead_time", "days from the start of an outage at its node, or of its asset, until it can act", Unit = "d", Minimum = 0)]
    public double? LeadTime { get; init; }

    /// <summary>Days for which it can act at its rate, in all [d].</summary>
    [Column("duration", "days for which it can act at its rate, in all", Unit = "d", Minimum = 0)]
    public double? Duration { get; init; }

    /// <summary>Cost of a unit.</summary>
    [Column("cost", "cost of a unit", Required = true)]
    public required UnitPrice Cost { get; init; }

    /// <summary>Legal basis.</summary>
    [Column("legal_basis", "legal basis")]
    public string? LegalBasis { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Unit of the prices in this row.</summary>
    [Column("price_unit", "unit of the prices in this row")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day")]
    public DateOnly? Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last")]
    public DateOnly? End { get; init; }
}
