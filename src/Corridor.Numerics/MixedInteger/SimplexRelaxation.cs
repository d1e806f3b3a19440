using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// Relaxations by the dual simplex method, each from the basis of its parent: a change of bounds leaves a basis dual feasible. What it cannot
/// settle goes to the interior-point method.
/// </summary>
internal sealed class SimplexRelaxation(IntegerModel model, SearchClock clock, IRelaxation otherwise) : IRelaxation
{
    private readonly SimplexSession _session = new(model.Relaxation(model.Lower, model.Upper));
    private readonly double[] _lower = (double[])model.Lower.Clone();
    private readonly double[] _upper = (double[])model.Upper.Clone();
    private object? _last;

    /// <inheritdoc/>
    public bool IsWarm => true;

    /// <inheritdoc/>
    public RelaxationResult Solve(double[] lower, double[] upper, object? start, in RelaxationLimits limits)
    {
        foreach (int j in model.Integers)
        {
            if (lower[j] == _lower[j] && upper[j] == _upper[j])
                continue;
            _session.SetColumnBounds(j, lower[j], upper[j]);
            _lower[j] = lower[j];
            _upper[j] = upper[j];
        }

        // The basis of the last solve is still loaded.
        if (start is Basis basis && !ReferenceEquals(start, _last))
            _session.SetBasis(basis);
        SimplexOutcome outcome = _session.Solve(clock.Deadline);
        LinearProgramSolution s = outcome.Solution;
        _last = outcome.Basis;
        double[] reduced = new double[model.ColumnCount];
        RelaxationStatus status = s.StopReason switch
        {
            StopReason.Optimal => RelaxationStatus.Optimal,
            StopReason.PrimalInfeasible => RelaxationStatus.Infeasible,
            StopReason.DualInfeasible => RelaxationStatus.Unbounded,
            StopReason.TimeLimit or StopReason.Cancelled => RelaxationStatus.Interrupted,
            _ => RelaxationStatus.Failed,
        };
        if (status == RelaxationStatus.Failed)
            return otherwise.Solve(lower, upper, null, limits);
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
            Start = outcome.Basis,
            Iterations = s.Iterations,
        };
    }

    /// <inheritdoc/>
    public bool TryTableauRow(int column, double[] multipliers)
    {
        SimplexState state = _session.State;
        int place = Array.IndexOf(state.Head, column);
        if (place < 0)
            return false;
        var row = new IndexedVector(multipliers.Length);
        row.Set(place, 1.0);
        state.Factor.Btran(row);
        for (int i = 0; i < multipliers.Length; i++)
            multipliers[i] = row.Value[i] * state.Form.RowScale[i] * state.Form.ColumnScale[column];
        return true;
    }
}
