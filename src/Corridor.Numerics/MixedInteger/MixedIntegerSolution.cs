using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>The outcome of a search, on the problem as given.</summary>
public sealed class MixedIntegerSolution
{
    /// <summary>Why the search stopped.</summary>
    public required MixedIntegerStopReason StopReason { get; init; }

    /// <summary>The best point found, its integer columns whole; null if none was found.</summary>
    public required double[]? Primal { get; init; }

    /// <summary>Objective of <see cref="Primal"/>; +∞ if there is none.</summary>
    public required double Objective { get; init; }

    /// <summary>Proven lower bound of the optimum; +∞ if the problem is infeasible, −∞ if nothing is proven.</summary>
    public required double BestBound { get; init; }

    /// <summary>Objective − best bound, ≥ 0; +∞ without a point.</summary>
    public double AbsoluteGap => Primal is null ? double.PositiveInfinity : Math.Max(0.0, Objective - BestBound);

    /// <summary>The gap over 1 + |objective|; +∞ without a point.</summary>
    public double RelativeGap => Primal is null ? double.PositiveInfinity : AbsoluteGap / (1.0 + Math.Abs(Objective));

    /// <summary>What <see cref="Primal"/> violates, recomputed on the problem as given; null without a point.</summary>
    public required MixedIntegerPointReport? Report { get; init; }

    /// <summary>
    /// The linear program with every integer column fixed at its value in <see cref="Primal"/>, solved and certified: its duals are the prices of
    /// the decisions taken. Null without a point, or where that program could not be certified.
    /// </summary>
    public required LinearProgramSolution? Fixed { get; init; }

    /// <summary>A verified proof that already the relaxation has no point; null unless that is so.</summary>
    public double[]? RowRay { get; init; }

    /// <summary>For <see cref="MixedIntegerStopReason.Unbounded"/>: a verified ray of the relaxation. Otherwise null.</summary>
    public double[]? ColumnRay { get; init; }

    /// <summary>Nodes looked at.</summary>
    public required int Nodes { get; init; }

    /// <summary>Linear programs solved.</summary>
    public required int Relaxations { get; init; }

    /// <summary>Iterations of all linear programs.</summary>
    public required long Iterations { get; init; }

    /// <summary>Cutting planes in the relaxation.</summary>
    public required int Cuts { get; init; }

    /// <summary>Bound of the relaxation at the root, before cutting planes; −∞ if it was not solved.</summary>
    public required double RootBound { get; init; }

    /// <summary>Bound at the root after cutting planes; −∞ if it was not solved.</summary>
    public required double CutBound { get; init; }

    /// <summary>Wall-clock seconds, from call to return.</summary>
    public required double TotalSeconds { get; init; }
}
