namespace Corridor.Studies.Solving;

/// <summary>What a solve of a program in a file is asked to do.</summary>
public sealed record SolveRequest
{
    /// <summary>Path of the MPS file, possibly compressed (<c>.gz</c>).</summary>
    public required string Path { get; init; }

    /// <summary>Threads, ≥ 1. The result has the same bits for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Largest time from the beginning of reading; null for none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Largest number of iterations; ≥ 0.</summary>
    public int IterationLimit { get; init; } = 400;

    /// <summary>Largest relative residual and gap of an optimum; positive.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Who solves: one of <see cref="SolverChoice.Names"/>.</summary>
    public string Solver { get; init; } = SolverChoice.Own;

    /// <summary>Whether integer columns may take any value within their bounds.</summary>
    public bool Relax { get; init; }

    /// <summary>Whether the solution of a linear program is brought to a vertex, by Corridor's own solver.</summary>
    public bool Basic { get; init; }

    /// <summary>Whether an infeasible program is explained: conflict and cheapest relaxation.</summary>
    public bool Explain { get; init; } = true;
}
