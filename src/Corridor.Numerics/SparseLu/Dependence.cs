using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.SparseLu;

/// <summary>Finds which columns, and which rows, of a numerically singular matrix depend on each other.</summary>
internal static class Dependence
{
    /// <summary>Columns that weigh less than this share of the heaviest are left out.</summary>
    private const double LeastWeight = 1e-8;

    /// <summary>Share of its terms that a sum may have where it is said to vanish.</summary>
    private const double Vanishing = 1e-10;

    /// <summary>The reason where the factorisation ended well, but a combination of columns vanishes up to 10⁻¹⁰ of its terms; null where none does.</summary>
    internal static LuSingularity? ExplainNearly(LuFactor factor, ReadOnlySpan<double> values)
    {
        double[] x = InverseIteration(factor, transposed: false);
        double[] y = InverseIteration(factor, transposed: true);
        LuAnalysis analysis = factor.Analysis;
        SparseMatrix matrix = SparseMatrix.Trusted(analysis.Size, analysis.ColumnStart, analysis.RowIndex, values.ToArray());
        SparseMatrix byRows = matrix.Transpose();
        if (analysis.Size == 0 || !Vanishes(byRows, x) || !Vanishes(matrix, y))
            return null;
        (List<int> columns, List<double> columnWeights) = Heaviest(analysis.ColumnStart, values, x);
        (List<int> rows, List<double> rowWeights) = Heaviest(byRows.ColumnStart, byRows.Value, y);
        return new LuSingularity(false, columns[0], rows[0], columns, columnWeights, rows, rowWeights);
    }

    internal static LuSingularity Explain(LuFactor factor, ReadOnlySpan<double> values, int stoppedAt)
    {
        double[] columnVector = NullVector(factor, values, stoppedAt);
        LuAnalysis analysis = factor.Analysis;
        (List<int> columns, List<double> columnWeights) = Heaviest(analysis.ColumnStart, values, columnVector);
        List<int> rows = [];
        List<double> rowWeights = [];
        SparseMatrix transposed = SparseMatrix.Trusted(analysis.Size, analysis.ColumnStart, analysis.RowIndex, values.ToArray()).Transpose();
        var other = new LuFactor(LuAnalysis.Analyze(transposed), factor.Settings with { PivotThreshold = 1.0 });
        LuStatus status = other.Factorize(transposed.Value);
        if (status is LuStatus.Singular or LuStatus.Factorized)
        {
            double[] rowVector = status == LuStatus.Singular
                ? NullVector(other, transposed.Value, other.Analysis.ColumnOrder.AsSpan().IndexOf(other.StoppedColumn))
                : InverseIteration(other, transposed: false);
            (rows, rowWeights) = Heaviest(transposed.ColumnStart, transposed.Value, rowVector);
        }

        return new LuSingularity(false, factor.StoppedColumn, rows.Count > 0 ? rows[0] : -1, columns, columnWeights, rows, rowWeights);
    }

    /// <summary>
    /// x with A x ≈ 0 by original columns. In the block of the column k without pivot, L⁻¹ brings column k into the span of the columns of U before it:
    /// U z = u_k, x = (z, −1); the rows of earlier blocks, which are regular, are balanced by their own columns.
    /// </summary>
    private static double[] NullVector(LuFactor factor, ReadOnlySpan<double> values, int stoppedAt)
    {
        LuAnalysis analysis = factor.Analysis;
        LuStore store = factor.Store;
        int n = analysis.Size;
        int block = 0;
        while (analysis.BlockStart[block + 1] <= stoppedAt)
            block++;
        var x = new double[n];
        for (int p = store.UpperStart[stoppedAt]; p < store.UpperStart[stoppedAt + 1]; p++)
            x[store.UpperIndex[p]] = store.UpperValue[p];
        for (int j = stoppedAt - 1; j >= analysis.BlockStart[block]; j--)
        {
            x[j] /= store.Diagonal[j];
            for (int p = store.UpperStart[j]; p < store.UpperStart[j + 1]; p++)
                x[store.UpperIndex[p]] -= store.UpperValue[p] * x[j];
        }

        x[stoppedAt] = -1.0;
        Balance(analysis, store, values, x, block, stoppedAt);
        var vector = new double[n];
        for (int k = 0; k < n; k++)
            vector[analysis.ColumnOrder[k]] = x[k];
        return vector;
    }

