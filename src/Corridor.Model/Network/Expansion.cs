using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>
/// Assets whose capacity a run may choose. The asset's own limits (capacity, ratings both ways, least output, working volume,
/// rates) are those of its stated capacity, as printed; all of them scale with the capacity chosen. Of a storage the capacity is its largest withdrawal.
/// </summary>
[Table("expansions", "Assets whose capacity a run may choose")]
public sealed record Expansion : Row
{
    /// <summary>Supply, power line, pipeline, transport, storage or converter; its limits scale with the capacity chosen (of a storage: the largest withdrawal).</summary>
    [Column("asset", "supply, power line, pipeline, transport, storage or converter; its limits scale with the capacity chosen (of a storage: the largest withdrawal)", Required = true, Key = true, References = "assets")]
    public required string Asset { get; init; }

    /// <summary>Capacity that stands already, in the cost taken as paid; the asset's stated capacity where empty.</summary>
    [Column("installed", "capacity that stands already, in the cost taken as paid; the asset's stated capacity where empty", Minimum = 0)]
    public Rate? Installed { get; init; }

    /// <summary>Least capacity to choose; 0 where empty.</summary>
    [Column("capacity_min", "least capacity to choose; 0 where empty", Minimum = 0)]
    public Rate? CapacityMin { get; init; }

    /// <summary>Greatest capacity to choose; no limit where empty.</summary>
    [Column("capacity_max", "greatest capacity to choose; no limit where empty", Minimum = 0)]
    public Rate? CapacityMax { get; init; }

    /// <summary>Cost of a unit of capacity over the horizon, money of account per rate_unit; what is chosen above the installed pays it, what is chosen below saves it.</summary>
    [Column("cost", "cost of a unit of capacity over the horizon, money of account per rate_unit; what is chosen above the installed pays it, what is chosen below saves it")]
    public double? Cost { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }
}
