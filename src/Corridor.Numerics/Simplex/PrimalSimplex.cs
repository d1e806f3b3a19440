namespace Corridor.Numerics.Simplex;

/// <summary>
/// The primal simplex method with Devex pricing (P. Harris 1973). While bounds are violated it lowers the sum of the violations, then the
/// cost. Bounds are shifted where a step would be negative, and widened at random sizes where steps stay zero; whoever calls removes the shifts.
/// </summary>
internal sealed class PrimalSimplex(SimplexState state, SimplexLimits limits)
{
    private const double Perturbation = 5e-7;
    private const int DegenerateLimit = 200;
    private const int TroubleLimit = 40;

    private readonly RowPricing _pricing = new(state);
    private readonly PrimalRatioTest _ratio = new(state);
    private readonly IndexedVector _column = new(state.Form.RowCount);
    private readonly double[] _gradient = new double[state.Form.VariableCount];
    private readonly DevexPricing _devex = new(state);
    private bool _mayPerturb;
    private bool _phaseOne;
    private bool _fresh;
    private int _degenerate;
    private int _trouble;

    /// <summary>After <see cref="SimplexResult.Infeasible"/>: y, dense and scaled, of either sign.</summary>
    internal double[] RowRay => state.Y;

    /// <summary>After <see cref="SimplexResult.Unbounded"/>: the entering variable, its direction and its column in terms of the basis.</summary>
    internal int RayVariable { get; private set; }

    internal double RayDirection { get; private set; }

    internal IndexedVector RayColumn => _column;

    internal SimplexResult Run(bool mayPerturb)
    {
        _mayPerturb = mayPerturb;
        _degenerate = 0;
        _trouble = 0;
        _devex.Reset();
        Rebuild();
        while (true)
        {
            if (limits.Reached(state.PrimalIterations + state.DualIterations) is not null)
                return SimplexResult.Limit;
            if (state.Factor.IsWorn || _degenerate > DegenerateLimit)
            {
                if (_degenerate > DegenerateLimit)
                    Perturb();
                Rebuild();
            }

            int entering = _devex.Choose();
            if (entering < 0)
            {
                if (!_fresh || _devex.AnySkipped)
                {
                    if (_devex.AnySkipped && ++_trouble > TroubleLimit)
                        return SimplexResult.Trouble;
                    Rebuild();
                    continue;
                }

                return _phaseOne ? SimplexResult.Infeasible : SimplexResult.Done;
            }

            SimplexResult? end = Iterate(entering);
            if (end is not null)
                return end.Value;
        }
    }

    private void Rebuild()
    {
        if (state.Factor.UpdateCount > 0 || state.Factor.Factorizations == 0)
            state.Refactor();
        _devex.ClearSkips();
        _fresh = true;
        state.ComputePrimal();
        _phaseOne = MeasureGradient();
        state.ComputeDuals(_phaseOne ? _gradient : state.Cost);
    }

    /// <summary>The gradient of the sum of violations; whether there are any.</summary>
    private bool MeasureGradient()
    {
        Array.Clear(_gradient);
        bool any = false;
        foreach (int v in state.Head)
        {
            double violation = state.Violation(v);
            if (Math.Abs(violation) <= state.PrimalTolerance)
                continue;
            _gradient[v] = Math.Sign(violation);
            any = true;
        }

        return any;
    }

    private SimplexResult? Iterate(int entering)
    {
        double direction = state.D[entering] < 0.0 ? 1.0 : -1.0;
        _column.Clear();
        state.Form.AddColumn(entering, 1.0, _column);
        state.Factor.FtranEntering(_column);
        double range = state.Upper[entering] - state.Lower[entering];
        if (_phaseOne)
            _ratio.Infeasible(_column, direction, range, Math.Abs(state.D[entering]));
        else
            _ratio.Feasible(_column, direction, range);
        if (_ratio.Block == PrimalBlock.None)
        {
            if (!_fresh)
            {
                Rebuild();
                return null;
            }

            (RayVariable, RayDirection) = (entering, direction);
            if (!_phaseOne)
                return SimplexResult.Unbounded;
            _devex.Skip(entering);
            return null;
        }

        if (_ratio.Block == PrimalBlock.Flip)
        {
            Move(entering, direction * _ratio.Step);
            state.Status[entering] = direction > 0.0 ? BasisStatus.AtUpper : BasisStatus.AtLower;
            state.SettleNonbasic(entering);
            state.PrimalIterations++;
            _fresh = false;
            if (_phaseOne)
                UpdateGradient();
            return null;
        }

        return Exchange(entering, direction);
    }

