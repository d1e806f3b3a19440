namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>What the bounds of its columns allow a row to be.</summary>
internal struct RowActivity
{
    /// <summary>Sum of the finite least terms.</summary>
    internal double FiniteLeast;

    /// <summary>Sum of the finite greatest terms.</summary>
    internal double FiniteMost;

    /// <summary>Number of terms without a least value.</summary>
    internal int OpenBelow;

    /// <summary>Number of terms without a greatest value.</summary>
    internal int OpenAbove;

    /// <summary>Largest finite term.</summary>
    internal double Size;

    /// <summary>Largest coefficient.</summary>
    internal double LargestCoefficient;

    /// <summary>Columns that stand in no other row.</summary>
    internal int Singletons;

    internal readonly double Least => OpenBelow > 0 ? double.NegativeInfinity : FiniteLeast;

    internal readonly double Most => OpenAbove > 0 ? double.PositiveInfinity : FiniteMost;

    /// <summary>What rounding may do to the sums.</summary>
    internal readonly double Rounding => 1e-13 * Math.Max(1.0, Size);

    internal static RowActivity Of(WorkingProgram p, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        double[] lower = p.ColumnLower;
        double[] upper = p.ColumnUpper;
        int[] length = p.ColumnLength;
        RowActivity activity = default;
        for (int k = 0; k < columns.Length; k++)
        {
            int j = columns[k];
            double a = values[k];
            double low = a * (a > 0.0 ? lower[j] : upper[j]);
            double high = a * (a > 0.0 ? upper[j] : lower[j]);
            if (double.IsFinite(low))
            {
                activity.FiniteLeast += low;
                activity.Size = Math.Max(activity.Size, Math.Abs(low));
            }
            else
            {
                activity.OpenBelow++;
            }

            if (double.IsFinite(high))
            {
                activity.FiniteMost += high;
                activity.Size = Math.Max(activity.Size, Math.Abs(high));
            }
            else
            {
                activity.OpenAbove++;
            }

            activity.LargestCoefficient = Math.Max(activity.LargestCoefficient, Math.Abs(a));
            if (length[j] == 1)
                activity.Singletons++;
        }

        return activity;
    }

    /// <summary>The least value without one term whose least value is given.</summary>
    internal readonly double LeastWithout(double low) => double.IsInfinity(low)
        ? (OpenBelow > 1 ? double.NegativeInfinity : FiniteLeast)
        : OpenBelow > 0 ? double.NegativeInfinity : FiniteLeast - low;

    /// <summary>The greatest value without one term whose greatest value is given.</summary>
    internal readonly double MostWithout(double high) => double.IsInfinity(high)
        ? (OpenAbove > 1 ? double.PositiveInfinity : FiniteMost)
        : OpenAbove > 0 ? double.PositiveInfinity : FiniteMost - high;
}
