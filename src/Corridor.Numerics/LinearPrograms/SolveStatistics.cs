namespace Corridor.Numerics.LinearPrograms;

/// <summary>Sizes met on the way to a solution.</summary>
public sealed record SolveStatistics
{
    /// <summary>Rows after presolve.</summary>
    public int ReducedRows { get; init; }

    /// <summary>Columns after presolve, with the slack columns of the inequalities.</summary>
    public int ReducedColumns { get; init; }

    /// <summary>Columns held in the factorised matrix as they are, for being free or dense.</summary>
    public int KeptColumns { get; init; }

    /// <summary>Nonzeros of the factor.</summary>
    public long FactorNonzeros { get; init; }

    /// <summary>Σ (column count)² of the factor: the multiplications of one factorisation.</summary>
    public double FactorFlops { get; init; }

    /// <summary>The name of the ordering that was chosen.</summary>
    public string Ordering { get; init; } = "";

    /// <summary>Factorisations made.</summary>
    public int Factorizations { get; init; }

    /// <summary>Solves with the factors.</summary>
    public int Solves { get; init; }

    /// <summary>Whether the iterations began at a point of another program of the same structure.</summary>
    public bool IsWarmStarted { get; init; }
}
