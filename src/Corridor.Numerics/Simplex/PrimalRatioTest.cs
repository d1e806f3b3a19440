namespace Corridor.Numerics.Simplex;

/// <summary>What ends the step of an entering variable.</summary>
internal enum PrimalBlock
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>Its own other bound.</summary>
    Flip,

    /// <summary>A basic variable that reaches its lower bound.</summary>
    AtLower,

    /// <summary>A basic variable that reaches its upper bound.</summary>
    AtUpper,
}

/// <summary>
/// The primal step. While all are within bounds: Harris' two passes (Math. Programming 5 (1973) 1–28). While some are not: the sum of
/// violations is followed along the ray past breakpoints as long as it falls (I. Maros, Computational Techniques of the Simplex Method (2003) 9.3).
/// </summary>
internal sealed class PrimalRatioTest(SimplexState state)
{
    private const double SmallestPivot = 1e-9;

    private readonly double[] _ratio = new double[(2 * state.Form.RowCount) + 1];
    private readonly int[] _item = new int[(2 * state.Form.RowCount) + 1];

    internal PrimalBlock Block { get; private set; }

    /// <summary>The row whose basic variable leaves.</summary>
    internal int Row { get; private set; }

    /// <summary>Length of the step, ≥ 0 but for rounding below zero where a variable is beyond its bound within the tolerance.</summary>
    internal double Step { get; private set; }

    /// <summary>All basic variables are within their bounds but for the tolerance.</summary>
    /// <param name="column">The entering column in terms of the basis.</param>
    /// <param name="direction">+1 if the entering variable rises, −1 if it falls.</param>
    /// <param name="range">How far it may go itself.</param>
    internal void Feasible(IndexedVector column, double direction, double range)
    {
        double limit = double.PositiveInfinity;
        double tolerance = state.PrimalTolerance;
        for (int k = 0; k < column.Count; k++)
        {
            int r = column.Index[k];
            double a = direction * column.Value[r];
            if (Math.Abs(a) > SmallestPivot)
                limit = Math.Min(limit, (Distance(r, a) + tolerance) / Math.Abs(a));
        }

        if (range <= limit)
        {
            (Block, Row, Step) = double.IsInfinity(range) ? (PrimalBlock.None, -1, range) : (PrimalBlock.Flip, -1, range);
            return;
        }

        double best = 0.0;
        for (int k = 0; k < column.Count; k++)
        {
            int r = column.Index[k];
            double a = direction * column.Value[r];
            double size = Math.Abs(a);
            if (size <= SmallestPivot || size <= best)
                continue;
            double ratio = Distance(r, a) / size;
            if (ratio > limit)
                continue;
            best = size;
            (Block, Row, Step) = (a > 0.0 ? PrimalBlock.AtLower : PrimalBlock.AtUpper, r, ratio);
        }
    }

    /// <summary>Some basic variables violate their bounds.</summary>
    /// <param name="column">The entering column in terms of the basis.</param>
    /// <param name="direction">+1 if the entering variable rises, −1 if it falls.</param>
    /// <param name="range">How far it may go itself.</param>
    /// <param name="slope">By how much the sum of violations falls per unit at first, positive.</param>
    internal void Infeasible(IndexedVector column, double direction, double range, double slope)
    {
        int count = CollectBreakpoints(column, direction);
        Array.Sort(_ratio, _item, 0, count);
        double largest = 0.0;
        int last = -1;
        for (int k = 0; k < count && slope > 0.0 && _ratio[k] <= range; k++)
        {
            double size = Math.Abs(column.Value[_item[k] >> 1]);
            slope -= size;
            largest = Math.Max(largest, size);
            last = k;
        }

        if (slope > 0.0 && !double.IsInfinity(range))
        {
            (Block, Row, Step) = (PrimalBlock.Flip, -1, range);
            return;
        }

        if (last < 0)
        {
            (Block, Row, Step) = (PrimalBlock.None, -1, double.PositiveInfinity);
            return;
        }

        double enough = Math.Min(0.1 * largest, 1.0);
        while (Math.Abs(column.Value[_item[last] >> 1]) < enough)
            last--;
        int row = _item[last] >> 1;
        (Block, Row, Step) = ((_item[last] & 1) == 0 ? PrimalBlock.AtLower : PrimalBlock.AtUpper, row, _ratio[last]);
    }

    /// <summary>How far the basic variable of a row is from the bound it moves to; +∞ without one.</summary>
    private double Distance(int row, double a)
    {
        int v = state.Head[row];
        return a > 0.0 ? state.X[v] - state.Lower[v] : state.Upper[v] - state.X[v];
    }

    private int CollectBreakpoints(IndexedVector column, double direction)
    {
        int count = 0;
        double tolerance = state.PrimalTolerance;
        for (int k = 0; k < column.Count; k++)
        {
            int r = column.Index[k];
            double a = direction * column.Value[r];
            if (Math.Abs(a) <= SmallestPivot)
                continue;
            int v = state.Head[r];
            double x = state.X[v];
            double size = Math.Abs(a);
            double toLower = a > 0.0 ? x - state.Lower[v] : state.Lower[v] - x;
            double toUpper = a > 0.0 ? x - state.Upper[v] : state.Upper[v] - x;

            // A bound already behind by more than the tolerance is no breakpoint; one just behind is, at zero.
            bool passesLower = a > 0.0 ? toLower >= -tolerance : toLower > tolerance;
            bool passesUpper = a > 0.0 ? toUpper > tolerance : toUpper >= -tolerance;
            if (passesLower && !double.IsInfinity(toLower))
            {
                _ratio[count] = Math.Max(toLower, 0.0) / size;
                _item[count++] = 2 * r;
            }

            if (passesUpper && !double.IsInfinity(toUpper))
            {
                _ratio[count] = Math.Max(toUpper, 0.0) / size;
                _item[count++] = (2 * r) + 1;
            }
        }

        return count;
    }
}
