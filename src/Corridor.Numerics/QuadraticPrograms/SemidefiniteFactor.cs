using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.QuadraticPrograms;

/// <summary>
/// P Q Pᵀ = L D Lᵀ of a positive semidefinite matrix, column by column (left-looking), ordered by approximate minimum degree. A pivot of rounding
/// size is zero, and so is its column: in a semidefinite matrix |q_ij|² ≤ q_ii q_jj holds after every elimination step.
/// </summary>
internal sealed class SemidefiniteFactor
{
    /// <summary>Pivots below this share of their diagonal are zero.</summary>
    private const double ZeroPivot = 1e-12;

    /// <summary>Pivots below minus this share of the largest entry of their column are negative.</summary>
    private const double NegativePivot = 1e-10;

    /// <summary>Entries below a zero pivot beyond this share of √(q_ii q_jj) contradict convexity.</summary>
    private const double ZeroColumn = 1e-7;

    /// <summary>Entries below this share of √(q_ii q_jj) are what rounding leaves where terms cancel.</summary>
    private const double ZeroEntry = 1e-13;

    private SemidefiniteFactor(int[] order, double[] pivot, List<(int Row, double Value)>[] column)
    {
        Order = order;
        Pivot = pivot;
        Column = column;
    }

    /// <summary>Element k is the column of Q that is eliminated as the k-th.</summary>
    internal int[] Order { get; }

    /// <summary>D, ≥ 0.</summary>
    internal double[] Pivot { get; }

    /// <summary>L below its unit diagonal: the columns of Q, not their places in the order.</summary>
    internal List<(int Row, double Value)>[] Column { get; }

    /// <summary>Factorises.</summary>
    /// <param name="lowerTriangle">Q on and below its diagonal.</param>
    /// <param name="offender">A column at which it shows that Q is not positive semidefinite; −1 if it is.</param>
    /// <returns>The factor; null if Q is not positive semidefinite.</returns>
    internal static SemidefiniteFactor? Of(SparseMatrix lowerTriangle, out int offender)
    {
        int n = lowerTriangle.ColumnCount;
        SymmetricGraph graph = Graph(lowerTriangle);
        int[] order = ApproximateMinimumDegree.Order(graph);
        int[] place = Permutation.Invert(order);
        var entries = new List<(int Place, double Value)>[n];
        double[] diagonal = new double[n];
        double[] largest = new double[n];
        for (int k = 0; k < n; k++)
            entries[k] = [];
        for (int j = 0; j < n; j++)
        {
            for (int k = lowerTriangle.ColumnStart[j]; k < lowerTriangle.ColumnStart[j + 1]; k++)
            {
                int a = place[j];
                int b = place[lowerTriangle.RowIndex[k]];
                double v = lowerTriangle.Value[k];
                if (a == b)
                    diagonal[a] = v;
                else
                    entries[Math.Min(a, b)].Add((Math.Max(a, b), v));
                largest[a] = Math.Max(largest[a], Math.Abs(v));
                largest[b] = Math.Max(largest[b], Math.Abs(v));
            }
        }

        return Eliminate(order, entries, diagonal, largest, out offender);
    }

    private static SemidefiniteFactor? Eliminate(
        int[] order, List<(int Place, double Value)>[] entries, double[] diagonal, double[] largest, out int offender)
    {
        int n = order.Length;
        double[] pivot = (double[])diagonal.Clone();
        var column = new List<(int Row, double Value)>[n];
        var waiting = new List<(int Column, int Position)>[n];
        for (int k = 0; k < n; k++)
            waiting[k] = [];
        double[] dense = new double[n];
        bool[] isListed = new bool[n];
        List<int> listed = [];
        offender = -1;
        for (int j = 0; j < n; j++)
        {
            listed.Clear();
            void Add(int row, double value)
            {
                if (!isListed[row])
                {
                    isListed[row] = true;
                    listed.Add(row);
                }

                dense[row] += value;
            }

            foreach ((int row, double value) in entries[j])
                Add(row, value);
            foreach ((int earlier, int position) in waiting[j])
            {
                double factor = column[earlier][position].Value * pivot[earlier];
                for (int k = position + 1; k < column[earlier].Count; k++)
                    Add(column[earlier][k].Row, -factor * column[earlier][k].Value);
                if (position + 1 < column[earlier].Count)
                    waiting[column[earlier][position + 1].Row].Add((earlier, position + 1));
            }

            listed.Sort();
            column[j] = [];
            bool isZero = pivot[j] <= ZeroPivot * diagonal[j];
            bool isNegative = pivot[j] < -NegativePivot * largest[j];
            foreach (int row in listed)
            {
                double value = dense[row];
                dense[row] = 0.0;
                isListed[row] = false;
                double scale = Math.Sqrt(Math.Max(diagonal[row], 0.0) * Math.Max(diagonal[j], 0.0));
                if (isZero)
                    isNegative |= Math.Abs(value) > ZeroColumn * scale;
                else if (Math.Abs(value) > ZeroEntry * scale)
                    column[j].Add((row, value / pivot[j]));
            }

            if (isNegative)
            {
                offender = order[j];
                return null;
            }

            if (isZero)
            {
                pivot[j] = 0.0;
                continue;
            }

            foreach ((int row, double value) in column[j])
                pivot[row] -= value * value * pivot[j];
            if (column[j].Count > 0)
                waiting[column[j][0].Row].Add((j, 0));
        }

        foreach (List<(int Row, double Value)> list in column)
        {
            for (int k = 0; k < list.Count; k++)
                list[k] = (order[list[k].Row], list[k].Value);
        }

        return new SemidefiniteFactor(order, pivot, column);
    }

    private static SymmetricGraph Graph(SparseMatrix lower)
    {
        int n = lower.ColumnCount;
        var neighbours = new List<int>[n];
        for (int j = 0; j < n; j++)
            neighbours[j] = [];
        for (int j = 0; j < n; j++)
        {
            for (int k = lower.ColumnStart[j]; k < lower.ColumnStart[j + 1]; k++)
            {
                int i = lower.RowIndex[k];
                if (i == j)
                    continue;
                neighbours[j].Add(i);
                neighbours[i].Add(j);
            }
        }

        int[] start = new int[n + 1];
        for (int j = 0; j < n; j++)
            start[j + 1] = start[j] + neighbours[j].Count;
        int[] all = new int[start[n]];
        for (int j = 0; j < n; j++)
            neighbours[j].CopyTo(all, start[j]);
        return new SymmetricGraph(start, all);
    }
}
