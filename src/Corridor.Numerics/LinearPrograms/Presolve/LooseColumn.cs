namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// A column without cost, and without bound in a direction in which none of its rows has a side, satisfies them all: they go with it, y = 0.
/// Back: the value nearest to the other bound that satisfies them.
/// </summary>
internal static class LooseColumn
{
    internal static void TryApply(WorkingProgram p, int j, bool down)
    {
        ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
        for (int k = 0; k < rows.Length; k++)
        {
            int i = rows[k];
            if (!p.RowRemoved[i] && !double.IsInfinity((values[k] > 0.0) == down ? p.RowLower[i] : p.RowUpper[i]))
                return;
        }

        p.Stack.Push(new PostsolveStep { Kind = PostsolveKind.LooseColumn, Column = j, Lower = down });
        for (int k = 0; k < rows.Length; k++)
        {
            int i = rows[k];
            if (p.RowRemoved[i])
                continue;
            Span<int> columns = p.Row(i, out Span<double> coefficients);
            int start = p.Stack.EntryCount;
            for (int q = 0; q < columns.Length; q++)
            {
                if (columns[q] != j)
                    p.Stack.Keep(columns[q], coefficients[q]);
            }

            p.Stack.Push(new PostsolveStep
            {
                Kind = PostsolveKind.LooseRow,
                Row = i,
                Column = j,
                A = values[k],
                B = (values[k] > 0.0) == down ? p.RowUpper[i] : p.RowLower[i],
                Lower = down,
                Start = start,
                Count = columns.Length - 1,
            });
            p.RemoveRow(i);
        }

        p.RemoveColumn(j);
    }

    internal static void RecoverRow(in PostsolveStep step, PrimalRecovery r)
    {
        double limit = r.Constant(step.B);
        if (double.IsInfinity(limit))
            return;
        limit = (limit - r.Activity(step.Start, step.Count)) / step.A;
        r.Gathered = double.IsNaN(r.Gathered) ? limit : step.Lower ? Math.Min(r.Gathered, limit) : Math.Max(r.Gathered, limit);
    }

    internal static void RecoverColumn(in PostsolveStep step, PrimalRecovery r)
    {
        double bound = step.Lower ? r.Upper(step.Column) : r.Lower(step.Column);
        double limit = double.IsNaN(r.Gathered) ? bound : step.Lower ? Math.Min(bound, r.Gathered) : Math.Max(bound, r.Gathered);
        r.Gathered = double.NaN;

        // As near to zero as the limit allows.
        r.X[step.Column] = step.Lower ? Math.Min(0.0, limit) : Math.Max(0.0, limit);
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r) => r.Z[step.Column] = 0.0;
}
