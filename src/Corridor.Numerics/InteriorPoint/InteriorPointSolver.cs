using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>Solves linear programs by a regularised primal–dual interior-point method; see docs/mathematics/interior-point.md.</summary>
public static class InteriorPointSolver
{
    /// <summary>Solves min cᵀx + c₀ within the rows and bounds of <paramref name="program"/>.</summary>
    /// <param name="program">The problem; not changed.</param>
    /// <param name="settings">Tolerance, limits and threads; null for <see cref="InteriorPointSettings.Default"/>.</param>
    /// <param name="progress">Told once an iteration; may be null.</param>
    /// <param name="cancellationToken">Looked at once an iteration; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <returns>The outcome, every figure of it recomputed on <paramref name="program"/>.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static LinearProgramSolution Solve(
        LinearProgram program,
        InteriorPointSettings? settings = null,
        IProgress<InteriorPointProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        settings ??= InteriorPointSettings.Default;
        settings.Validate();
        return new SolveRun(program, settings, progress, cancellationToken).Run();
    }
}
