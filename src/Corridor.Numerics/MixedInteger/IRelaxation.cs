namespace Corridor.Numerics.MixedInteger;

/// <summary>What became of a relaxation.</summary>
internal enum RelaxationStatus
{
    /// <summary>Solved: the point is optimal for the relaxation.</summary>
    Optimal,

    /// <summary>A verified proof says that no point exists.</summary>
    Infeasible,

    /// <summary>A verified ray lowers the objective without end.</summary>
    Unbounded,

    /// <summary>Stopped on the way, because its bound passed the cutoff or its iterations were used up; the bound holds.</summary>
    Stopped,

    /// <summary>Time is up, or the caller asked to stop.</summary>
    Interrupted,

    /// <summary>Neither solved nor proven infeasible; the bound holds, whatever it is.</summary>
    Failed,
}

/// <summary>The outcome of a relaxation.</summary>
internal sealed class RelaxationResult
{
    internal required RelaxationStatus Status { get; init; }

    /// <summary>x, one value a column; meaningful for <see cref="RelaxationStatus.Optimal"/> alone.</summary>
    internal required double[] Point { get; init; }

    /// <summary>c − Aᵀy, one value a column, of the duals that prove <see cref="Bound"/>.</summary>
    internal required double[] ReducedCost { get; init; }

    /// <summary>A lower bound proven by <see cref="DualBound"/>; −∞ if nothing is proven, +∞ if infeasible.</summary>
    internal required double Bound { get; init; }

    /// <summary>Where a relaxation of a child may start; null if it starts afresh.</summary>
    internal object? Start { get; init; }

    /// <summary>A ray of rows or columns that proves what the status says; null otherwise.</summary>
    internal double[]? Ray { get; init; }

    internal int Iterations { get; init; }
}

/// <summary>Solves the relaxation of one model within changing bounds.</summary>
internal interface IRelaxation
{
    /// <summary>Whether a solve from the start of a neighbour costs far less than one from nothing.</summary>
    public bool IsWarm { get; }

    /// <summary>Solves the relaxation within bounds.</summary>
    /// <param name="lower">Lower bounds; those of columns that are not integer serve the bound only.</param>
    /// <param name="upper">Upper bounds, likewise.</param>
    /// <param name="start">What an earlier result of this model gave as its start, or null.</param>
    /// <param name="limits">When to stop early.</param>
    public RelaxationResult Solve(double[] lower, double[] upper, object? start, in RelaxationLimits limits);

    /// <summary>
    /// The multipliers of rows whose combination has the coefficient 1 at a basic column and 0 at the other basic ones, at the last solution.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="multipliers">One a row; overwritten.</param>
    /// <returns>False if there is no basis, or the column is not basic.</returns>
    public bool TryTableauRow(int column, double[] multipliers);
}

/// <summary>When a relaxation may stop early.</summary>
/// <param name="Cutoff">A bound of this much suffices.</param>
/// <param name="Iterations">Largest number of iterations.</param>
internal readonly record struct RelaxationLimits(double Cutoff, int Iterations)
{
    internal static RelaxationLimits None { get; } = new(double.PositiveInfinity, int.MaxValue);
}
