namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Bounds that every dual point obeys for the dual of a row: its sign, where a side is absent; and c / a of a column that stands in no other
/// row and has no bound on one side. They hold as long as that column is there, which is asked anew each time.
/// </summary>
internal sealed class RowDualBounds(WorkingProgram p)
{
    // Of each row the column that bounds its dual from below or above, −1 if none, and its coefficient.
    private int[]? _below;
    private int[]? _above;
    private double[] _belowCoefficient = [];
    private double[] _aboveCoefficient = [];

    /// <summary>The least dual of row i, not asking column <paramref name="except"/>.</summary>
    internal double Lower(int i, int except)
    {
        double sign = double.IsInfinity(p.RowUpper[i]) ? 0.0 : double.NegativeInfinity;
        return _below is null || _below[i] == except ? sign : Math.Max(sign, Bound(_below[i], _belowCoefficient[i], double.NegativeInfinity));
    }

    /// <summary>The greatest dual of row i, not asking column <paramref name="except"/>.</summary>
    internal double Upper(int i, int except)
    {
        double sign = double.IsInfinity(p.RowLower[i]) ? 0.0 : double.PositiveInfinity;
        return _above is null || _above[i] == except ? sign : Math.Min(sign, Bound(_above[i], _aboveCoefficient[i], double.PositiveInfinity));
    }

    /// <summary>Learns from the columns that stand in row i alone; if a bound becomes tighter, its columns are looked at again.</summary>
    internal void Observe(int i, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        double below = Lower(i, -1);
        double above = Upper(i, -1);
        bool tighter = false;
        for (int k = 0; k < columns.Length; k++)
        {
            int j = columns[k];
            bool openAbove = double.IsInfinity(p.ColumnUpper[j]);
            bool openBelow = double.IsInfinity(p.ColumnLower[j]);
            if (p.ColumnLength[j] != 1 || !(openAbove || openBelow) || p.Columns.IsRewritten(j))
                continue;

            // No upper bound: c − a y ≥ 0. No lower bound: c − a y ≤ 0.
            double a = values[k];
            double bound = p.Cost[j] / a;
            if ((a > 0.0 ? openAbove : openBelow) && bound < above)
            {
                Allocate();
                above = bound;
                _above![i] = j;
                _aboveCoefficient[i] = a;
                tighter = true;
            }

            if ((a > 0.0 ? openBelow : openAbove) && bound > below)
            {
                Allocate();
                below = bound;
                _below![i] = j;
                _belowCoefficient[i] = a;
                tighter = true;
            }
        }

        if (tighter)
            p.TouchColumnsOf(i);
    }

    private double Bound(int column, double coefficient, double otherwise)
    {
        if (column < 0 || p.ColumnRemoved[column] || p.ColumnLength[column] != 1 || p.Columns.IsRewritten(column))
            return otherwise;
        bool fromUpper = (coefficient > 0.0) == (otherwise > 0.0);
        return double.IsInfinity(fromUpper ? p.ColumnUpper[column] : p.ColumnLower[column]) ? p.Cost[column] / coefficient : otherwise;
    }

    private void Allocate()
    {
        if (_below is not null)
            return;
        int rows = p.Original.RowCount;
        _below = new int[rows];
        _above = new int[rows];
        Array.Fill(_below, -1);
        Array.Fill(_above, -1);
        _belowCoefficient = new double[rows];
        _aboveCoefficient = new double[rows];
    }
}
