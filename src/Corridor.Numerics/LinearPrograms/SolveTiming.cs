namespace Corridor.Numerics.LinearPrograms;

/// <summary>Where the time of a solve went. Wall-clock seconds, ≥ 0; they have no influence on the result unless a time limit is set.</summary>
public sealed record SolveTiming
{
    /// <summary>Presolve, scaling and postsolve.</summary>
    public double PresolveSeconds { get; init; }

    /// <summary>Ordering and symbolic analysis.</summary>
    public double OrderSeconds { get; init; }

    /// <summary>Numeric factorisations.</summary>
    public double FactorizeSeconds { get; init; }

    /// <summary>Solves with the factors, with their refinement.</summary>
    public double SolveSeconds { get; init; }

    /// <summary>Everything, from call to return.</summary>
    public double TotalSeconds { get; init; }
}
