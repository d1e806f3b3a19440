namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>How an optimal power flow ended.</summary>
public enum OptimalFlowStatus
{
    /// <summary>The cheapest output was found, and certified on the grid.</summary>
    Optimal,

    /// <summary>A point was found that does not pass its certificate.</summary>
    NotCertified,

    /// <summary>No output meets demand within the limits; proven.</summary>
    Infeasible,

    /// <summary>The cost falls without end; proven.</summary>
    Unbounded,

    /// <summary>The limit on iterations, rounds or time came first.</summary>
    Limit,

    /// <summary>The arithmetic came to no answer.</summary>
    NumericalDifficulty,

    /// <summary>The caller asked to stop.</summary>
    Cancelled,
}
