using Corridor.Model.Schema;

namespace Corridor.Model.Markets;

/// <summary>Values of the indices by month.</summary>
[Table("price_series", "Values of the indices by month")]
public sealed record PricePoint : Row
{
    /// <summary>Index.</summary>
    [Column("index", "index", Required = true, Key = true, References = "price_indices")]
    public required string Index { get; init; }

    /// <summary>First day of the month.</summary>
    [Column("month", "first day of the month", Required = true, Key = true)]
    public required DateOnly Month { get; init; }

    /// <summary>Value in the unit of the index.</summary>
    [Column("value", "value in the unit of the index", Required = true)]
    public required double Value { get; init; }
}
