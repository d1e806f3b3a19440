using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>The outcome of a crossover. Unless <see cref="IsVertex"/>, the point it started from stands as it was.</summary>
public sealed class CrossoverResult
{
    /// <summary>Why it stopped; <see cref="StopReason.Optimal"/> if the vertex is certified.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>Whether <see cref="Primal"/> and <see cref="RowDual"/> are the optimal basic solution of <see cref="Basis"/>, certified on the problem as given.</summary>
    public bool IsVertex => StopReason == StopReason.Optimal;

    /// <summary>The last basis; as many of its columns and rows are basic as there are rows.</summary>
    public required Basis Basis { get; init; }

    /// <summary>x of the basis, one value a column.</summary>
    public required double[] Primal { get; init; }

    /// <summary>y of the basis, one value a row; signs as in <see cref="LinearProgramSolution.RowDual"/>.</summary>
    public required double[] RowDual { get; init; }

    /// <summary>z = c − Aᵀy, one value a column: positive at a lower bound, negative at an upper bound.</summary>
    public required double[] ReducedCost { get; init; }

    /// <summary>A x, one value a row.</summary>
    public required double[] RowActivity { get; init; }

    /// <summary>cᵀx + c₀.</summary>
    public required double Objective { get; init; }

    /// <summary>Residuals recomputed on the problem as given.</summary>
    public required ResidualReport Residuals { get; init; }

    /// <summary>Columns and rows pushed to a bound or into the basis, ≥ 0.</summary>
    public required int PrimalPushes { get; init; }

    /// <summary>Basic columns and rows whose reduced cost was pushed to zero or that left the basis, ≥ 0.</summary>
    public required int DualPushes { get; init; }

    /// <summary>Simplex iterations after the pushes, ≥ 0.</summary>
    public required int CleanupIterations { get; init; }

    /// <summary>Time from call to return, s.</summary>
    public required double Seconds { get; init; }
}
