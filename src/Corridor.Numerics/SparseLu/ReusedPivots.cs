namespace Corridor.Numerics.SparseLu;

/// <summary>Factorises new values of a pattern with the pivots, and so the fill, of an earlier factorisation. Allocates nothing.</summary>
internal sealed unsafe class ReusedPivots
{
    private readonly LuAnalysis _analysis;
    private readonly LuStore _store;
    private readonly double[] _x;

    /// <param name="analysis">The analysis.</param>
    /// <param name="store">The factors.</param>
    /// <param name="x">Workspace of zeros, one element a place; zeros again afterwards.</param>
    internal ReusedPivots(LuAnalysis analysis, LuStore store, double[] x)
    {
        _analysis = analysis;
        _store = store;
        _x = x;
    }

    /// <summary>Place of the column where the last run stopped.</summary>
    internal int StoppedAt { get; private set; }

    /// <summary>Notes where the entries of the matrix belong under the pivots just chosen, and takes over what no pivot changes.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="rowScale">Scale of the row at each place of the analysis.</param>
    internal void Adopt(ReadOnlySpan<double> values, double[] rowScale)
    {
        int[] place = _store.Place;
        for (int p = 0; p < _store.InsideRow.Length; p++)
            _store.InsideRow[p] = place[_analysis.Inside.Row[p]];
        for (int p = 0; p < _store.AboveRow.Length; p++)
            _store.AboveRow[p] = place[_analysis.Above.Row[p]];
        for (int k = 0; k < rowScale.Length; k++)
            _store.Scale[place[k]] = rowScale[k];
        ScaleAbove(values);
    }

    /// <summary>Factorises.</summary>
    /// <param name="values">The matrix.</param>
    /// <param name="threshold">Least share of the greatest entry of its column that a pivot must have.</param>
    internal LuStatus Run(ReadOnlySpan<double> values, double threshold)
    {
        ScaleAbove(values);
        int n = _x.Length;
        fixed (int* insideStart = _analysis.Inside.Start, insideSlot = _analysis.Inside.Slot, insideRow = _store.InsideRow)
        fixed (int* lowerStart = _store.LowerStart, lowerIndex = _store.LowerIndex, upperStart = _store.UpperStart, upperIndex = _store.UpperIndex)
        fixed (double* lowerValue = _store.LowerValue, upperValue = _store.UpperValue, diagonal = _store.Diagonal, scale = _store.Scale)
        fixed (double* value = values, x = _x)
        {
            for (int k = 0; k < n; k++)
            {
                int end = insideStart[k + 1];
                for (int p = insideStart[k]; p < end; p++)
                    x[insideRow[p]] = value[insideSlot[p]] * scale[insideRow[p]];
                end = upperStart[k + 1];
                for (int u = upperStart[k]; u < end; u++)
                {
                    int j = upperIndex[u];
                    double xj = x[j];
                    x[j] = 0.0;
                    upperValue[u] = xj;
                    if (xj == 0.0)
                        continue;
                    int last = lowerStart[j + 1];
                    for (int p = lowerStart[j]; p < last; p++)
                        x[lowerIndex[p]] -= lowerValue[p] * xj;
                }

                double pivot = x[k];
                x[k] = 0.0;
                double greatest = 0.0;
                double sum = pivot;
                end = lowerStart[k + 1];
                for (int p = lowerStart[k]; p < end; p++)
                {
                    double entry = x[lowerIndex[p]];
                    x[lowerIndex[p]] = 0.0;
                    greatest = Math.Max(greatest, Math.Abs(entry));
                    sum += entry;
                    lowerValue[p] = entry / pivot;
                }

                diagonal[k] = pivot;
                if (!double.IsFinite(sum) || pivot == 0.0 || Math.Abs(pivot) < threshold * greatest)
                {
                    StoppedAt = k;
                    return double.IsFinite(sum) ? LuStatus.PivotTooSmall : LuStatus.NotFinite;
                }
            }
        }

        return LuStatus.Factorized;
    }

    private void ScaleAbove(ReadOnlySpan<double> values)
    {
        int[] slot = _analysis.Above.Slot;
        for (int p = 0; p < slot.Length; p++)
            _store.AboveValue[p] = values[slot[p]] * _store.Scale[_store.AboveRow[p]];
    }
}
