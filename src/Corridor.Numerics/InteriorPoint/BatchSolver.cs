using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Solves many variants of one program, spread over threads: contingencies, weather years, prices. What belongs to the structure is shared; each thread has
/// its own numeric workspace and solves whole variants, as <see cref="ReusableSolver"/> does. Results come in the order of the variants and have the same
/// bits for any number of threads. Variants are drawn as they are needed and only a few results wait for their turn, so that memory does not grow with
/// their number.
/// </summary>
public sealed class BatchSolver : IDisposable
{
    private readonly ResolveBase _base;
    private readonly Stack<ResolveWorkspace> _free = [];
    private readonly int _threads;

    /// <summary>Scales, orders and analyses the program; nothing is solved yet.</summary>
    /// <param name="program">The base; not changed, and not to be changed by others meanwhile.</param>
    /// <param name="settings">
    /// Tolerance, limits (of each solve) and threads (variants solved at once, no more than there are processors); null for
    /// <see cref="InteriorPointSettings.Default"/>.
    /// </param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public BatchSolver(LinearProgram program, InteriorPointSettings? settings = null)
    {
        settings ??= InteriorPointSettings.Default;
        _base = new ResolveBase(program, settings);
        _threads = Math.Min(settings.Threads, Environment.ProcessorCount);
    }

    /// <summary>The solution of the base; solved on the first call (here or in <see cref="Solve"/>) and kept, unless that was cancelled.</summary>
    /// <param name="cancellationToken">Looked at once an iteration; cancelling gives <see cref="StopReason.Cancelled"/>, not an exception.</param>
    public LinearProgramSolution SolveBase(CancellationToken cancellationToken = default)
    {
        ResolveWorkspace workspace = Take();
        LinearProgramSolution solution = _base.Solve(workspace, cancellationToken);
        Return(workspace);
        return solution;
    }

    /// <summary>
    /// Solves the base, if that is still to be done, and all variants. Work begins with the enumeration of the results and ends with it; a variant without a
    /// solution has a result that says so.
    /// </summary>
    /// <param name="variants">What differs from the base; drawn by one thread at a time, in order. A variant must not change until its result is there.</param>
    /// <param name="progress">Told after each variant how many are solved; called by one thread at a time; may be null.</param>
    /// <param name="cancellationToken">Looked at once an iteration.</param>
    /// <returns>One result a variant, in order, every figure of it recomputed on the variant as given.</returns>
    /// <exception cref="ArgumentException">While enumerating: a variant changes a column or row that the program has not.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: cancelled; results handed out before stand.</exception>
    public IEnumerable<LinearProgramSolution> Solve(
        IEnumerable<LinearProgramVariant> variants, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        SolveBase(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var workspaces = new ResolveWorkspace[_threads];
        for (int k = 0; k < workspaces.Length; k++)
            workspaces[k] = Take();
        try
        {
            using var run = new BatchRun(variants, _base.Points, workspaces, progress, cancellationToken);
            while (run.Next() is { } solution)
                yield return solution;
        }
        finally
        {
            foreach (ResolveWorkspace workspace in workspaces)
                Return(workspace);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_free)
        {
            foreach (ResolveWorkspace workspace in _free)
                workspace.Dispose();
            _free.Clear();
        }
    }

    private ResolveWorkspace Take()
    {
        lock (_free)
        {
            if (_free.TryPop(out ResolveWorkspace? workspace))
                return workspace;
        }

        return _base.NewWorkspace(threads: 1);
    }

    private void Return(ResolveWorkspace workspace)
    {
        lock (_free)
            _free.Push(workspace);
    }
}