    /// <summary>
    /// x with A x ≈ 0 where rounding hid the singularity from the factorisation: solutions of A x = b are then nearly all null vector
    /// (G. Peters, J. H. Wilkinson, "Inverse iteration, ill-conditioned equations and Newton's method", SIAM Review 21 (1979) 339–360).
    /// </summary>
    private static double[] InverseIteration(LuFactor factor, bool transposed)
    {
        var x = new double[factor.Analysis.Size];
        for (int i = 0; i < x.Length; i++)
            x[i] = 1.0 + (i % 7 / 7.0);
        for (int step = 0; step < 3; step++)
        {
            double greatest = 0.0;
            if (transposed)
                factor.SolveTransposed(x);
            else
                factor.Solve(x);
            foreach (double value in x)
                greatest = Math.Max(greatest, Math.Abs(value));
            for (int i = 0; i < x.Length; i++)
                x[i] /= greatest;
        }

        return x;
    }

    /// <summary>Whether each sum of products of x with a column of the matrix is small against the greatest product of any row with x.</summary>
    private static bool Vanishes(SparseMatrix matrix, double[] x)
    {
        for (int j = 0; j < matrix.ColumnCount; j++)
        {
            double sum = 0.0;
            double greatest = 0.0;
            for (int p = matrix.ColumnStart[j]; p < matrix.ColumnStart[j + 1]; p++)
            {
                double value = Math.Abs(matrix.Value[p]);
                greatest = Math.Max(greatest, value);
                sum += matrix.Value[p] * x[matrix.RowIndex[p]];
            }

            // The greatest element of x is 1.
            if (!(Math.Abs(sum) <= Vanishing * greatest))
                return false;
        }

        return true;
    }

    private static void Balance(LuAnalysis analysis, LuStore store, ReadOnlySpan<double> values, double[] x, int block, int stoppedAt)
    {
        // The factorisation did not come to note scales and entries above the blocks by place; those of the earlier blocks are wanted here.
        var greatest = new double[analysis.Size];
        RowScaling.Greatest(analysis.RowIndex.AsSpan(0, values.Length), values, greatest);
        PlacedEntries above = analysis.Above;
        for (int b = block; b >= 0; b--)
        {
            int begin = analysis.BlockStart[b];
            int end = b == block ? stoppedAt + 1 : analysis.BlockStart[b + 1];
            if (b < block)
                SolveBlock(store, x, begin, end);
            for (int k = begin; k < end; k++)
            {
                for (int p = above.Start[k]; p < above.Start[k + 1]; p++)
                {
                    int row = above.Row[p];
                    double scale = RowScaling.Of(greatest[analysis.RowOrder[row]]);
                    x[store.Place[row]] -= values[above.Slot[p]] * scale * x[k];
                }
            }
        }
    }

    private static void SolveBlock(LuStore store, double[] x, int begin, int end)
    {
        for (int k = begin; k < end; k++)
        {
            for (int p = store.LowerStart[k]; p < store.LowerStart[k + 1]; p++)
                x[store.LowerIndex[p]] -= store.LowerValue[p] * x[k];
        }

        for (int k = end - 1; k >= begin; k--)
        {
            x[k] /= store.Diagonal[k];
            for (int p = store.UpperStart[k]; p < store.UpperStart[k + 1]; p++)
                x[store.UpperIndex[p]] -= store.UpperValue[p] * x[k];
        }
    }

    private static (List<int> Columns, List<double> Weights) Heaviest(int[] start, ReadOnlySpan<double> values, double[] vector)
    {
        var weight = new double[vector.Length];
        double heaviest = 0.0;
        for (int j = 0; j < vector.Length; j++)
        {
            double greatest = 0.0;
            for (int p = start[j]; p < start[j + 1]; p++)
                greatest = Math.Max(greatest, Math.Abs(values[p]));
            weight[j] = Math.Abs(vector[j]) * (greatest > 0.0 ? greatest : 1.0);
            heaviest = Math.Max(heaviest, weight[j]);
        }

        List<int> columns = [];
        for (int j = 0; j < vector.Length; j++)
        {
            if (weight[j] > LeastWeight * heaviest)
                columns.Add(j);
        }

        columns.Sort((a, b) => weight[a] == weight[b] ? a.CompareTo(b) : weight[b].CompareTo(weight[a]));
        return (columns, columns.ConvertAll(j => vector[j] / heaviest));
    }
}
