namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// A column that stands in one row alone, and whose bounds are absent or implied by that row and the bounds of its other columns:
/// y = c_k / a, so that the row holds with equality on the side of that sign; c_j falls by y a_j, and row and column go.
/// Back: x_k = (side − Σ others) / a, y as above, z_k = 0.
/// </summary>
internal static class FreeColumnSingleton
{
    /// <summary>The coefficient must be at least this share of the row's largest.</summary>
    private const double LeastPivot = 1e-3;

    /// <returns>Whether the row was removed.</returns>
    internal static bool TryApply(WorkingProgram p, int i, in RowActivity activity)
    {
        Span<int> columns = p.Row(i, out Span<double> values);
        int best = -1;
        for (int q = 0; q < columns.Length; q++)
        {
            if (p.ColumnLength[columns[q]] == 1
                && Math.Abs(values[q]) >= LeastPivot * activity.LargestCoefficient
                && (best < 0 || Math.Abs(values[q]) > Math.Abs(values[best]))
                && IsImpliedFree(p, i, columns[q], values[q], activity))
            {
                best = q;
            }
        }

        if (best < 0)
            return false;
        Apply(p, i, columns[best], values[best], columns, values);
        return true;
    }

    internal static void RecoverPrimal(in PostsolveStep step, PrimalRecovery r)
    {
        double x = (r.Constant(step.B) - r.Activity(step.Start, step.Count)) / step.A;
        r.X[step.Column] = Math.Clamp(x, r.Lower(step.Column), r.Upper(step.Column));
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        r.Y[step.Row] = r.Cost(step.Column) / step.A;
        r.Z[step.Column] = 0.0;
    }

    /// <summary>The side of the row that holds with equality; infinite if there is none.</summary>
    private static double Side(WorkingProgram p, int i, double dual) => dual > 0.0 ? p.RowLower[i] : p.RowUpper[i];

    private static bool IsImpliedFree(WorkingProgram p, int i, int k, double a, in RowActivity activity)
    {
        if (p.Cost[k] == 0.0 && p.RowLower[i] != p.RowUpper[i])
            return false;
        double side = Side(p, i, p.Cost[k] / a);
        if (double.IsInfinity(side))
            return false;
        double low = a * (a > 0.0 ? p.ColumnLower[k] : p.ColumnUpper[k]);
        double high = a * (a > 0.0 ? p.ColumnUpper[k] : p.ColumnLower[k]);
        double tolerance = activity.Rounding;
        return side - activity.MostWithout(high) >= low - tolerance && side - activity.LeastWithout(low) <= high + tolerance;
    }

    private static void Apply(WorkingProgram p, int i, int k, double a, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        double dual = p.Cost[k] / a;
        double side = Side(p, i, dual);
        int start = p.Stack.EntryCount;
        for (int q = 0; q < columns.Length; q++)
        {
            if (columns[q] == k)
                continue;
            p.Stack.Keep(columns[q], values[q]);
            if (dual != 0.0)
                p.SetCost(columns[q], RowStore.Sum(p.Cost[columns[q]], -dual * values[q]));
        }

        p.Stack.Push(new PostsolveStep
        {
            Kind = PostsolveKind.FreeColumnSingleton,
            Row = i,
            Column = k,
            A = a,
            B = side,
            Start = start,
            Count = columns.Length - 1,
        });
        p.AddOffset(dual * side);
        p.RemoveRow(i);
        p.RemoveColumn(k);
    }
}
