using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.MixedInteger;

namespace Corridor.Studies.Solving;

/// <summary>Integer columns by branch and bound.</summary>
internal static class IntegerMethod
{
    public static MethodResult Run(MethodCall call)
    {
        LinearProgram linear = call.Program.Linear;
        bool[] isInteger = new bool[linear.ColumnCount];
        foreach (int j in call.Program.IntegerColumns)
            isInteger[j] = true;
        var settings = new MixedIntegerSettings { Threads = call.Request.Threads, TimeLimit = call.TimeLeft, FeasibilityTolerance = call.Request.Tolerance };
        IProgress<MixedIntegerProgress>? nodes = call.Progress is null ? null : new Relay(call.Progress);
        MixedIntegerSolution found = MixedIntegerSolver.Solve(new MixedIntegerProgram(linear, isInteger), settings, nodes, call.Cancellation);
        double sense = call.Program.Sense;
        return new MethodResult(Solution(linear, found, call.Request.Tolerance))
        {
            Search = new SearchFigures(
                sense * found.BestBound, found.RelativeGap, found.Report?.Integrality ?? 0.0, found.Nodes, found.Relaxations, found.Cuts, sense * found.RootBound),
        };
    }

    /// <summary>The point with the duals of the program in which its decisions are taken.</summary>
    private static LinearProgramSolution Solution(LinearProgram linear, MixedIntegerSolution found, double tolerance)
    {
        StopReason reason = ReasonOf(found, tolerance);
        var timing = new SolveTiming { TotalSeconds = found.TotalSeconds };
        double[] primal = found.Primal ?? new double[linear.ColumnCount];
        double[] dual = found.Fixed?.RowDual ?? new double[linear.RowCount];
        CertificateReport report = CertificateChecker.Check(linear, primal, dual);
        bool hasPoint = found.Primal is not null;
        return new LinearProgramSolution
        {
            StopReason = reason,
            PrimalStatus = hasPoint ? SolutionStatus.Feasible : SolutionStatus.None,
            DualStatus = SolutionStatus.None,
            Primal = primal,
            RowDual = dual,
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = hasPoint ? report.Objective : double.NaN,
            DualObjective = found.BestBound,
            Iterations = (int)Math.Min(found.Iterations, int.MaxValue),
            Residuals = report.Residuals,
            RowRay = found.RowRay,
            ColumnRay = found.ColumnRay,
            Timing = timing,
            Statistics = new SolveStatistics(),
        };
    }

    private static StopReason ReasonOf(MixedIntegerSolution found, double tolerance) => found.StopReason switch
    {
        MixedIntegerStopReason.Optimal => found.Report is { Integrality: 0.0 } r && r.RelativeInfeasibility <= tolerance ? StopReason.Optimal : StopReason.NumericalDifficulty,
        MixedIntegerStopReason.Infeasible => StopReason.PrimalInfeasible,
        MixedIntegerStopReason.Unbounded => StopReason.DualInfeasible,
        MixedIntegerStopReason.TimeLimit => StopReason.TimeLimit,
        MixedIntegerStopReason.NodeLimit => StopReason.IterationLimit,
        MixedIntegerStopReason.Cancelled => StopReason.Cancelled,
        _ => StopReason.NumericalDifficulty,
    };

    private sealed class Relay(IProgress<SolveProgress> progress) : IProgress<MixedIntegerProgress>
    {
        public void Report(MixedIntegerProgress value)
        {
            double gap = Math.Max(0.0, value.Objective - value.BestBound) / (1.0 + Math.Abs(value.Objective));
            progress.Report(new SolveProgress(SolveStage.Nodes, value.Nodes, double.IsNaN(gap) ? double.PositiveInfinity : gap));
        }
    }
}
