using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>The outcome of a simplex solve: the solution on the problem as given, and the basis it belongs to.</summary>
public sealed class SimplexOutcome
{
    /// <summary>Why it stopped, the vertex, the duals, residuals and rays, all of it on the problem as given.</summary>
    public required LinearProgramSolution Solution { get; init; }

    /// <summary>The last basis.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Iterations of the dual simplex method, ≥ 0.</summary>
    public required int DualIterations { get; init; }

    /// <summary>Iterations of the primal simplex method, ≥ 0.</summary>
    public required int PrimalIterations { get; init; }

    /// <summary>Basic columns that were dependent and gave way to row activities, over all factorisations, ≥ 0.</summary>
    public required int Repairs { get; init; }
}
