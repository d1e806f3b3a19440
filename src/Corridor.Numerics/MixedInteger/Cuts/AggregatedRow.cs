using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>
/// A linear combination of rows written as an equation with slacks s ≥ 0: Σ a·x + Σ σ·s = b. A row with an upper bound that binds more
/// nearly is a·x + s = upper, one with a lower bound a·x − s = lower, an equality has no slack.
/// </summary>
internal sealed class AggregatedRow(IntegerModel model)
{
    private readonly bool[] _isListed = new bool[model.ColumnCount];

    /// <summary>The coefficients a, one a column.</summary>
    internal double[] Coefficient { get; } = new double[model.ColumnCount];

    /// <summary>The columns that may have coefficients.</summary>
    internal List<int> Columns { get; } = [];

    internal double RightHandSide { get; private set; }

    /// <summary>The rows with slacks: row, σ, and whether the slack is that of the upper bound.</summary>
    internal List<(int Row, double Sigma, bool IsUpper)> Slacks { get; } = [];

    /// <summary>The rows it is made of.</summary>
    internal List<int> Rows { get; } = [];

    internal void Clear()
    {
        foreach (int j in Columns)
        {
            Coefficient[j] = 0.0;
            _isListed[j] = false;
        }

        Columns.Clear();
        Slacks.Clear();
        Rows.Clear();
        RightHandSide = 0.0;
    }

    /// <summary>Adds a multiple of a row; its nearer bound at activity is used. False, and nothing added, if the row has no bound.</summary>
    internal bool Add(int row, double multiplier, double activity)
    {
        double low = model.RowLower[row];
        double high = model.RowUpper[row];
        if (double.IsInfinity(low) && double.IsInfinity(high))
            return false;
        SparseMatrix a = model.ByRow;
        for (int k = a.ColumnStart[row]; k < a.ColumnStart[row + 1]; k++)
        {
            int j = a.RowIndex[k];
            if (!_isListed[j])
            {
                _isListed[j] = true;
                Columns.Add(j);
            }

            double sum = Coefficient[j] + (multiplier * a.Value[k]);
            Coefficient[j] = Math.Abs(sum) <= 1e-12 * Math.Max(Math.Abs(Coefficient[j]), Math.Abs(multiplier * a.Value[k])) ? 0.0 : sum;
        }

        bool isUpper = high - activity <= activity - low;
        RightHandSide += multiplier * (isUpper ? high : low);
        if (low != high)
            Slacks.Add((row, isUpper ? multiplier : -multiplier, isUpper));
        Rows.Add(row);
        return true;
    }
}
