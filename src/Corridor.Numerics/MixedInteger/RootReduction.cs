using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger;

/// <summary>
/// What can be sharpened before the search without losing a point: whole bounds, rows of whole coefficients divided by their greatest common
/// divisor, bounds by activities, and coefficients of integer columns (M. W. P. Savelsbergh, ORSA J. Comput. 6 (1994) 445–454), big-M among them.
/// </summary>
internal static class RootReduction
{
    private const int Rounds = 5;

    /// <summary>The sharpened model; null if it has no point.</summary>
    internal static IntegerModel? Run(IntegerModel model)
    {
        if (!RoundBounds(model))
            return null;
        double[] value = model.ByRow.Value.AsSpan(0, model.ByRow.NonzeroCount).ToArray();
        double[] rowLower = (double[])model.RowLower.Clone();
        double[] rowUpper = (double[])model.RowUpper.Clone();
        for (int i = 0; i < model.RowCount; i++)
        {
            if (!DivideByCommonDivisor(model, i, value, rowLower, rowUpper))
                return null;
        }

        for (int round = 0; round < Rounds; round++)
        {
            model = model.WithRows(Compressed(model.ByRow, ref value), rowLower, rowUpper);
            if (!new BoundPropagation(model).All(model.Lower, model.Upper))
                return null;
            int tightened = 0;
            value = (double[])model.ByRow.Value.Clone();
            rowLower = (double[])rowLower.Clone();
            rowUpper = (double[])rowUpper.Clone();
            for (int i = 0; i < model.RowCount; i++)
                tightened += TightenCoefficients(model, i, value, rowLower, rowUpper);
            if (tightened == 0)
                return model;
        }

        return model.WithRows(Compressed(model.ByRow, ref value), rowLower, rowUpper);
    }

    /// <summary>Rounds the bounds of integer columns inwards; false if nothing is left between them.</summary>
    internal static bool RoundBounds(IntegerModel model)
    {
        const double Slack = 1e-6;
        foreach (int j in model.Integers)
        {
            model.Lower[j] = Math.Ceiling(model.Lower[j] - Slack);
            model.Upper[j] = Math.Floor(model.Upper[j] + Slack);
            if (model.Lower[j] > model.Upper[j])
                return false;
        }

        return true;
    }

    /// <summary>A row of integer columns with whole coefficients (after a power of ten) takes only multiples of their greatest common divisor.</summary>
    private static bool DivideByCommonDivisor(IntegerModel model, int row, double[] value, double[] rowLower, double[] rowUpper)
    {
        const double LargestWhole = 1e9;
        SparseMatrix a = model.ByRow;
        int begin = a.ColumnStart[row];
        int end = a.ColumnStart[row + 1];
        for (int k = begin; k < end; k++)
        {
            if (!model.IsInteger[a.RowIndex[k]])
                return true;
        }

        if (begin == end)
            return rowLower[row] <= 1e-8 && rowUpper[row] >= -1e-8;
        for (double scale = 1.0; scale <= 1e4; scale *= 10.0)
        {
            long divisor = 0;
            bool whole = true;
            for (int k = begin; k < end && whole; k++)
            {
                double v = value[k] * scale;
                double rounded = Math.Round(v);
                whole = Math.Abs(v) < LargestWhole && Math.Abs(v - rounded) <= 1e-12 * Math.Abs(v);
                divisor = GreatestCommonDivisor(divisor, (long)Math.Abs(rounded));
            }

            if (!whole)
                continue;
            if (divisor == 0)
                return true;
            double factor = scale / divisor;
            for (int k = begin; k < end; k++)
                value[k] = Math.Round(value[k] * scale) / divisor;
            double slack = 1e-8 * Math.Max(1.0, factor);
            rowLower[row] = Math.Ceiling((rowLower[row] * factor) - Math.Max(slack, 1e-12 * Math.Abs(rowLower[row] * factor)));
            rowUpper[row] = Math.Floor((rowUpper[row] * factor) + Math.Max(slack, 1e-12 * Math.Abs(rowUpper[row] * factor)));
            return rowLower[row] <= rowUpper[row];
        }

        return true;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    /// <summary>
    /// For Σ a·x ≤ b: where the row cannot bind unless x_k stands at one bound, the coefficient of x_k is moved so that it just cannot bind.
    /// </summary>
    private static int TightenCoefficients(IntegerModel model, int row, double[] value, double[] rowLower, double[] rowUpper)
    {
        bool hasUpper = double.IsFinite(rowUpper[row]);
        if (hasUpper == double.IsFinite(rowLower[row]))
            return 0;
        double sign = hasUpper ? 1.0 : -1.0;
        double side = hasUpper ? rowUpper[row] : -rowLower[row];
        SparseMatrix a = model.ByRow;
        Activity activity = Activity.Of(a, row, model.Lower, model.Upper);
        double greatest = hasUpper ? activity.Greatest : -activity.Least;
        if (double.IsInfinity(greatest))
            return 0;
        double significant = 1e-6 * Math.Max(1.0, activity.LargestTerm);
        int count = 0;
        for (int k = a.ColumnStart[row]; k < a.ColumnStart[row + 1]; k++)
        {
            int j = a.RowIndex[k];
            if (!model.IsInteger[j] || model.Lower[j] == model.Upper[j] || greatest <= side + significant)
                continue;
            double c = sign * value[k];

            // One step away from the bound at which the row may bind, it is slack by d.
            double d = side - (greatest - Math.Abs(c));
            if (d <= significant || Math.Abs(c) < d)
                continue;
            double moved = c > 0.0 ? c - d : c + d;
            double bound = c > 0.0 ? model.Upper[j] : model.Lower[j];
            double newSide = c > 0.0 ? side - (d * bound) : side + (d * bound);
            greatest += (moved - c) * bound;
            side = newSide;
            value[k] = sign * moved;
            count++;
        }

        if (hasUpper)
            rowUpper[row] = side;
        else
            rowLower[row] = -side;
        return count;
    }

    /// <summary>The pattern with these values, zeros left out.</summary>
    private static SparseMatrix Compressed(SparseMatrix pattern, ref double[] value)
    {
        int[] start = new int[pattern.ColumnStart.Length];
        int[] index = new int[pattern.NonzeroCount];
        double[] kept = new double[pattern.NonzeroCount];
        int at = 0;
        for (int i = 0; i < pattern.ColumnCount; i++)
        {
            for (int k = pattern.ColumnStart[i]; k < pattern.ColumnStart[i + 1]; k++)
            {
                if (value[k] == 0.0)
                    continue;
                index[at] = pattern.RowIndex[k];
                kept[at++] = value[k];
            }

            start[i + 1] = at;
        }

        Array.Resize(ref index, at);
        Array.Resize(ref kept, at);
        value = kept;
        return new SparseMatrix(pattern.RowCount, pattern.ColumnCount, start, index, kept);
    }
}
