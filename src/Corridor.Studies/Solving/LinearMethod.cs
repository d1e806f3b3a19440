using System.Diagnostics;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Studies.Solving;

/// <summary>Linear programs by the interior-point method and, where a vertex is asked for, a crossover.</summary>
internal static class LinearMethod
{
    public static MethodResult Run(MethodCall call)
    {
        long begin = Stopwatch.GetTimestamp();
        LinearProgramSolution inside = InteriorPointSolver.Solve(call.Program.Linear, call.Settings, call.Iterations, call.Cancellation);
        return call.Request.Basic && inside.StopReason == StopReason.Optimal ? Vertex(call, inside, begin) : new MethodResult(inside);
    }

    /// <summary>The vertex, if it is found and certified; otherwise the interior point stands, and a finding says why.</summary>
    private static MethodResult Vertex(MethodCall call, LinearProgramSolution inside, long begin)
    {
        LinearProgram program = call.Program.Linear;
        call.Progress?.Report(new SolveProgress(SolveStage.Crossover, 0, inside.Residuals.RelativeGap));
        TimeSpan? left = call.TimeLeft is { } limit ? TimeSpan.FromTicks(Math.Max(0L, (limit - Stopwatch.GetElapsedTime(begin)).Ticks)) : null;
        CrossoverResult crossed = Crossover.Run(program, inside.Primal, inside.RowDual, new CrossoverSettings { TimeLimit = left }, call.Cancellation);
        CertificateReport report = CertificateChecker.Check(program, crossed.Primal, crossed.RowDual);
        bool isVertex = crossed.IsVertex && report.Residuals.Worst <= call.Request.Tolerance;
        var figures = new VertexFigures(isVertex, crossed.PrimalPushes, crossed.DualPushes, crossed.CleanupIterations, crossed.Seconds);
        if (!isVertex)
        {
            call.Findings.Add(SolveFindings.HasNoVertex(call.Request.Path, crossed.StopReason));
            return new MethodResult(inside) { Vertex = figures };
        }

        return new MethodResult(new LinearProgramSolution
        {
            StopReason = StopReason.Optimal,
            PrimalStatus = SolutionStatus.Feasible,
            DualStatus = SolutionStatus.Feasible,
            Primal = crossed.Primal,
            RowDual = crossed.RowDual,
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = report.Objective,
            DualObjective = report.DualObjective,
            Iterations = inside.Iterations,
            Residuals = report.Residuals,
            Timing = inside.Timing,
            Statistics = inside.Statistics,
        })
        { Vertex = figures };
    }
}
