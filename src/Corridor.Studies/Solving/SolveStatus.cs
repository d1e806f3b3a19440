namespace Corridor.Studies.Solving;

/// <summary>How a solve ended.</summary>
public enum SolveStatus
{
    /// <summary>An optimum that meets the tolerance, checked on the program as given.</summary>
    Optimal,

    /// <summary>Proved: no point satisfies all rows and bounds.</summary>
    Infeasible,

    /// <summary>Proved: there are points, and the objective improves without end.</summary>
    Unbounded,

    /// <summary>Proved: the objective improves without end if there is any point; whether there is one is not known.</summary>
    InfeasibleOrUnbounded,

    /// <summary>The limit on time came first.</summary>
    TimeLimit,

    /// <summary>The limit on iterations came first.</summary>
    IterationLimit,

    /// <summary>No further progress was possible, and nothing is proved.</summary>
    NumericalDifficulty,

    /// <summary>The user asked to stop.</summary>
    Cancelled,

    /// <summary>Another solver could not be started, failed, or left no answer that can be read.</summary>
    SolverFailed,
}
