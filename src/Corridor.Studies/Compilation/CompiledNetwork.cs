using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>
/// A package, evaluated on a horizon: dense indices, units of account, money of account. Nothing in it changes any more;
/// an outage studied on it is a mask beside it.
/// </summary>
public sealed record CompiledNetwork
{
    /// <summary>Periods.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Money of account, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Nodes.</summary>
    public required IReadOnlyList<CompiledNode> Nodes { get; init; }

    /// <summary>Supplies.</summary>
    public required IReadOnlyList<CompiledSupply> Supplies { get; init; }

    /// <summary>Demands.</summary>
    public required IReadOnlyList<CompiledDemand> Demands { get; init; }

    /// <summary>Arcs.</summary>
    public required IReadOnlyList<CompiledArc> Arcs { get; init; }

    /// <summary>Fleets.</summary>
    public required IReadOnlyList<CompiledFleet> Fleets { get; init; }

    /// <summary>Storages.</summary>
    public required IReadOnlyList<CompiledStorage> Storages { get; init; }

    /// <summary>Converters.</summary>
    public required IReadOnlyList<CompiledConverter> Converters { get; init; }

    /// <summary>Payment channels.</summary>
    public required IReadOnlyList<CompiledChannel> Channels { get; init; }

    /// <summary>Contracts.</summary>
    public required IReadOnlyList<CompiledContract> Contracts { get; init; }

    /// <summary>Rules that match something within the horizon.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    /// <summary>Emergency measures.</summary>
    public required IReadOnlyList<CompiledMeasure> Measures { get; init; }

    /// <summary>Capacities that the run chooses.</summary>
    public IReadOnlyList<CompiledExpansion> Expansions { get; init; } = [];

    /// <summary>Number of periods.</summary>
    public int PeriodCount => Horizon.Periods.Count;
}
