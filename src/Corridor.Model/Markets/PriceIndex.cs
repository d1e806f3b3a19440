using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Markets;

/// <summary>Hubs and indices.</summary>
[Table("price_indices", "Hubs and indices")]
public sealed record PriceIndex : Entity
{
    /// <summary>Unit of the values.</summary>
    [Column("price_unit", "unit of the values", Required = true)]
    public required PriceUnit PriceUnit { get; init; }
}
