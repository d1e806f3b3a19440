using Corridor.Numerics.LinearPrograms;

namespace Corridor.Studies.Dispatch;

/// <summary>What a solve found, as little of it as is needed to have the whole result again.</summary>
/// <param name="StopReason">Why the solver stopped.</param>
/// <param name="Iterations">Iterations of the method.</param>
/// <param name="Primal">The primal point, one value a column of the program.</param>
/// <param name="RowDual">The dual point, one value a row.</param>
/// <param name="RowRay">For an infeasible program, the row vector that proves it; otherwise null.</param>
public sealed record SolvedPoint(StopReason StopReason, int Iterations, double[] Primal, double[] RowDual, double[]? RowRay)
{
    /// <summary>What is kept of a result.</summary>
    /// <param name="result">Any result.</param>
    public static SolvedPoint Of(DispatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        LinearProgramSolution solution = result.Solution;
        return new SolvedPoint(solution.StopReason, solution.Iterations, solution.Primal, solution.RowDual, solution.RowRay);
    }
}
