using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Parts of a demand that are given up above a price.</summary>
[Table("demand_steps", "Parts of a demand that are given up above a price")]
public sealed record DemandStep : Row
{
    /// <summary>Demand.</summary>
    [Column("demand", "demand", Required = true, Key = true, References = "demands")]
    public required string Demand { get; init; }

    /// <summary>Order of the step, from 1.</summary>
    [Column("step", "order of the step, from 1", Required = true, Key = true, Minimum = 1)]
    public required int Step { get; init; }

    /// <summary>Share of the demand [1].</summary>
    [Column("share", "share of the demand", Required = true, Unit = "1", Minimum = 0, Maximum = 1)]
    public required double Share { get; init; }

    /// <summary>Price above which this part is given up.</summary>
    [Column("price", "price above which this part is given up", Required = true)]
    public required UnitPrice Price { get; init; }

    /// <summary>Unit of the price.</summary>
    [Column("price_unit", "unit of the price")]
    public PriceUnit? PriceUnit { get; init; }
}
