using System.Runtime.CompilerServices;
using Corridor.Numerics.Factorization;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>
/// The matrix of <see cref="KktSystem"/> for its factor, assembled panel by panel: row i of A Θ Aᵀ, from its diagonal on, is the sum over the entries of row i of
/// A of that entry times θ times the column from there on.
/// </summary>
internal sealed unsafe class PanelTerms : IPanelAssembler
{
    private readonly double[] _theta;
    private readonly SparseMatrix _byColumn;
    private readonly SparseMatrix _byRow;

    // For each entry by rows its place by columns; for each row its place in the order of elimination.
    private readonly int[] _source;
    private readonly int[] _place;

    // For each elimination column the row it is, or −1, and the kept column it is, or −1; then entries of kept columns, each with the node that is eliminated first.
    private readonly int[] _rowAt;
    private readonly int[] _keptAt;
    private readonly bool[] _isKept;
    private readonly int[] _keptStart;
    private readonly int[] _keptOther;
    private readonly double[] _keptValue;

    /// <param name="byColumn">A.</param>
    /// <param name="byRow">A by rows.</param>
    /// <param name="source">For each entry by rows its place by columns.</param>
    /// <param name="plan">The order.</param>
    /// <param name="theta">Θ; read at every call.</param>
    internal PanelTerms(SparseMatrix byColumn, SparseMatrix byRow, int[] source, KktPlan plan, double[] theta)
    {
        _theta = theta;
        _byColumn = byColumn;
        _byRow = byRow;
        _source = source;
        _place = plan.RowPlace;
        KeptPlaces = plan.KeptPlace;
        int n = plan.Symbolic.Count;
        _isKept = new bool[plan.KeptCount > 0 ? byColumn.ColumnCount : 0];
        foreach (int j in plan.Kept)
            _isKept[j] = true;
        _rowAt = new int[n];
        Array.Fill(_rowAt, -1);
        for (int i = 0; i < _place.Length; i++)
            _rowAt[_place[i]] = i;
        _keptAt = new int[n];
        Array.Fill(_keptAt, -1);
        for (int k = 0; k < plan.KeptCount; k++)
            _keptAt[plan.KeptPlace[k]] = plan.Kept[k];
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
        bool hasKept = _isKept.Length > 0;
        fixed (double* target = panel, theta = _theta, value = _byColumn.Value)
        fixed (int* rowStart = _byRow.ColumnStart, columnOf = _byRow.RowIndex, source = _source)
        fixed (int* columnStart = _byColumn.ColumnStart, rowOf = _byColumn.RowIndex, place = _place, where = position)
        {
            for (int p = firstColumn; p < endColumn; p++)
            {
                int row = _rowAt[p];
                double* own = target + ((p - firstColumn) * (long)height);
                double sum = 0.0;
                if (row >= 0)
                {
                    int last = rowStart[row + 1];
                    for (int e = rowStart[row]; e < last; e++)
                    {
                        int j = columnOf[e];
                        if (hasKept && _isKept[j])
                            continue;
                        int q = source[e];
                        int stop = columnStart[j + 1];
                        double scaled = value[q] * theta[j];
                        sum = Math.FusedMultiplyAdd(scaled, value[q], sum);
                        for (q++; q < stop; q++)
                            own[where[hasKept ? place[rowOf[q]] : rowOf[q]]] += scaled * value[q];
                    }
                }

                double* diagonal = own + (p - firstColumn);
                if (_keptAt[p] < 0)
                    *diagonal += sum + Delta;
                else
                    *diagonal = -1.0 / _theta[_keptAt[p]];
                for (int e = _keptStart[p]; e < _keptStart[p + 1]; e++)
                    own[where[_keptOther[e]]] = _keptValue[e];
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
