namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// The outcome of a solve, on the problem as given. Why it stopped, what the primal point is and what the dual point is are three things.
/// </summary>
public sealed class LinearProgramSolution
{
    /// <summary>Why the solver stopped.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>What <see cref="Primal"/> is.</summary>
    public required SolutionStatus PrimalStatus { get; init; }

    /// <summary>What <see cref="RowDual"/> is.</summary>
    public required SolutionStatus DualStatus { get; init; }

    /// <summary>The primal point x, one value a column.</summary>
    public required double[] Primal { get; init; }

    /// <summary>A x, one value a row.</summary>
    public required double[] RowActivity { get; init; }

    /// <summary>
    /// y, one value a row: ∂objective/∂bound. Positive where raising the row's lower bound raises the cost,
    /// negative where raising its upper bound lowers it.
    /// </summary>
    public required double[] RowDual { get; init; }

    /// <summary>z = c − Aᵀy, one value a column: positive at a lower bound, negative at an upper bound.</summary>
    public required double[] ReducedCost { get; init; }

    /// <summary>cᵀx + c₀.</summary>
    public required double Objective { get; init; }

    /// <summary>The objective of the dual point: Σ y·(row bound) + Σ z·(column bound) + c₀.</summary>
    public required double DualObjective { get; init; }

    /// <summary>Iterations of the method.</summary>
    public required int Iterations { get; init; }

    /// <summary>Residuals recomputed on the problem as given.</summary>
    public required ResidualReport Residuals { get; init; }

    /// <summary>
    /// For <see cref="StopReason.PrimalInfeasible"/>: a row vector y, verified to prove that no point exists. Otherwise null.
    /// </summary>
    public double[]? RowRay { get; init; }

    /// <summary>
    /// For <see cref="StopReason.DualInfeasible"/>: a column vector d with cᵀd &lt; 0 along which a feasible point stays feasible. Otherwise null.
    /// </summary>
    public double[]? ColumnRay { get; init; }

    /// <summary>Where the time went.</summary>
    public required SolveTiming Timing { get; init; }

    /// <summary>What the linear algebra did.</summary>
    public required SolveStatistics Statistics { get; init; }
}
