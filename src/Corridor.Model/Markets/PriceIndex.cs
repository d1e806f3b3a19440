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

    /// <summary>Nodes where the price holds: a hub, or terminals that LNG is delivered to; separated by semicolons.</summary>
    [Column("nodes", "nodes where the price holds: a hub, or terminals that LNG is delivered to; separated by semicolons", References = "nodes")]
    public IReadOnlyList<string> Nodes { get; init; } = [];
}
