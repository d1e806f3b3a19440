using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Consumption by sector.</summary>
[Table("demands", "Consumption by sector")]
public sealed record Demand : Entity
{
    /// <summary>Node that consumes.</summary>
    [Column("node", "node that consumes", Required = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Who consumes.</summary>
    [Column("sector", "who consumes", Required = true)]
    public required DemandSector Sector { get; init; }

    /// <summary>Whether law protects these customers in a crisis.</summary>
    [Column("protected", "whether law protects these customers in a crisis")]
    public bool Protected { get; init; }

    /// <summary>Consumption in a calendar year.</summary>
    [Column("annual_volume", "consumption in a calendar year", Required = true, Minimum = 0)]
    public required Amount AnnualVolume { get; init; }

    /// <summary>Shape over the year.</summary>
    [Column("profile", "shape over the year", References = "profile_sets")]
    public string? Profile { get; init; }

    /// <summary>Price elasticity, at or below zero; needs reference_price [1].</summary>
    [Column("elasticity", "price elasticity, at or below zero; needs reference_price", Unit = "1", Maximum = 0)]
    public double? Elasticity { get; init; }

    /// <summary>Price at which the whole demand is taken.</summary>
    [Column("reference_price", "price at which the whole demand is taken")]
    public UnitPrice? ReferencePrice { get; init; }

    /// <summary>Cost of not serving a unit; where empty, the demand cannot be curtailed.</summary>
    [Column("curtailment_cost", "cost of not serving a unit; where empty, the demand cannot be curtailed")]
    public UnitPrice? CurtailmentCost { get; init; }

    /// <summary>Unit of the amounts in this row.</summary>
    [Column("amount_unit", "unit of the amounts in this row")]
    public AmountUnit? AmountUnit { get; init; }

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
