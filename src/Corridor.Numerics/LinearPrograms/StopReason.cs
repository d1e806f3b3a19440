namespace Corridor.Numerics.LinearPrograms;

/// <summary>Why a solver stopped. Only <see cref="Optimal"/> promises a solution; a limit is never an optimum.</summary>
public enum StopReason
{
    /// <summary>Primal and dual points meet the tolerance, checked on the original problem.</summary>
    Optimal,

    /// <summary>No point satisfies the rows and bounds; the certificate ray is verified.</summary>
    PrimalInfeasible,

    /// <summary>The dual has no feasible point; a verified ray lowers the objective without end. The problem is unbounded if it is feasible.</summary>
    DualInfeasible,

    /// <summary>The limit on iterations was reached first.</summary>
    IterationLimit,

    /// <summary>The limit on time was reached first.</summary>
    TimeLimit,

    /// <summary>No further progress was possible, and the tolerance is not met.</summary>
    NumericalDifficulty,

    /// <summary>The caller asked to stop.</summary>
    Cancelled,
}
