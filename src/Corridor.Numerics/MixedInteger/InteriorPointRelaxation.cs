using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.MixedInteger;

/// <summary>Relaxations by the interior-point method, each from nothing.</summary>
internal sealed class InteriorPointRelaxation(IntegerModel model, SearchClock clock, int threads) : IRelaxation
{
    /// <inheritdoc/>
    public bool IsWarm => false;

    /// <inheritdoc/>
    public RelaxationResult Solve(double[] lower, double[] upper, object? start, in RelaxationLimits limits)
    {
        var settings = new InteriorPointSettings { Threads = threads, TimeLimit = clock.Remaining };
        LinearProgramSolution s = InteriorPointSolver.Solve(model.Relaxation(lower, upper), settings, null, clock.Token);
        double[] reduced = new double[model.ColumnCount];
        RelaxationStatus status = s.StopReason switch
        {
            StopReason.Optimal => RelaxationStatus.Optimal,
            StopReason.PrimalInfeasible => RelaxationStatus.Infeasible,
            StopReason.DualInfeasible => RelaxationStatus.Unbounded,
            StopReason.TimeLimit or StopReason.Cancelled => RelaxationStatus.Interrupted,
            _ => RelaxationStatus.Failed,
        };
        double bound = status switch
        {
            RelaxationStatus.Infeasible => double.PositiveInfinity,
            RelaxationStatus.Unbounded => double.NegativeInfinity,
            _ => DualBound.Of(model, lower, upper, s.RowDual, reduced),
        };
        return new RelaxationResult
        {
            Status = status,
            Point = s.Primal,
            ReducedCost = reduced,
            Bound = bound,
            Ray = s.RowRay ?? s.ColumnRay,
            Iterations = s.Iterations,
        };
    }

    /// <inheritdoc/>
    public bool TryTableauRow(int column, double[] multipliers) => false;
}
