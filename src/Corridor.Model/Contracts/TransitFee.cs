using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Contracts;

/// <summary>Fees that a transit country or operator levies on a flow.</summary>
[Table("transit_fees", "Fees that a transit country or operator levies on a flow")]
public sealed record TransitFee : Entity
{
    /// <summary>Arc that pays.</summary>
    [Column("arc", "arc that pays", Required = true, References = "arcs")]
    public required string Arc { get; init; }

    /// <summary>Direction that pays.</summary>
    [Column("direction", "direction that pays")]
    public ArcDirection Direction { get; init; }

    /// <summary>Who receives it.</summary>
    [Column("payee", "who receives it", References = "actors")]
    public string? Payee { get; init; }

    /// <summary>Charge for a unit carried, or for a unit and 100 km.</summary>
    [Column("charge", "charge for a unit carried, or for a unit and 100 km", Required = true, Minimum = 0)]
    public required UnitPrice Charge { get; init; }

    /// <summary>Unit of the charge.</summary>
    [Column("price_unit", "unit of the charge")]
    public PriceUnit? PriceUnit { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day")]
    public DateOnly? Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last")]
    public DateOnly? End { get; init; }
}
