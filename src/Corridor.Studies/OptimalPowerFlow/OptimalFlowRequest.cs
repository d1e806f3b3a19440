using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>What an optimal power flow is asked for.</summary>
public sealed record OptimalFlowRequest
{
    /// <summary>How susceptances, angle limits and direct current lines are taken.</summary>
    public SusceptanceConvention Convention { get; init; } = SusceptanceConvention.Matpower;

    /// <summary>Whether the flow must stay within limits after the outage of any branch in service.</summary>
    public bool SecureAll { get; init; }

    /// <summary>Branches, by index, whose outage must be survived; counted only without <see cref="SecureAll"/>.</summary>
    public IReadOnlyList<int> Outages { get; init; } = [];

    /// <summary>Relative tolerance of the linear and quadratic programs; positive.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Threads, ≥ 1; the result has the same bits for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Largest time for all rounds together; null for none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Largest number of rounds of outages or costs, ≥ 1; where directions of direct current lines are tried apart, for each of them.</summary>
    public int RoundLimit { get; init; } = 200;

    /// <summary>Most limits after outages that a round adds, ≥ 1.</summary>
    public int LimitsPerRound { get; init; } = 500;
}
