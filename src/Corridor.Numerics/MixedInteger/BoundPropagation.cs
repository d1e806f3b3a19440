using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// Tightens bounds by the least and greatest activities of rows until nothing changes much (M. W. P. Savelsbergh, ORSA J. Comput. 6 (1994)
/// 445–454). One instance serves one model; it is not for several threads.
/// </summary>
internal sealed class BoundPropagation
{
    /// <summary>Rounding allowance of integer bounds.</summary>
    private const double IntegerSlack = 1e-6;

    /// <summary>Violations below this, relative to the terms of the row, are rounding.</summary>
    private const double RowSlack = 1e-8;

    /// <summary>Bounds of this size are no news.</summary>
    private const double LargestBound = 1e8;

    private readonly IntegerModel _model;
    private readonly Queue<int> _queue = new();
    private readonly bool[] _isQueued;
    private long _work;

    internal BoundPropagation(IntegerModel model)
    {
        _model = model;
        _isQueued = new bool[model.RowCount];
    }

    /// <summary>Tightens by all rows. False if the bounds admit no point.</summary>
    internal bool All(double[] lower, double[] upper)
    {
        for (int i = 0; i < _model.RowCount; i++)
            Enqueue(i);
        return Run(lower, upper);
    }

    /// <summary>Tightens by the rows of columns whose bounds have changed, and what follows. False if the bounds admit no point.</summary>
    internal bool From(ReadOnlySpan<int> columns, double[] lower, double[] upper)
    {
        foreach (int j in columns)
        {
            if (lower[j] > upper[j])
                return false;
            EnqueueRows(j);
        }

        return Run(lower, upper);
    }

    private bool Run(double[] lower, double[] upper)
    {
        _work = (20L * _model.ByRow.NonzeroCount) + 1000;
        bool isFeasible = true;
        while (_queue.TryDequeue(out int row))
        {
            _isQueued[row] = false;
            if (isFeasible && _work > 0)
                isFeasible = Row(row, lower, upper);
        }

        return isFeasible;
    }

    private void Enqueue(int row)
    {
        if (_isQueued[row])
            return;
        _isQueued[row] = true;
        _queue.Enqueue(row);
    }

    private void EnqueueRows(int column)
    {
        SparseMatrix a = _model.ByColumn;
        for (int k = a.ColumnStart[column]; k < a.ColumnStart[column + 1]; k++)
            Enqueue(a.RowIndex[k]);
    }

    private bool Row(int row, double[] lower, double[] upper)
    {
        Activity activity = Activity.Of(_model.ByRow, row, lower, upper);
        int begin = _model.ByRow.ColumnStart[row];
        int end = _model.ByRow.ColumnStart[row + 1];
        _work -= end - begin;
        double low = _model.RowLower[row];
        double high = _model.RowUpper[row];
        double slackHigh = RowSlack * Math.Max(1.0, Math.Max(Math.Abs(high), activity.LargestTerm));
        double slackLow = RowSlack * Math.Max(1.0, Math.Max(Math.Abs(low), activity.LargestTerm));
        if (activity.Least > high + slackHigh || activity.Greatest < low - slackLow)
            return false;
        bool byHigh = double.IsFinite(high) && activity.LeastInfinite <= 1 && activity.Greatest > high;
        bool byLow = double.IsFinite(low) && activity.GreatestInfinite <= 1 && activity.Least < low;
        if (!byHigh && !byLow)
            return true;
        for (int k = begin; k < end; k++)
        {
            int j = _model.ByRow.RowIndex[k];
            double a = _model.ByRow.Value[k];
            double l = lower[j];
            double u = upper[j];
            if (l == u)
                continue;
            double error = activity.LargestTerm / Math.Abs(a);
            double newLower = double.NegativeInfinity;
            double newUpper = double.PositiveInfinity;
            if (byHigh && activity.LeastWithout(a, l, u) is var least && double.IsFinite(least))
                Limit((high - least) / a, a > 0.0, ref newLower, ref newUpper);
            if (byLow && activity.GreatestWithout(a, l, u) is var greatest && double.IsFinite(greatest))
                Limit((low - greatest) / a, a < 0.0, ref newLower, ref newUpper);
            if (!Tighten(j, newLower, newUpper, error, lower, upper))
                return false;
        }

        return true;
    }

    private static void Limit(double value, bool isUpper, ref double lower, ref double upper)
    {
        if (isUpper)
            upper = Math.Min(upper, value);
        else
            lower = Math.Max(lower, value);
    }

    private bool Tighten(int j, double newLower, double newUpper, double size, double[] lower, double[] upper)
    {
        double l = lower[j];
        double u = upper[j];
        bool changed = false;
        if (_model.IsInteger[j])
        {
            if (size > 1e8)
                return true;
            double slack = IntegerSlack + (1e-9 * size);
            double ceiling = Math.Ceiling(newLower - slack);
            double floor = Math.Floor(newUpper + slack);
            if (ceiling > l)
            {
                lower[j] = ceiling;
                changed = true;
            }

            if (floor < u)
            {
                upper[j] = floor;
                changed = true;
            }

            if (lower[j] > upper[j])
                return false;
        }
        else
        {
            double slack = 1e-9 * Math.Max(1.0, size);
            double least = double.IsFinite(u - l) ? 1e-3 * (u - l) : 1e-3;
            if (newLower - slack > l + least && Math.Abs(newLower) < LargestBound)
            {
                lower[j] = newLower - slack;
                changed = true;
            }

            if (newUpper + slack < u - least && Math.Abs(newUpper) < LargestBound)
            {
                upper[j] = newUpper + slack;
                changed = true;
            }

            if (lower[j] > upper[j])
            {
                if (lower[j] - upper[j] > RowSlack * Math.Max(1.0, Math.Max(size, Math.Abs(upper[j]))))
                    return false;
                (lower[j], upper[j]) = (l, u);
                return true;
            }
        }

        if (changed)
            EnqueueRows(j);
        return true;
    }
}
