using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger;

/// <summary>The least and the greatest value a row can take within bounds: finite parts and the number of infinite terms.</summary>
internal readonly record struct Activity(double LeastSum, int LeastInfinite, double GreatestSum, int GreatestInfinite, double LargestTerm)
{
    internal double Least => LeastInfinite > 0 ? double.NegativeInfinity : LeastSum;

    internal double Greatest => GreatestInfinite > 0 ? double.PositiveInfinity : GreatestSum;

    internal static Activity Of(SparseMatrix byRow, int row, double[] lower, double[] upper)
    {
        double least = 0.0;
        double greatest = 0.0;
        double largest = 0.0;
        int leastInfinite = 0;
        int greatestInfinite = 0;
        for (int k = byRow.ColumnStart[row]; k < byRow.ColumnStart[row + 1]; k++)
        {
            double a = byRow.Value[k];
            int j = byRow.RowIndex[k];
            double low = a > 0.0 ? a * lower[j] : a * upper[j];
            double high = a > 0.0 ? a * upper[j] : a * lower[j];
            if (double.IsInfinity(low))
            {
                leastInfinite++;
            }
            else
            {
                least += low;
                largest = Math.Max(largest, Math.Abs(low));
            }

            if (double.IsInfinity(high))
            {
                greatestInfinite++;
            }
            else
            {
                greatest += high;
                largest = Math.Max(largest, Math.Abs(high));
            }
        }

        return new Activity(least, leastInfinite, greatest, greatestInfinite, largest);
    }

    /// <summary>The least value of the other terms.</summary>
    internal double LeastWithout(double a, double lower, double upper) =>
        Without(a > 0.0 ? a * lower : a * upper, LeastSum, LeastInfinite, double.NegativeInfinity);

    /// <summary>The greatest value of the other terms.</summary>
    internal double GreatestWithout(double a, double lower, double upper) =>
        Without(a > 0.0 ? a * upper : a * lower, GreatestSum, GreatestInfinite, double.PositiveInfinity);

    private static double Without(double term, double sum, int infinite, double otherwise)
    {
        if (double.IsInfinity(term))
            return infinite == 1 ? sum : otherwise;
        return infinite == 0 ? sum - term : otherwise;
    }
}
