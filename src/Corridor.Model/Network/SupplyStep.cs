using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Cost steps of a supply, cheapest first.</summary>
[Table("supply_steps", "Cost steps of a supply, cheapest first")]
public sealed record SupplyStep : Row
{
    /// <summary>Supply.</summary>
    [Column("supply", "supply", Required = true, Key = true, References = "supplies")]
    public required string Supply { get; init; }

    /// <summary>Order of the step, from 1.</summary>
    [Column("step", "order of the step, from 1", Required = true, Key = true, Minimum = 1)]
    public required int Step { get; init; }

    /// <summary>Share of the capacity [1].</summary>
    [Column("share", "share of the capacity", Required = true, Unit = "1", Minimum = 0, Maximum = 1)]
    public required double Share { get; init; }

    /// <summary>Marginal cost of the step.</summary>
    [Column("cost", "marginal cost of the step", Required = true)]
    public required UnitPrice Cost { get; init; }

    /// <summary>Unit of the cost.</summary>
    [Column("price_unit", "unit of the cost")]
    public PriceUnit? PriceUnit { get; init; }
}
