using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// Row and column factors, powers of two, that bring the entries of a matrix near one: two passes of geometric means
/// (A. R. Curtis, J. K. Reid, J. Inst. Math. Appl. 10 (1972) 118–124, in the max–min form), then one pass of column maxima.
/// </summary>
internal sealed class Equilibration
{
    private const int GeometricPasses = 4;

    private Equilibration(double[] row, double[] column)
    {
        Row = row;
        Column = column;
    }

    /// <summary>Factor of each row.</summary>
    internal double[] Row { get; }

    /// <summary>Factor of each column.</summary>
    internal double[] Column { get; }

    /// <summary>Finds the factors of a matrix.</summary>
    internal static Equilibration Of(SparseMatrix a)
    {
        double[] row = new double[a.RowCount];
        double[] column = new double[a.ColumnCount];
        Array.Fill(row, 1.0);
        Array.Fill(column, 1.0);
        if (!NeedsScaling(a))
            return new Equilibration(row, column);
        double[] least = new double[a.RowCount];
        double[] most = new double[a.RowCount];
        for (int pass = 0; pass < GeometricPasses; pass++)
        {
            Array.Fill(least, double.PositiveInfinity);
            Array.Clear(most);
            for (int j = 0; j < a.ColumnCount; j++)
            {
                for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                {
                    double v = Math.Abs(a.Value[k]) * column[j];
                    int i = a.RowIndex[k];
                    least[i] = Math.Min(least[i], v);
                    most[i] = Math.Max(most[i], v);
                }
            }

            for (int i = 0; i < row.Length; i++)
                row[i] = most[i] > 0.0 ? 1.0 / Math.Sqrt(least[i] * most[i]) : 1.0;
            for (int j = 0; j < column.Length; j++)
            {
                double low = double.PositiveInfinity;
                double high = 0.0;
                for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                {
                    double v = Math.Abs(a.Value[k]) * row[a.RowIndex[k]];
                    low = Math.Min(low, v);
                    high = Math.Max(high, v);
                }

                column[j] = high > 0.0 ? 1.0 / Math.Sqrt(low * high) : 1.0;
            }
        }

        for (int i = 0; i < row.Length; i++)
            row[i] = PowerOfTwo(row[i]);
        for (int j = 0; j < column.Length; j++)
        {
            double high = 0.0;
            for (int k = a.ColumnStart[j]; k < a.ColumnStart[j + 1]; k++)
                high = Math.Max(high, Math.Abs(a.Value[k]) * row[a.RowIndex[k]]);
            column[j] = high > 0.0 ? PowerOfTwo(1.0 / high) : 1.0;
        }

        return new Equilibration(row, column);
    }

    /// <summary>The power of two nearest in logarithm; 1 for anything that is not a positive finite number.</summary>
    internal static double PowerOfTwo(double value) =>
        value > 0.0 && double.IsFinite(value) ? Math.ScaleB(1.0, (int)Math.Round(Math.Log2(value))) : 1.0;

    private static bool NeedsScaling(SparseMatrix a)
    {
        double least = double.PositiveInfinity;
        double most = 0.0;
        for (int k = 0; k < a.NonzeroCount; k++)
        {
            double v = Math.Abs(a.Value[k]);
            least = Math.Min(least, v);
            most = Math.Max(most, v);
        }

        return least < 0.2 || most > 5.0;
    }
}
