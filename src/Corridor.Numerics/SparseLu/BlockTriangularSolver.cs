namespace Corridor.Numerics.SparseLu;

/// <summary>Solves with the factors, by places: from the last block to the first, and for the transposed matrix from the first to the last.</summary>
internal sealed unsafe class BlockTriangularSolver(LuAnalysis analysis, LuStore store)
{
    /// <summary>(L U + F) x = b.</summary>
    /// <param name="right">b by places; overwritten by x.</param>
    internal void Solve(Span<double> right)
    {
        fixed (int* lowerStart = store.LowerStart, lowerIndex = store.LowerIndex, upperStart = store.UpperStart, upperIndex = store.UpperIndex)
        fixed (int* aboveStart = analysis.Above.Start, aboveRow = store.AboveRow, blockStart = analysis.BlockStart)
        fixed (double* lowerValue = store.LowerValue, upperValue = store.UpperValue, diagonal = store.Diagonal, aboveValue = store.AboveValue, x = right)
        {
            for (int b = analysis.BlockStart.Length - 2; b >= 0; b--)
            {
                int begin = blockStart[b];
                int end = blockStart[b + 1];
                for (int k = begin; k < end; k++)
                {
                    double xk = x[k];
                    if (xk == 0.0)
                        continue;
                    int last = lowerStart[k + 1];
                    for (int p = lowerStart[k]; p < last; p++)
                        x[lowerIndex[p]] -= lowerValue[p] * xk;
                }

                for (int k = end - 1; k >= begin; k--)
                {
                    double xk = x[k] / diagonal[k];
                    x[k] = xk;
                    if (xk == 0.0)
                        continue;
                    int last = upperStart[k + 1];
                    for (int p = upperStart[k]; p < last; p++)
                        x[upperIndex[p]] -= upperValue[p] * xk;
                    last = aboveStart[k + 1];
                    for (int p = aboveStart[k]; p < last; p++)
                        x[aboveRow[p]] -= aboveValue[p] * xk;
                }
            }
        }
    }

    /// <summary>(L U + F)ᵀ x = b.</summary>
    /// <param name="right">b by places; overwritten by x.</param>
    internal void SolveTransposed(Span<double> right)
    {
        fixed (int* lowerStart = store.LowerStart, lowerIndex = store.LowerIndex, upperStart = store.UpperStart, upperIndex = store.UpperIndex)
        fixed (int* aboveStart = analysis.Above.Start, aboveRow = store.AboveRow, blockStart = analysis.BlockStart)
        fixed (double* lowerValue = store.LowerValue, upperValue = store.UpperValue, diagonal = store.Diagonal, aboveValue = store.AboveValue, x = right)
        {
            for (int b = 0; b + 1 < analysis.BlockStart.Length; b++)
            {
                int begin = blockStart[b];
                int end = blockStart[b + 1];
                for (int k = begin; k < end; k++)
                {
                    double sum = x[k];
                    int last = aboveStart[k + 1];
                    for (int p = aboveStart[k]; p < last; p++)
                        sum -= aboveValue[p] * x[aboveRow[p]];
                    last = upperStart[k + 1];
                    for (int p = upperStart[k]; p < last; p++)
                        sum -= upperValue[p] * x[upperIndex[p]];
                    x[k] = sum / diagonal[k];
                }

                for (int k = end - 1; k >= begin; k--)
                {
                    double sum = x[k];
                    int last = lowerStart[k + 1];
                    for (int p = lowerStart[k]; p < last; p++)
                        sum -= lowerValue[p] * x[lowerIndex[p]];
                    x[k] = sum;
                }
            }
        }
    }
}