    private SimplexResult? Exchange(int entering, double direction)
    {
        int row = _ratio.Row;
        int leaving = state.Head[row];
        double pivot = _column.Value[row];
        _pricing.Compute(row);
        double check = _pricing.Row.Value[entering];
        if (Math.Abs(pivot) < (_fresh ? 1e-9 : 1e-7) || Math.Abs(check - pivot) > 1e-7 * (1.0 + Math.Abs(pivot)))
        {
            if (++_trouble > TroubleLimit)
                return SimplexResult.Trouble;
            if (!_fresh)
                Rebuild();
            else
                _devex.Skip(entering);
            return null;
        }

        double step = Math.Max(_ratio.Step, 0.0);
        _degenerate = step < 1e-12 ? _degenerate + 1 : 0;
        Move(entering, direction * step);
        Settle(leaving, _ratio.Step < 0.0);
        if (_phaseOne)
        {
            UpdateGradient();
            _pricing.Compute(row);
        }

        UpdateDuals(entering, leaving, pivot);
        state.Exchange(row, entering, _ratio.Block == PrimalBlock.AtLower ? BasisStatus.AtLower : BasisStatus.AtUpper, _column);
        state.DualWeight[entering] = 1.0;
        state.PrimalIterations++;
        _fresh = false;
        return null;
    }

    private void Move(int entering, double amount)
    {
        if (amount == 0.0)
            return;
        for (int k = 0; k < _column.Count; k++)
            state.X[state.Head[_column.Index[k]]] -= amount * _column.Value[_column.Index[k]];
        state.X[entering] += amount;
    }

    /// <summary>Puts the leaving variable on its bound, or, where that would be a step back, the bound under the variable.</summary>
    private void Settle(int leaving, bool shift)
    {
        double[] bound = _ratio.Block == PrimalBlock.AtLower ? state.Lower : state.Upper;
        if (!shift)
        {
            state.X[leaving] = bound[leaving];
            return;
        }

        bound[leaving] = state.X[leaving];
        state.BoundsShifted = true;
    }

    /// <summary>After a step, violations that came or went change the reduced costs of the sum of violations.</summary>
    private void UpdateGradient()
    {
        _pricing.Inverse.Clear();
        for (int k = 0; k < _column.Count; k++)
        {
            int r = _column.Index[k];
            int v = state.Head[r];
            double violation = state.Violation(v);
            double gradient = Math.Abs(violation) <= state.PrimalTolerance ? 0.0 : Math.Sign(violation);
            if (gradient == _gradient[v])
                continue;
            _pricing.Inverse.Add(r, gradient - _gradient[v]);
            _gradient[v] = gradient;
        }

        if (_pricing.Inverse.Count == 0)
            return;
        state.Factor.Btran(_pricing.Inverse);
        _pricing.Multiply();
        for (int k = 0; k < _pricing.Row.Count; k++)
        {
            int v = _pricing.Row.Index[k];
            if (state.Status[v] != BasisStatus.Basic)
                state.D[v] -= _pricing.Row.Value[v];
        }
    }

    private void UpdateDuals(int entering, int leaving, double pivot)
    {
        double step = state.D[entering] / pivot;
        IndexedVector row = _pricing.Row;
        for (int k = 0; k < row.Count; k++)
        {
            int v = row.Index[k];
            if (state.Status[v] != BasisStatus.Basic)
                state.D[v] -= step * row.Value[v];
        }

        state.D[entering] = 0.0;
        state.D[leaving] = -step;
        _devex.Update(row, entering, leaving, pivot);
    }

    /// <summary>Widens the bounds of all basic variables a little.</summary>
    private void Perturb()
    {
        _degenerate = 0;
        if (!_mayPerturb)
            return;
        state.BoundsShifted = true;
        foreach (int v in state.Head)
        {
            double size = Perturbation * (1.0 + SimplexState.Scatter(v));
            state.Lower[v] -= size * (1.0 + Math.Min(Math.Abs(state.Lower[v]), 1e3));
            state.Upper[v] += size * (1.0 + Math.Min(Math.Abs(state.Upper[v]), 1e3));
        }
    }
}
