using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Solving;

/// <summary>What a method gave.</summary>
/// <param name="Solution">The point, as a minimum, with everything recomputed on the problem as given.</param>
internal sealed record MethodResult(LinearProgramSolution Solution)
{
    /// <summary>What another solver said.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether another solver gave nothing at all.</summary>
    public bool Failed { get; init; }

    /// <summary>The search, if it was one.</summary>
    public SearchFigures? Search { get; init; }

    /// <summary>The crossover, if there was one.</summary>
    public VertexFigures? Vertex { get; init; }

    /// <summary>The solution that stands for there being none.</summary>
    public static LinearProgramSolution NoPoint(LinearProgram program, StopReason reason)
    {
        double[] primal = new double[program.ColumnCount];
        double[] dual = new double[program.RowCount];
        CertificateReport report = CertificateChecker.Check(program, primal, dual);
        return new LinearProgramSolution
        {
            StopReason = reason,
            PrimalStatus = SolutionStatus.None,
            DualStatus = SolutionStatus.None,
            Primal = primal,
            RowDual = dual,
            RowActivity = report.RowActivity,
            ReducedCost = report.ReducedCost,
            Objective = double.NaN,
            DualObjective = double.NaN,
            Iterations = 0,
            Residuals = report.Residuals,
            Timing = new SolveTiming(),
            Statistics = new SolveStatistics(),
        };
    }
}
