using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Solving;

/// <summary>What became of a program in a file.</summary>
public sealed class SolveOutcome
{
    /// <summary>How it ended.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>What kind of program was solved.</summary>
    public required ProgramKind Kind { get; init; }

    /// <summary>The program with its names.</summary>
    public required NamedProgram Program { get; init; }

    /// <summary>The point and everything that was measured, in the sense of a minimum.</summary>
    public required LinearProgramSolution Solution { get; init; }

    /// <summary>The search, for <see cref="ProgramKind.MixedInteger"/>; otherwise null. The duals are then those of the program with the decisions taken.</summary>
    public SearchFigures? Search { get; init; }

    /// <summary>The crossover to a vertex; null where none was asked for, or there was no optimum to begin from.</summary>
    public VertexFigures? Vertex { get; init; }

    /// <summary>Name of the solver that found it.</summary>
    public required string Solver { get; init; }

    /// <summary>What another solver said of its end, as printed, or why it failed; empty for Corridor's own.</summary>
    public string SolverWords { get; init; } = "";

    /// <summary>Threads used.</summary>
    public required int Threads { get; init; }

    /// <summary>Seconds spent reading.</summary>
    public required double ReadSeconds { get; init; }

    /// <summary>Seconds from the beginning of reading to the result, without <see cref="ExplainSeconds"/>.</summary>
    public required double TotalSeconds { get; init; }

    /// <summary>Seconds spent explaining an infeasible program.</summary>
    public double ExplainSeconds { get; init; }

    /// <summary>Whether the result was checked on the program as given: an optimum within the tolerance, or a proof. That a search found no part with a point is none.</summary>
    public bool Certified => Status is SolveStatus.Optimal or SolveStatus.Unbounded || (Status == SolveStatus.Infeasible && ProofCount > 0);

    /// <summary>Objective in the sense of the file; null where there is no point.</summary>
    public double? Objective => Status is SolveStatus.Infeasible or SolveStatus.Unbounded or SolveStatus.InfeasibleOrUnbounded or SolveStatus.SolverFailed || !double.IsFinite(Solution.Objective)
        ? null
        : Program.Sense * Solution.Objective;

    /// <summary>Bounds that no point satisfies together; empty unless infeasible and explained.</summary>
    public IReadOnlyList<NamedLimit> Conflict { get; init; } = [];

    /// <summary>Whether each member of <see cref="Conflict"/> is needed.</summary>
    public bool ConflictIsIrreducible { get; init; }

    /// <summary>The cheapest change that makes the program feasible, one unit of each bound costing the same; empty where none was found.</summary>
    public IReadOnlyList<NamedLimit> Relaxation { get; init; } = [];

    /// <summary>The proof by names, largest first: rows of an infeasible program, columns of an unbounded one.</summary>
    public IReadOnlyList<ProofElement> Proof { get; init; } = [];

    /// <summary>Number of elements of the proof, those not listed included.</summary>
    public int ProofCount { get; init; }
}
