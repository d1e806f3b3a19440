namespace Corridor.Numerics.Simplex;

/// <summary>
/// Brings the reduced costs of basic variables to zero from given duals: each is lowered as far as the signs of the others allow, and
/// where one of these reaches zero first, it takes the basic variable's place. The vertex stays; the costs are shifted where the duals contradict it.
/// </summary>
internal sealed class DualPush(SimplexState state, SimplexLimits limits, double[] y)
{
    private const double SmallestPivot = 1e-7;

    private readonly RowPricing _pricing = new(state);
    private readonly IndexedVector _column = new(state.Form.RowCount);
    private readonly int[] _rowOf = new int[state.Form.VariableCount];

    /// <summary>Variables pushed.</summary>
    internal int Count { get; private set; }

    internal void Run()
    {
        if (state.Factor.UpdateCount > 0)
            state.Refactor();
        state.ComputePrimal();
        MakeConsistent();
        var pending = new List<int>();
        for (int r = 0; r < state.Head.Length; r++)
        {
            if (state.D[state.Head[r]] != 0.0)
                pending.Add(state.Head[r]);
        }

        LocateRows();
        foreach (int v in pending)
        {
            if (limits.Reached(Count) is not null)
                return;
            if (state.Factor.IsWorn)
            {
                state.Refactor();
                LocateRows();
            }

            if (state.Status[v] == BasisStatus.Basic)
                Push(v);
            Count++;
        }
    }

    private void LocateRows()
    {
        for (int r = 0; r < state.Head.Length; r++)
            _rowOf[state.Head[r]] = r;
    }

    /// <summary>Reduced costs from the duals; those of the wrong sign, and those of variables between their bounds, are made zero by the cost.</summary>
    private void MakeConsistent()
    {
        SimplexForm form = state.Form;
        for (int v = 0; v < state.D.Length; v++)
        {
            double d = state.Cost[v] - form.Dot(v, y);
            state.D[v] = d;
            bool keep = Math.Abs(d) > 1e-12;
            if (state.Status[v] == BasisStatus.Basic)
                keep &= (d > 0.0 ? state.X[v] - state.Lower[v] : state.Upper[v] - state.X[v]) <= Math.Abs(d);
            else
                keep &= state.DualViolation(v) == 0.0;
            if (keep)
                continue;
            state.Cost[v] -= d;
            state.D[v] = 0.0;
            state.CostsShifted = true;
        }
    }

    private void Push(int v)
    {
        int row = _rowOf[v];
        double goal = state.D[v];
        double sign = Math.Sign(goal);
        _pricing.Compute(row);
        int entering = Block(sign, Math.Abs(goal), out double step);
        if (entering >= 0 && !TryColumn(entering, row))
        {
            Give(v);
            return;
        }

        IndexedVector products = _pricing.Row;
        for (int k = 0; k < products.Count; k++)
        {
            int j = products.Index[k];
            if (state.Status[j] == BasisStatus.Basic)
                continue;
            state.D[j] -= sign * step * products.Value[j];
            if (state.DualViolation(j) > 0.0)
                Give(j);
        }

        if (entering < 0)
        {
            state.D[v] = 0.0;
            return;
        }

        state.D[v] -= sign * step;
        Give(entering);
        state.Exchange(row, entering, goal > 0.0 ? BasisStatus.AtLower : BasisStatus.AtUpper, _column);
        _rowOf[entering] = row;
    }

    /// <summary>Makes a reduced cost zero by the cost.</summary>
    private void Give(int v)
    {
        if (state.D[v] == 0.0)
            return;
        state.Cost[v] -= state.D[v];
        state.D[v] = 0.0;
        state.CostsShifted = true;
    }

    private bool TryColumn(int entering, int row)
    {
        _column.Clear();
        state.Form.AddColumn(entering, 1.0, _column);
        state.Factor.FtranEntering(_column);
        return Math.Abs(_column.Value[row]) >= SmallestPivot;
    }

    /// <summary>The variable whose reduced cost is in the way, −1 for none; the step in any case.</summary>
    private int Block(double sign, double length, out double step)
    {
        IndexedVector products = _pricing.Row;
        double limit = length;
        for (int k = 0; k < products.Count; k++)
        {
            int j = products.Index[k];
            if (Blocks(j, sign * products.Value[j]))
                limit = Math.Min(limit, (Math.Abs(state.D[j]) + state.DualTolerance) / Math.Abs(products.Value[j]));
        }

        step = length;
        if (limit >= length)
            return -1;
        int best = -1;
        double largest = 0.0;
        for (int k = 0; k < products.Count; k++)
        {
            int j = products.Index[k];
            double a = Math.Abs(products.Value[j]);
            if (a <= largest || !Blocks(j, sign * products.Value[j]) || Math.Abs(state.D[j]) / a > limit)
                continue;
            largest = a;
            best = j;
        }

        step = Math.Min(Math.Abs(state.D[best]) / largest, length);
        return best;
    }

    private bool Blocks(int j, double a) => state.Lower[j] != state.Upper[j] && state.Status[j] switch
    {
        BasisStatus.AtLower => a > 1e-9,
        BasisStatus.AtUpper => a < -1e-9,
        BasisStatus.Free => Math.Abs(a) > 1e-9,
        _ => false,
    };
}
