namespace Corridor.Numerics.Simplex;

/// <summary>
/// The dual simplex method with dual steepest edge pricing (J. Forrest, D. Goldfarb, Math. Programming 57 (1992) 341–374) and the
/// long-step ratio test. Reduced costs of the wrong sign are made right by a bound flip or a shift of the cost, so that any basis can
/// be started from; whoever calls removes the shifts.
/// </summary>
internal sealed class DualSimplex(SimplexState state, SimplexLimits limits)
{
    private const double Perturbation = 5e-7;
    private const double SmallestWeight = 1e-4;
    private const int DegenerateLimit = 60;
    private const int TroubleLimit = 40;

    private readonly RowPricing _pricing = new(state);
    private readonly DualRatioTest _ratio = new(state);
    private readonly IndexedVector _column = new(state.Form.RowCount);
    private readonly IndexedVector _edge = new(state.Form.RowCount);
    private bool _mayPerturb;
    private int _degenerate;
    private int _trouble;

    /// <summary>After <see cref="SimplexResult.Infeasible"/>: the row of B⁻¹ that proves it, of either sign, scaled.</summary>
    internal IndexedVector Ray => _pricing.Inverse;

    /// <summary>Runs to the end. The costs are perturbed at once, later if steps stay zero, or never.</summary>
    internal SimplexResult Run(bool perturbNow, bool mayPerturb)
    {
        _mayPerturb = mayPerturb;
        _degenerate = 0;
        _trouble = 0;
        if (perturbNow)
            Perturb();
        Rebuild();
        while (true)
        {
            if (limits.Reached(state.PrimalIterations + state.DualIterations) is not null)
                return SimplexResult.Limit;
            if (state.Factor.IsWorn || _degenerate > DegenerateLimit)
            {
                if (_degenerate > DegenerateLimit)
                    PerturbForDegeneracy();
                Rebuild();
            }

            int row = ChooseRow();
            if (row < 0)
            {
                if (state.Factor.UpdateCount == 0)
                    return SimplexResult.Done;
                Rebuild();
                continue;
            }

            if (!TryIterate(row, out bool infeasible))
            {
                if (infeasible && state.Factor.UpdateCount == 0)
                    return SimplexResult.Infeasible;
                if (!infeasible && ++_trouble > TroubleLimit)
                    return SimplexResult.Trouble;
                if (state.Factor.UpdateCount > 0)
                    Rebuild();
                else
                    state.DualWeight[state.Head[row]] *= 1e6;
            }
        }
    }

    private void Rebuild()
    {
        if (state.Factor.UpdateCount > 0 || state.Factor.Factorizations == 0)
            state.Refactor();
        state.ComputeDuals();
        MakeDualFeasible();
        state.ComputePrimal();
    }

    private void MakeDualFeasible()
    {
        for (int v = 0; v < state.D.Length; v++)
        {
            if (state.DualViolation(v) > state.DualTolerance)
                MakeDualFeasible(v);
        }
    }

    private void MakeDualFeasible(int v)
    {
        if (!double.IsInfinity(state.Lower[v]) && !double.IsInfinity(state.Upper[v]))
        {
            state.Status[v] = state.D[v] > 0.0 ? BasisStatus.AtLower : BasisStatus.AtUpper;
            state.SettleNonbasic(v);
            return;
        }

        state.Cost[v] -= state.D[v];
        state.D[v] = 0.0;
        state.CostsShifted = true;
    }

    private void PerturbForDegeneracy()
    {
        _degenerate = 0;
        if (_mayPerturb)
            Perturb();
        _mayPerturb = false;
    }

    private void Perturb()
    {
        _mayPerturb = false;
        state.CostsShifted = true;
        for (int v = 0; v < state.Form.ColumnCount; v++)
        {
            bool hasLower = !double.IsInfinity(state.Lower[v]);
            bool hasUpper = !double.IsInfinity(state.Upper[v]);
            if (state.Lower[v] == state.Upper[v] || (!hasLower && !hasUpper))
                continue;
            double size = Perturbation * (1.0 + Math.Abs(state.Cost[v])) * (1.0 + SimplexState.Scatter(v));
            bool up = hasLower && hasUpper
                ? (state.Status[v] == BasisStatus.Basic ? state.Cost[v] >= 0.0 : state.Status[v] == BasisStatus.AtLower)
                : hasLower;
            state.Cost[v] += up ? size : -size;
        }
    }

