using Corridor.Model.Schema;

namespace Corridor.Model.Markets;

/// <summary>Indexed parts of a price formula.</summary>
[Table("price_formula_terms", "Indexed parts of a price formula")]
public sealed record PriceFormulaTerm : Row
{
    /// <summary>Formula.</summary>
    [Column("formula", "formula", Required = true, Key = true, References = "price_formulas")]
    public required string Formula { get; init; }

    /// <summary>Index.</summary>
    [Column("index", "index", Required = true, Key = true, References = "price_indices")]
    public required string Index { get; init; }

    /// <summary>Units of the price for a unit of the index.</summary>
    [Column("slope", "units of the price for a unit of the index", Required = true)]
    public required double Slope { get; init; }

    /// <summary>Months averaged (X of X-Y-Z).</summary>
    [Column("averaging", "months averaged (X of X-Y-Z)", Required = true, Minimum = 1)]
    public required int Averaging { get; init; }

    /// <summary>Months between the averaged window and the reset (Y).</summary>
    [Column("lag", "months between the averaged window and the reset (Y)", Required = true, Minimum = 0)]
    public required int Lag { get; init; }

    /// <summary>Months for which a price holds (Z).</summary>
    [Column("reset", "months for which a price holds (Z)", Required = true, Minimum = 1)]
    public required int Reset { get; init; }
}
