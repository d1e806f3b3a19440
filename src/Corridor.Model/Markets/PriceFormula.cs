using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Markets;

/// <summary>Price formulas of contracts.</summary>
[Table("price_formulas", "Price formulas of contracts")]
public sealed record PriceFormula : Entity
{
    /// <summary>Unit of the price.</summary>
    [Column("price_unit", "unit of the price", Required = true)]
    public required PriceUnit PriceUnit { get; init; }

    /// <summary>Constant part.</summary>
    [Column("base", "constant part")]
    public double Base { get; init; }

    /// <summary>Lowest price.</summary>
    [Column("floor", "lowest price")]
    public double? Floor { get; init; }

    /// <summary>Highest price.</summary>
    [Column("cap", "highest price")]
    public double? Cap { get; init; }

    /// <summary>Price below which the slope changes.</summary>
    [Column("s_curve_low", "price below which the slope changes")]
    public double? SCurveLow { get; init; }

    /// <summary>Price above which the slope changes.</summary>
    [Column("s_curve_high", "price above which the slope changes")]
    public double? SCurveHigh { get; init; }

    /// <summary>Factor on the slope outside the two.</summary>
    [Column("s_curve_slope", "factor on the slope outside the two", Minimum = 0, Maximum = 1)]
    public double? SCurveSlope { get; init; }
}
