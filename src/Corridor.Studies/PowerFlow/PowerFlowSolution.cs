using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>A power flow: the state of every bus, branch and unit, and how it was found.</summary>
public sealed record PowerFlowSolution
{
    /// <summary>The grid.</summary>
    public required PowerGrid Grid { get; init; }

    /// <summary>Whether it is the flow of alternating current, with voltages and reactive power.</summary>
    public required bool IsAc { get; init; }

    /// <summary>The outcome.</summary>
    public required PowerFlowStatus Status { get; init; }

    /// <summary>State of each bus.</summary>
    public required IReadOnlyList<BusState> Buses { get; init; }

    /// <summary>State of each branch.</summary>
    public required IReadOnlyList<BranchState> Branches { get; init; }

    /// <summary>State of each unit.</summary>
    public required IReadOnlyList<UnitState> Units { get; init; }

    /// <summary>State of each direct current line.</summary>
    public required IReadOnlyList<DcLineState> DcLines { get; init; }

    /// <summary>The islands.</summary>
    public required IReadOnlyList<IslandReport> Islands { get; init; }

    /// <summary>Newton iterations of all islands, all attempts counted; 0 for direct current.</summary>
    public required int Iterations { get; init; }

    /// <summary>Greatest mismatch of active or reactive power at a bus as the independent check finds it [p.u.]; NaN where there is no state.</summary>
    public required double Mismatch { get; init; }

    /// <summary>Whether units keep reactive limits.</summary>
    public bool EnforcesReactiveLimits { get; init; }

    /// <summary>What the independent check found; null where there was nothing to check.</summary>
    public PowerFlowCheck? Check { get; init; }
}

/// <summary>State of a bus.</summary>
/// <param name="Voltage">Voltage [1, of the nominal]; 0 where there is none.</param>
/// <param name="Angle">Angle [deg].</param>
/// <param name="Island">Index of its island; −1 out of service.</param>
/// <param name="IsLive">Whether its island has a state.</param>
/// <param name="FreeActive">Active power that a slack bus without units gives [MW].</param>
/// <param name="FreeReactive">Reactive power that a slack bus without units gives [Mvar].</param>
/// <param name="Limit">+1 where its units are at their greatest reactive output and let the voltage fall, −1 at their least, 0 otherwise.</param>
public readonly record struct BusState(double Voltage, double Angle, int Island, bool IsLive, double FreeActive, double FreeReactive, int Limit);

/// <summary>Power that flows into a branch at its ends.</summary>
/// <param name="FromActive">At the from side [MW].</param>
/// <param name="FromReactive">At the from side [Mvar].</param>
/// <param name="ToActive">At the to side [MW].</param>
/// <param name="ToReactive">At the to side [Mvar].</param>
public readonly record struct BranchState(double FromActive, double FromReactive, double ToActive, double ToReactive)
{
    /// <summary>Greatest apparent power of both ends [MVA].</summary>
    public double Apparent => Math.Sqrt(Math.Max((FromActive * FromActive) + (FromReactive * FromReactive), (ToActive * ToActive) + (ToReactive * ToReactive)));
}

/// <summary>Output of a unit.</summary>
/// <param name="Active">Active power [MW].</param>
/// <param name="Reactive">Reactive power [Mvar].</param>
public readonly record struct UnitState(double Active, double Reactive);

/// <summary>State of a direct current line.</summary>
/// <param name="FromActive">Power taken at the from bus [MW].</param>
/// <param name="ToActive">Power given at the to bus [MW].</param>
/// <param name="FromReactive">Reactive power given at the from bus [Mvar].</param>
/// <param name="ToReactive">Reactive power given at the to bus [Mvar].</param>
public readonly record struct DcLineState(double FromActive, double ToActive, double FromReactive, double ToReactive);
