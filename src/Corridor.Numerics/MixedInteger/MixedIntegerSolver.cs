namespace Corridor.Numerics.MixedInteger;

/// <summary>Solves mixed-integer linear programs by branch and bound with cutting planes; see docs/mathematics/mixed-integer.md.</summary>
public static class MixedIntegerSolver
{
    /// <summary>Solves min cᵀx + c₀ within the rows and bounds of the program, its marked columns whole.</summary>
    /// <param name="program">The problem; not changed.</param>
    /// <param name="settings">Gaps, tolerance and limits; null for <see cref="MixedIntegerSettings.Default"/>.</param>
    /// <param name="progress">Told once a node; may be null.</param>
    /// <param name="cancellationToken">Cancelling gives <see cref="MixedIntegerStopReason.Cancelled"/> and the best point so far, not an exception.</param>
    /// <returns>The outcome: the point checked on <paramref name="program"/>, the bound proven by duals. A limit states the gap it leaves.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static MixedIntegerSolution Solve(
        MixedIntegerProgram program,
        MixedIntegerSettings? settings = null,
        IProgress<MixedIntegerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        settings ??= MixedIntegerSettings.Default;
        settings.Validate();
        using var clock = new SearchClock(settings.TimeLimit, cancellationToken);
        return new MixedIntegerRun(program, settings, progress, clock).Run();
    }
}
