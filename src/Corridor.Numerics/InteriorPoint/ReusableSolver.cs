using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Solves variants of one program one after the other: other bounds, costs and right-hand sides, the same matrix. Scaling, order of elimination,
/// symbolic analysis and memory are reused, and the iterations begin at a point kept from the solve of the base that the variant's changes leave room
/// for; see docs/mathematics/re-solves.md. Every result is checked on its own variant. A variant's result does not depend on those solved before, and has
/// the same bits for any number of threads. Not to be used by several threads at once; <see cref="BatchSolver"/> is for that.
/// </summary>
public sealed class ReusableSolver : IDisposable
{
    private readonly ResolveBase _base;
    private readonly ResolveWorkspace _workspace;

    /// <summary>Scales, orders and analyses the program; nothing is solved yet.</summary>
    /// <param name="program">The base; not changed, and not to be changed by others meanwhile.</param>
    /// <param name="settings">
    /// Tolerance, limits (of each solve) and threads within a solve; null for <see cref="InteriorPointSettings.Default"/>. Presolve is used only where a
    /// variant has to be solved anew.
    /// </param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public ReusableSolver(LinearProgram program, InteriorPointSettings? settings = null)
    {
        settings ??= InteriorPointSettings.Default;
        _base = new ResolveBase(program, settings);
        _workspace = _base.NewWorkspace(settings.Threads);
    }

    /// <summary>The solution of the base; solved on the first call (here or in <see cref="Solve"/>) and kept, unless that was cancelled.</summary>
    /// <param name="cancellationToken">Looked at once an iteration; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    public LinearProgramSolution SolveBase(CancellationToken cancellationToken = default) => _base.Solve(_workspace, cancellationToken);

    /// <summary>Solves a variant. One that makes something else of an equality, and one where the warm start fails, is solved anew.</summary>
    /// <param name="variant">What differs from the base.</param>
    /// <param name="cancellationToken">Looked at once an iteration; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    /// <returns>The outcome, every figure of it recomputed on the variant as given.</returns>
    /// <exception cref="ArgumentException">The variant changes a column or row that the program has not.</exception>
    public LinearProgramSolution Solve(LinearProgramVariant variant, CancellationToken cancellationToken = default)
    {
        variant.RequireFit(_base.Structure.Program);
        SolveBase(cancellationToken);
        return _workspace.Solve(variant, _base.Points, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();
}
