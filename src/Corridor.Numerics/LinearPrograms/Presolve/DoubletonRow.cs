namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// An equality of two columns, a x_j + b x_k = d: x_k = (d − a x_j) / b everywhere, its bounds become bounds of x_j, and row and x_k go.
/// Back: if z_j' ≠ 0 and the bound it belongs to came from x_k, then z_j = 0 and z_k = −(b / a) z_j', else z_j = z_j' and z_k = 0;
/// y = (c_k − Σ a_rk y_r − z_k) / b.
/// </summary>
internal static class DoubletonRow
{
    /// <summary>The smaller of the two coefficients is at least this share of the larger.</summary>
    private const double LeastRatio = 1e-3;

    /// <summary>A merged column may be as long as the longer of the two, or this.</summary>
    private const int FreeLength = 16;

    /// <returns>False if the bounds contradict each other.</returns>
    internal static bool TryApply(WorkingProgram p, int i)
    {
        Span<int> columns = p.Row(i, out Span<double> values);
        (int j, int k) = (columns[0], columns[1]);
        (double a, double b) = (values[0], values[1]);
        if (Math.Min(Math.Abs(a), Math.Abs(b)) < LeastRatio * Math.Max(Math.Abs(a), Math.Abs(b)))
            return true;
        int longer = Math.Max(p.ColumnLength[j], p.ColumnLength[k]);
        if (p.ColumnLength[j] + p.ColumnLength[k] - 2 > Math.Max(FreeLength, longer))
            return true;
        if (p.ColumnLength[j] < p.ColumnLength[k] || (p.ColumnLength[j] == p.ColumnLength[k] && Math.Abs(a) > Math.Abs(b)))
        {
            (j, k) = (k, j);
            (a, b) = (b, a);
        }

        return Apply(p, i, j, k, a, b);
    }

    internal static void RecoverPrimal(in PostsolveStep step, PrimalRecovery r) =>
        r.X[step.Other] = (r.Constant(step.C) - (step.A * r.X[step.Column])) / step.B;

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        double z = r.Z[step.Column];
        double other = 0.0;
        if ((z > 0.0 && step.Lower) || (z < 0.0 && step.Upper))
        {
            other = -(step.B / step.A) * z;
            r.Z[step.Column] = 0.0;
        }

        r.Z[step.Other] = other;
        r.Y[step.Row] = (r.ReducedCost(step.Other) - other) / step.B;
    }

    private static bool Apply(WorkingProgram p, int i, int j, int k, double a, double b)
    {
        double d = p.RowLower[i];
        bool sameSign = (a > 0.0) == (b > 0.0);
        double lower = (d - (b * (sameSign ? p.ColumnUpper[k] : p.ColumnLower[k]))) / a;
        double upper = (d - (b * (sameSign ? p.ColumnLower[k] : p.ColumnUpper[k]))) / a;
        p.Stack.Push(new PostsolveStep
        {
            Kind = PostsolveKind.DoubletonRow,
            Row = i,
            Column = j,
            Other = k,
            A = a,
            B = b,
            C = d,
            Lower = lower > p.ColumnLower[j],
            Upper = upper < p.ColumnUpper[j],
        });
        p.RemoveRow(i);
        double cost = p.Cost[k];
        if (cost != 0.0)
        {
            p.AddOffset(cost * d / b);
            p.SetCost(j, RowStore.Sum(p.Cost[j], -cost * a / b));
        }

        Merge(p, j, k, -a / b, d / b);
        p.ColumnQueue.Add(j);
        return p.Narrow(j, lower, upper);
    }

    /// <summary>Puts x_k = factor · x_j + constant into all rows of column k.</summary>
    private static void Merge(WorkingProgram p, int j, int k, double factor, double constant)
    {
        ReadOnlySpan<int> from = p.Columns.Get(k, out ReadOnlySpan<double> fromValues);
        p.RemoveColumn(k);
        if (p.ColumnLength[k] == 0)
            return;
        double[] scratch = p.RowScratch;
        for (int q = 0; q < from.Length; q++)
        {
            int i = from[q];
            if (p.RowRemoved[i])
                continue;
            double addend = fromValues[q] * factor;
            p.ShiftRow(i, fromValues[q] * constant);
            p.Work -= p.Rows.Get(i, out _).Length;

            // Column k is already counted out of the row's length.
            p.RowLength[i] += 1 - p.Rows.Substitute(i, k, j, addend);
            p.RowQueue.Add(i);
            scratch[i] = addend;
        }

        // Spans of old versions stay as they are when the store grows.
        ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
        int length = 0;
        p.Columns.Begin();
        for (int q = 0; q < rows.Length; q++)
        {
            int i = rows[q];
            if (p.RowRemoved[i])
                continue;
            double value = scratch[i] == 0.0 ? values[q] : RowStore.Sum(values[q], scratch[i]);
            scratch[i] = 0.0;
            if (value == 0.0)
                continue;
            p.Columns.Append(i, value);
            length++;
        }

        foreach (int i in from)
        {
            if (scratch[i] == 0.0)
                continue;
            p.Columns.Append(i, scratch[i]);
            scratch[i] = 0.0;
            length++;
        }

        p.Columns.Commit(j);
        p.ColumnLength[j] = length;
        p.Work -= length;
    }
}