    private int ChooseRow()
    {
        int best = -1;
        double bestMerit = 0.0;
        for (int r = 0; r < state.Head.Length; r++)
        {
            int v = state.Head[r];
            double violation = state.Violation(v);
            if (Math.Abs(violation) <= state.PrimalTolerance)
                continue;
            double merit = violation * violation / state.DualWeight[v];
            if (merit > bestMerit)
            {
                bestMerit = merit;
                best = r;
            }
        }

        return best;
    }

    private bool TryIterate(int row, out bool infeasible)
    {
        int leaving = state.Head[row];
        double violation = state.Violation(leaving);
        double sign = Math.Sign(violation);
        _pricing.Compute(row);
        state.DualWeight[leaving] = Math.Max(_pricing.Inverse.SquaredNorm(), SmallestWeight);
        int entering = _ratio.Choose(_pricing.Row, sign, Math.Abs(violation));
        infeasible = entering < 0;
        if (infeasible)
            return false;
        double pivot = _pricing.Row.Value[entering];
        _column.Clear();
        state.Form.AddColumn(entering, 1.0, _column);
        state.Factor.FtranEntering(_column);
        double check = _column.Value[row];
        if (Math.Abs(check - pivot) > 1e-7 * (1.0 + Math.Abs(check)) || Math.Abs(check) < (state.Factor.UpdateCount == 0 ? 1e-9 : 1e-7))
            return false;
        UpdateDuals(entering, leaving, pivot);
        UpdatePrimal(row, entering, leaving, violation);
        UpdateWeights(row, entering, leaving);
        state.Exchange(row, entering, violation > 0.0 ? BasisStatus.AtUpper : BasisStatus.AtLower, _column);
        state.DualIterations++;
        return true;
    }

    private void UpdateDuals(int entering, int leaving, double pivot)
    {
        if (state.DualViolation(entering) > 0.0)
        {
            state.Cost[entering] -= state.D[entering];
            state.D[entering] = 0.0;
            state.CostsShifted = true;
        }

        _edge.Clear();
        for (int k = 0; k < _ratio.FlipCount; k++)
            Flip(_ratio.Flipped(k));
        double step = state.D[entering] / pivot;
        _degenerate = Math.Abs(step) < 1e-12 ? _degenerate + 1 : 0;
        IndexedVector row = _pricing.Row;
        if (step != 0.0)
        {
            for (int k = 0; k < row.Count; k++)
            {
                int v = row.Index[k];
                if (state.Status[v] == BasisStatus.Basic)
                    continue;
                state.D[v] -= step * row.Value[v];
                if (state.DualViolation(v) > state.DualTolerance)
                {
                    state.Cost[v] -= state.D[v];
                    state.D[v] = 0.0;
                    state.CostsShifted = true;
                }
            }
        }

        state.D[entering] = 0.0;
        state.D[leaving] = -step;
    }

    private void Flip(int v)
    {
        double old = state.X[v];
        state.Status[v] = state.Status[v] == BasisStatus.AtLower ? BasisStatus.AtUpper : BasisStatus.AtLower;
        state.SettleNonbasic(v);
        state.Form.AddColumn(v, state.X[v] - old, _edge);
    }

    private void UpdatePrimal(int row, int entering, int leaving, double violation)
    {
        if (_ratio.FlipCount > 0)
        {
            state.Factor.Ftran(_edge);
            for (int k = 0; k < _edge.Count; k++)
                state.X[state.Head[_edge.Index[k]]] -= _edge.Value[_edge.Index[k]];
        }

        double bound = violation > 0.0 ? state.Upper[leaving] : state.Lower[leaving];
        double step = (state.X[leaving] - bound) / _column.Value[row];
        for (int k = 0; k < _column.Count; k++)
            state.X[state.Head[_column.Index[k]]] -= step * _column.Value[_column.Index[k]];
        state.X[entering] += step;
        state.X[leaving] = bound;
    }

    private void UpdateWeights(int row, int entering, int leaving)
    {
        _edge.CopyFrom(_pricing.Inverse);
        state.Factor.Ftran(_edge);
        double weight = state.DualWeight[leaving];
        double pivot = _column.Value[row];
        for (int k = 0; k < _column.Count; k++)
        {
            int i = _column.Index[k];
            if (i == row)
                continue;
            double ratio = _column.Value[i] / pivot;
            int v = state.Head[i];
            double updated = state.DualWeight[v] - (2.0 * ratio * _edge.Value[i]) + (ratio * ratio * weight);
            state.DualWeight[v] = Math.Max(updated, SmallestWeight);
        }

        state.DualWeight[entering] = Math.Max(weight / (pivot * pivot), SmallestWeight);
    }
}
