using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Dispatch;

/// <summary>Who is supplied? Solves the dispatch of a network, stated in <c>docs/mathematics/dispatch.md</c>.</summary>
public static class DispatchStudy
{
    /// <summary>Dispatches a network.</summary>
    /// <param name="network">The network on its horizon.</param>
    /// <param name="settings">Settings of the solve.</param>
    /// <param name="progress">Receives the progress of the solve; may be null.</param>
    /// <param name="cancellation">Stops the solve; the result is then of status limit.</param>
    /// <returns>The result. Whether it may be shown is for the certificate to say.</returns>
    public static DispatchResult Run(CompiledNetwork network, DispatchSettings settings, IProgress<DispatchProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        var program = new DispatchProgram(network);
        var interior = new InteriorPointSettings { Threads = settings.Threads, Tolerance = settings.Tolerance, TimeLimit = settings.TimeLimit };
        LinearProgramSolution solution = InteriorPointSolver.Solve(program.LinearProgram, interior, progress is null ? null : new Relay(progress), cancellation);
        return ResultReader.Read(program, solution);
    }

    private sealed class Relay(IProgress<DispatchProgress> target) : IProgress<InteriorPointProgress>
    {
        public void Report(InteriorPointProgress value) =>
            target.Report(new DispatchProgress(value.Iteration, value.PrimalResidual, value.DualResidual, Math.Abs(value.Objective - value.DualObjective) / (1 + Math.Abs(value.Objective))));
    }
}
