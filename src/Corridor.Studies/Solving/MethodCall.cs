using Corridor.Model.Findings;
using Corridor.Numerics.InteriorPoint;

namespace Corridor.Studies.Solving;

/// <summary>What every method is given.</summary>
/// <param name="Program">The program with its names.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="TimeLeft">Largest time; null for none.</param>
/// <param name="Findings">Receives what is to be said.</param>
/// <param name="Progress">Told how far the solve has come; may be null.</param>
/// <param name="Cancellation">Stops the solve.</param>
internal sealed record MethodCall(
    NamedProgram Program, SolveRequest Request, TimeSpan? TimeLeft, FindingList Findings, IProgress<SolveProgress>? Progress, CancellationToken Cancellation)
{
    /// <summary>Settings of the interior-point method.</summary>
    public InteriorPointSettings Settings => new()
    {
        Threads = Request.Threads,
        TimeLimit = TimeLeft,
        IterationLimit = Request.IterationLimit,
        Tolerance = Request.Tolerance,
    };

    /// <summary>Passes the iterations of the interior-point method on; null where nobody listens.</summary>
    public IProgress<InteriorPointProgress>? Iterations => Progress is null ? null : new Relay(Progress);

    private sealed class Relay(IProgress<SolveProgress> progress) : IProgress<InteriorPointProgress>
    {
        public void Report(InteriorPointProgress value) => progress.Report(new SolveProgress(
            SolveStage.Iterations,
            value.Iteration,
            Math.Abs(value.Objective - value.DualObjective) / (1.0 + Math.Abs(value.Objective))));
    }
}
