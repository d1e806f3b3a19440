using Corridor.Model.Network;

namespace Corridor.Studies.Compilation;

/// <summary>A demand, ready for a program. Arrays run over the periods; rates in units of account per day.</summary>
public sealed record CompiledDemand
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Node that consumes.</summary>
    public required NodeIndex Node { get; init; }

    /// <summary>Who consumes.</summary>
    public required DemandSector Sector { get; init; }

    /// <summary>Whether law protects these customers.</summary>
    public required bool Protected { get; init; }

    /// <summary>Demand before anything is given up or curtailed.</summary>
    public required double[] Rate { get; init; }

    /// <summary>Elastic parts, in the order of the table; their shares add up to at most 1.</summary>
    public required IReadOnlyList<CompiledStep> Steps { get; init; }

    /// <summary>Cost of a unit not served, money of account; null where the demand cannot be curtailed.</summary>
    public required double[]? CurtailmentCost { get; init; }
}
