namespace Corridor.Numerics.MixedInteger.Heuristics;

/// <summary>Looks for points apart from the tree: rounding with propagation, and dives.</summary>
internal sealed class PointSearch(SearchContext context, IntegerModel model, IRelaxation relaxation, BoundPropagation propagation)
{
    private readonly int[] _one = new int[1];

    /// <summary>
    /// Fixes the integer columns one after the other, the nearly whole ones first, at the whole value near their relaxation, propagating
    /// each; then solves for the others.
    /// </summary>
    /// <param name="x">The point to round.</param>
    /// <param name="threshold">The part of one from which a value is rounded up, in (0, 1).</param>
    /// <param name="lower">Lower bounds to stay within.</param>
    /// <param name="upper">Upper bounds to stay within.</param>
    /// <param name="start">Where the relaxation may start.</param>
    /// <returns>Whether a better point was found.</returns>
    internal bool FixAndPropagate(double[] x, double threshold, double[] lower, double[] upper, object? start)
    {
        double[] low = (double[])lower.Clone();
        double[] high = (double[])upper.Clone();
        int[] order = (int[])model.Integers.Clone();
        double[] key = new double[order.Length];
        for (int k = 0; k < order.Length; k++)
            key[k] = Math.Round(Math.Abs(x[order[k]] - Math.Floor(x[order[k]] + 1.0 - threshold)), 6);
        StableSort(key, order);
        bool hasTurned = false;
        foreach (int j in order)
        {
            if (low[j] == high[j])
                continue;
            double wish = Math.Clamp(Math.Floor(x[j] + 1.0 - threshold), low[j], high[j]);
            if (!double.IsFinite(wish))
                return false;
            if (TryFix(j, wish, ref low, ref high))
                continue;
            double other = x[j] > wish ? wish + 1.0 : wish - 1.0;
            if (other < low[j] || other > high[j])
                other = wish + wish - other;
            if (hasTurned || other < low[j] || other > high[j] || !TryFix(j, other, ref low, ref high))
                return false;
            hasTurned = model.Integers.Length > 100;
        }

        return context.Complete(model, relaxation, low, low, high, start);
    }

    /// <summary>
    /// Follows the relaxation downwards: a few nearly whole columns are fixed, what follows is propagated, and the relaxation is solved again.
    /// </summary>
    internal bool Dive(RelaxationResult result, double[] lower, double[] upper, int mostRelaxations)
    {
        double[] low = (double[])lower.Clone();
        double[] high = (double[])upper.Clone();
        for (int k = 0; k < mostRelaxations && !context.Clock.IsOver; k++)
        {
            double[] x = result.Point;
            List<int> fractional = Fractionality.Columns(model, x);
            if (fractional.Count == 0)
                return context.Incumbent.Offer(x) || context.Complete(model, relaxation, x, low, high, result.Start);
            int[] order = [.. fractional];
            double[] key = new double[order.Length];
            for (int f = 0; f < order.Length; f++)
                key[f] = Math.Round(Fractionality.Of(x[order[f]]), 6);
            StableSort(key, order);
            int count = Math.Max(1, order.Length / 4);
            for (int f = 0; f < count; f++)
            {
                int j = order[f];
                if (low[j] == high[j])
                    continue;
                double wish = Math.Clamp(Math.Round(x[j]), low[j], high[j]);
                if (TryFix(j, wish, ref low, ref high))
                    continue;
                double other = x[j] > wish ? wish + 1.0 : wish - 1.0;
                if (f > 0 || other < low[j] || other > high[j] || !TryFix(j, other, ref low, ref high))
                    return false;
            }

            double cutoff = context.Incumbent.Cutoff;
            result = context.Solve(relaxation, low, high, result.Start, new RelaxationLimits(cutoff, int.MaxValue));
            if (result.Status != RelaxationStatus.Optimal || result.Bound >= cutoff)
                return false;
        }

        return false;
    }

    /// <summary>
    /// Moves single integer columns as far towards lower cost as the rows allow, then solves for the others.
    /// </summary>
    internal bool OneOpt(double[] point, double[] lower, double[] upper)
    {
        double[] x = (double[])point.Clone();
        double[] activity = new double[model.RowCount];
        model.ByColumn.Multiply(x, activity);
        bool any = false;
        foreach (int j in model.Integers)
        {
            double c = model.Cost[j];
            if (c == 0.0)
                continue;
            double direction = -Math.Sign(c);
            double room = direction > 0.0 ? upper[j] - x[j] : x[j] - lower[j];
            for (int k = model.ByColumn.ColumnStart[j]; k < model.ByColumn.ColumnStart[j + 1]; k++)
            {
                double change = model.ByColumn.Value[k] * direction;
                int i = model.ByColumn.RowIndex[k];
                double slack = change > 0.0 ? model.RowUpper[i] - activity[i] : activity[i] - model.RowLower[i];
                room = Math.Min(room, slack / Math.Abs(change));
            }

            double steps = Math.Floor(room + 1e-9);
            if (!(steps >= 1.0) || double.IsInfinity(steps))
                continue;
            any = true;
            x[j] += direction * steps;
            for (int k = model.ByColumn.ColumnStart[j]; k < model.ByColumn.ColumnStart[j + 1]; k++)
                activity[model.ByColumn.RowIndex[k]] += model.ByColumn.Value[k] * direction * steps;
        }

        return any && context.Incumbent.Offer(x);
    }

    /// <summary>Fixes a column and propagates; the bounds stay as they were if that is impossible.</summary>
    private bool TryFix(int column, double value, ref double[] lower, ref double[] upper)
    {
        double[] low = (double[])lower.Clone();
        double[] high = (double[])upper.Clone();
        low[column] = value;
        high[column] = value;
        _one[0] = column;
        if (!propagation.From(_one, low, high))
            return false;
        lower = low;
        upper = high;
        return true;
    }

    private static void StableSort(double[] key, int[] item)
    {
        var keys = new (double Key, int Item)[key.Length];
        for (int k = 0; k < key.Length; k++)
            keys[k] = (key[k], item[k]);
        Array.Sort(keys, item);
    }
}
