using System.Runtime.CompilerServices;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The matrix of <see cref="KktSystem"/> as a list of terms: each adds a coefficient times an element of Θ to an element of a panel. The list is
/// made once and stands in the order of elimination.
/// </summary>
internal sealed unsafe class PanelTerms : IPanelAssembler
{
    private readonly double[] _theta;

    // Terms of elimination column p are _start[p] … _start[p+1]−1.
    private readonly int[] _start;
    private readonly int[] _offset;
    private readonly int[] _column;
    private readonly double[] _coefficient;

    // For each elimination column the kept column it is, or −1; and entries of kept columns, each with the node that is eliminated first.
    private readonly int[] _keptAt;
    private readonly int[] _keptStart;
    private readonly int[] _keptOther;
    private readonly double[] _keptValue;

    internal PanelTerms(SparseMatrix byColumn, SparseMatrix byRow, KktPlan plan, double[] theta)
    {
        _theta = theta;
        KeptPlaces = plan.KeptPlace;
        int n = plan.Symbolic.Count;
        bool[] isKept = new bool[byColumn.ColumnCount];
        foreach (int j in plan.Kept)
            isKept[j] = true;
        _keptAt = new int[n];
        Array.Fill(_keptAt, -1);
        for (int k = 0; k < plan.KeptCount; k++)
            _keptAt[plan.KeptPlace[k]] = plan.Kept[k];
        long count = 0;
        for (int j = 0; j < byColumn.ColumnCount; j++)
        {
            long length = byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
            if (!isKept[j])
                count += length * (length + 1) / 2;
        }

        _start = new int[n + 1];
        _offset = new int[checked((int)count)];
        _column = new int[count];
        _coefficient = new double[count];
        Fill(byColumn, byRow, plan, isKept);
        (_keptStart, _keptOther, _keptValue) = KeptEntries(byColumn, plan);
    }

    /// <summary>δ on the diagonal of the rows.</summary>
    internal double Delta { get; set; }

    /// <summary>Places of the kept columns.</summary>
    internal int[] KeptPlaces { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Assemble(int firstColumn, int endColumn, int[] position, Span<double> panel, int height)
    {
        fixed (double* target = panel, theta = _theta, coefficient = _coefficient)
        fixed (int* offset = _offset, column = _column)
        {
            int stop = _start[endColumn];
            for (int t = _start[firstColumn]; t < stop; t++)
                target[offset[t]] += coefficient[t] * theta[column[t]];
        }

        for (int p = firstColumn; p < endColumn; p++)
        {
            int diagonal = (p - firstColumn) * (height + 1);
            if (_keptAt[p] < 0)
                panel[diagonal] += Delta;
            else
                panel[diagonal] = -1.0 / _theta[_keptAt[p]];
            for (int e = _keptStart[p]; e < _keptStart[p + 1]; e++)
                panel[((p - firstColumn) * height) + position[_keptOther[e]]] = _keptValue[e];
        }
    }

    private void Fill(SparseMatrix byColumn, SparseMatrix byRow, KktPlan plan, bool[] isKept)
    {
        SymbolicFactor symbolic = plan.Symbolic;
        int[] position = new int[symbolic.Count];

        // Rows come in ascending order, so that the next entry of a column is always the first not yet met.
        int[] next = byColumn.ColumnStart.AsSpan(0, byColumn.ColumnCount).ToArray();
        int at = 0;
        int row = 0;
        for (int s = 0; s < symbolic.SupernodeCount; s++)
        {
            int first = symbolic.FirstColumn[s];
            int height = (int)(symbolic.RowStart[s + 1] - symbolic.RowStart[s]);
            for (int r = 0; r < height; r++)
                position[symbolic.Row[symbolic.RowStart[s] + r]] = r;
            for (int p = first; p < symbolic.FirstColumn[s + 1]; p++)
            {
                if (_keptAt[p] < 0)
                {
                    for (int k = byRow.ColumnStart[row]; k < byRow.ColumnStart[row + 1]; k++)
                    {
                        int j = byRow.RowIndex[k];
                        if (isKept[j])
                            continue;
                        double own = byRow.Value[k];
                        for (int q = next[j]++; q < byColumn.ColumnStart[j + 1]; q++)
                        {
                            _offset[at] = ((p - first) * height) + position[plan.RowPlace[byColumn.RowIndex[q]]];
                            _column[at] = j;
                            _coefficient[at++] = own * byColumn.Value[q];
                        }
                    }

                    row++;
                }

                _start[p + 1] = at;
            }
        }
    }

    private static (int[] Start, int[] Other, double[] Value) KeptEntries(SparseMatrix byColumn, KktPlan plan)
    {
        int n = plan.Symbolic.Count;
        int[] start = new int[n + 1];
        int total = 0;
        foreach (int j in plan.Kept)
            total += byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
        int[] other = new int[total];
        double[] value = new double[total];
        for (int pass = 0; pass < 2; pass++)
        {
            int[] next = pass == 0 ? [] : start.AsSpan(0, n).ToArray();
            for (int k = 0; k < plan.KeptCount; k++)
            {
                int own = plan.KeptPlace[k];
                for (int q = byColumn.ColumnStart[plan.Kept[k]]; q < byColumn.ColumnStart[plan.Kept[k] + 1]; q++)
                {
                    int place = plan.RowPlace[byColumn.RowIndex[q]];
                    int early = Math.Min(own, place);
                    if (pass == 0)
                    {
                        start[early + 1]++;
                        continue;
                    }

                    other[next[early]] = Math.Max(own, place);
                    value[next[early]++] = byColumn.Value[q];
                }
            }

            for (int p = 0; pass == 0 && p < n; p++)
                start[p + 1] += start[p];
        }

        return (start, other, value);
    }
}
