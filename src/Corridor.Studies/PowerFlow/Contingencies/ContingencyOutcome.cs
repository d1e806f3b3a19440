namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>What an outage leads to.</summary>
public sealed record ContingencyOutcome
{
    /// <summary>How it ended.</summary>
    public required ContingencyStatus Status { get; init; }

    /// <summary>Newton iterations; 0 for direct current.</summary>
    public int Iterations { get; init; }

    /// <summary>Greatest mismatch at a bus, added up again from the flows of the branches [p.u.]; NaN without a state.</summary>
    public double Mismatch { get; init; } = double.NaN;

    /// <summary>Why there is no state; null where there is one.</summary>
    public FlowFailureReason? Reason { get; init; }

    /// <summary>Bus with the greatest mismatch where there is no state; −1 otherwise.</summary>
    public int MismatchBus { get; init; } = -1;

    /// <summary>Buses cut off from the slack.</summary>
    public int LostBuses { get; init; }

    /// <summary>First of them; −1 for none.</summary>
    public int FirstLostBus { get; init; } = -1;

    /// <summary>Demand cut off [MW].</summary>
    public double LostDemand { get; init; }

    /// <summary>Output cut off or failed [MW].</summary>
    public double LostOutput { get; init; }

    /// <summary>Number of branches beyond their rating after an outage that were not, or were less, without it.</summary>
    public int OverloadCount { get; init; }

    /// <summary>The worst of them, the most loaded first.</summary>
    public IReadOnlyList<Overload> Overloads { get; init; } = [];

    /// <summary>Number of buses outside their voltage limits that were not, or were less, without it.</summary>
    public int VoltageCount { get; init; }

    /// <summary>The worst of them, the furthest outside first.</summary>
    public IReadOnlyList<VoltageViolation> Voltages { get; init; } = [];
}

/// <summary>A branch beyond its rating.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Loading">Apparent power over the rating after an outage [1].</param>
public readonly record struct Overload(int Branch, double Loading);

/// <summary>A bus outside its voltage limits.</summary>
/// <param name="Bus">The bus.</param>
/// <param name="Voltage">Voltage [1].</param>
/// <param name="Beyond">Distance from the nearest allowed voltage [1]: positive.</param>
public readonly record struct VoltageViolation(int Bus, double Voltage, double Beyond);

/// <summary>How the study of an outage ended.</summary>
public enum ContingencyStatus
{
    /// <summary>There is a state, confirmed by its mismatch.</summary>
    Solved,

    /// <summary>There is a state of what is still connected to the slack; the rest is without.</summary>
    Split,

    /// <summary>No state was found.</summary>
    Unsolved,

    /// <summary>Nothing that was in service fails.</summary>
    Idle,
}
