using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.Simplex;

/// <summary>Solves linear programs by the bounded simplex method, dual and primal; see docs/mathematics/simplex.md.</summary>
public static class SimplexSolver
{
    /// <summary>Solves min cᵀx + c₀ within the rows and bounds of <paramref name="program"/>; an optimum is a vertex.</summary>
    /// <param name="program">The problem; not changed.</param>
    /// <param name="start">The basis to start from; null for the one of all row activities.</param>
    /// <param name="settings">Tolerance and limits; null for <see cref="SimplexSettings.Default"/>.</param>
    /// <param name="cancellationToken">Looked at every few iterations; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <returns>The outcome, every figure of it recomputed on <paramref name="program"/>.</returns>
    /// <exception cref="ArgumentException">A setting is out of range, or the basis does not fit.</exception>
    public static SimplexOutcome Solve(
        LinearProgram program,
        Basis? start = null,
        SimplexSettings? settings = null,
        CancellationToken cancellationToken = default)
    {
        var session = new SimplexSession(program, settings);
        if (start is not null)
            session.SetBasis(start);
        return session.Solve(cancellationToken);
    }
}
