namespace Corridor.Numerics.Simplex;

/// <summary>Moves every variable that is neither basic nor at a bound to a bound, or exchanges it for the basic variable that reaches one first.</summary>
internal sealed class PrimalPush(SimplexState state, SimplexLimits limits)
{
    private const double SmallestPivot = 1e-7;

    private readonly PrimalRatioTest _ratio = new(state);
    private readonly IndexedVector _column = new(state.Form.RowCount);

    /// <summary>Variables pushed.</summary>
    internal int Count { get; private set; }

    /// <summary>Pushes them all; whether no limit came in between.</summary>
    internal bool Run(ReadOnlySpan<int> superbasic)
    {
        Rebuild();
        foreach (int v in superbasic)
        {
            if (limits.Reached(Count) is not null)
                return false;
            if (state.Factor.IsWorn)
                Rebuild();
            if (state.Status[v] == BasisStatus.Free)
                Push(v);
            Count++;
        }

        return true;
    }

    private void Rebuild()
    {
        if (state.Factor.UpdateCount > 0)
            state.Refactor();
        state.ComputePrimal();
        foreach (int v in state.Head)
            Admit(v);
    }

    /// <summary>Shifts a bound that a basic variable is beyond.</summary>
    private void Admit(int v)
    {
        if (state.X[v] < state.Lower[v])
            state.Lower[v] = state.X[v];
        else if (state.X[v] > state.Upper[v])
            state.Upper[v] = state.X[v];
        else
            return;
        state.BoundsShifted = true;
    }

    private void Push(int v)
    {
        BasisStatus target = Basis.StatusAtNearestBound(state.X[v], state.Lower[v], state.Upper[v]);
        double goal = target switch
        {
            BasisStatus.AtLower => state.Lower[v],
            BasisStatus.AtUpper => state.Upper[v],
            _ => 0.0,
        };
        double distance = goal - state.X[v];
        double direction = distance < 0.0 ? -1.0 : 1.0;
        _column.Clear();
        state.Form.AddColumn(v, 1.0, _column);
        state.Factor.FtranEntering(_column);
        _ratio.Feasible(_column, direction, Math.Abs(distance));
        bool exchange = _ratio.Block is PrimalBlock.AtLower or PrimalBlock.AtUpper
            && Math.Abs(_column.Value[_ratio.Row]) >= SmallestPivot;
        double step = exchange ? Math.Max(_ratio.Step, 0.0) * direction : distance;
        for (int k = 0; k < _column.Count; k++)
        {
            int basic = state.Head[_column.Index[k]];
            state.X[basic] -= step * _column.Value[_column.Index[k]];
            if (!exchange)
                Admit(basic);
        }

        if (!exchange)
        {
            (state.Status[v], state.X[v]) = (target, goal);
            return;
        }

        state.X[v] += step;
        int leaving = state.Head[_ratio.Row];
        bool lower = _ratio.Block == PrimalBlock.AtLower;
        state.X[leaving] = lower ? state.Lower[leaving] : state.Upper[leaving];
        state.Exchange(_ratio.Row, v, lower ? BasisStatus.AtLower : BasisStatus.AtUpper, _column);
    }
}
