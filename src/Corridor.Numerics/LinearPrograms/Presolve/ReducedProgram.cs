using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>What is left of a problem, numbered anew in the same order.</summary>
/// <param name="Program">The problem left: the original itself if nothing has changed.</param>
/// <param name="Rows">The rows left; null if all are.</param>
/// <param name="Columns">The columns left; null if all are.</param>
internal sealed record ReducedProgram(LinearProgram Program, int[]? Rows, int[]? Columns)
{
    /// <summary>The problem left; null where a figure of it has overflowed.</summary>
    internal static ReducedProgram? Of(WorkingProgram p)
    {
        LinearProgram original = p.Original;
        if (!AreBounds(p.RowLower, p.RowUpper, p.RowRemoved) || !AreBounds(p.ColumnLower, p.ColumnUpper, p.ColumnRemoved))
            return null;
        if (p.RemovedRows == 0 && p.RemovedColumns == 0)
        {
            // Without a row or a column removed only sides of rows can have changed.
            bool same = p.RowLower.AsSpan().SequenceEqual(original.RowLower) && p.RowUpper.AsSpan().SequenceEqual(original.RowUpper);
            return new ReducedProgram(
                same ? original : new LinearProgram(original.Matrix, original.Cost, original.CostOffset, original.ColumnLower, original.ColumnUpper, p.RowLower, p.RowUpper),
                null,
                null);
        }

        int[] rows = Kept(p.RowRemoved);
        int[] columns = Kept(p.ColumnRemoved);
        SparseMatrix? matrix = Matrix(p, rows, columns);
        double[] cost = Pick(p.Cost, columns);
        if (matrix is null || !AreFinite(cost))
            return null;
        // The constant moves no point; the objective is summed again on the problem as given.
        var program = new LinearProgram(
            matrix,
            cost,
            double.IsFinite(p.Offset) ? p.Offset : 0.0,
            Pick(p.ColumnLower, columns),
            Pick(p.ColumnUpper, columns),
            Pick(p.RowLower, rows),
            Pick(p.RowUpper, rows));
        return new ReducedProgram(program, rows, columns);
    }

    private static SparseMatrix? Matrix(WorkingProgram p, int[] rows, int[] columns)
    {
        int[] newRow = new int[p.Original.RowCount];
        for (int i = 0; i < rows.Length; i++)
            newRow[rows[i]] = i;
        int[] start = new int[columns.Length + 1];
        for (int c = 0; c < columns.Length; c++)
            start[c + 1] = start[c] + p.ColumnLength[columns[c]];
        int[] index = new int[start[^1]];
        double[] value = new double[start[^1]];
        for (int c = 0; c < columns.Length; c++)
        {
            int at = start[c];
            ReadOnlySpan<int> from = p.Columns.Get(columns[c], out ReadOnlySpan<double> values);
            for (int k = 0; k < from.Length; k++)
            {
                if (p.RowRemoved[from[k]])
                    continue;
                index[at] = newRow[from[k]];
                value[at++] = values[k];
            }

            if (p.Columns.IsRewritten(columns[c]))
                Array.Sort(index, value, start[c], at - start[c]);
        }

        if (!AreFinite(value))
            return null;
        return new SparseMatrix(rows.Length, columns.Length, start, index, value);
    }

    private static bool AreBounds(double[] lower, double[] upper, bool[] removed)
    {
        for (int k = 0; k < lower.Length; k++)
        {
            // False for NaN too.
            if (!removed[k] && !(lower[k] < double.PositiveInfinity && upper[k] > double.NegativeInfinity))
                return false;
        }

        return true;
    }

    private static bool AreFinite(double[] values)
    {
        // Zero times what is not finite is NaN.
        double sum = 0.0;
        foreach (double v in values)
            sum += 0.0 * v;
        return sum == 0.0;
    }

    private static int[] Kept(bool[] removed)
    {
        int count = 0;
        foreach (bool r in removed)
            count += r ? 0 : 1;
        int[] kept = new int[count];
        int at = 0;
        for (int k = 0; k < removed.Length; k++)
        {
            if (!removed[k])
                kept[at++] = k;
        }

        return kept;
    }

    private static double[] Pick(double[] from, int[] index)
    {
        double[] picked = new double[index.Length];
        for (int k = 0; k < index.Length; k++)
            picked[k] = from[index[k]];
        return picked;
    }
}
