namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Columns without cost that stand in one row alone are its slacks: L ≤ Σ others + Σ a_k x_k ≤ U becomes
/// L − Σ max a_k x_k ≤ Σ others ≤ U − Σ min a_k x_k. Back: each x_k is moved from near zero as far as its bounds allow until the row is
/// satisfied; z_k = −a_k y. No division of a residual is amplified, whatever a_k is: bounds of x_k are kept.
/// </summary>
internal static class SlackColumns
{
    /// <summary>Entries that may be kept for all these rows, a multiple of the problem's entries.</summary>
    private const int KeptShare = 3;

    /// <returns>Whether there were any.</returns>
    internal static bool TryApply(WorkingProgram p, int i)
    {
        Span<int> columns = p.Row(i, out Span<double> values);
        int slacks = 0;
        foreach (int j in columns)
        {
            if (p.ColumnLength[j] == 1 && p.Cost[j] == 0.0)
                slacks++;
        }

        if (slacks == 0 || p.Stack.EntryCount + columns.Length > KeptShare * (long)p.Original.NonzeroCount)
            return false;
        int start = p.Stack.EntryCount;
        double least = 0.0;
        double most = 0.0;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int q = 0; q < columns.Length; q++)
            {
                int j = columns[q];
                bool isSlack = p.ColumnLength[j] == 1 && p.Cost[j] == 0.0;
                if (isSlack == (pass == 0))
                    continue;
                double a = values[q];
                p.Stack.Keep(j, a);
                if (!isSlack)
                    continue;
                least += a * (a > 0.0 ? p.ColumnLower[j] : p.ColumnUpper[j]);
                most += a * (a > 0.0 ? p.ColumnUpper[j] : p.ColumnLower[j]);
            }
        }

        p.Stack.Push(new PostsolveStep
        {
            Kind = PostsolveKind.SlackColumns,
            Row = i,
            B = p.RowLower[i],
            C = p.RowUpper[i],
            Start = start,
            Count = columns.Length,
            Other = slacks,
        });
        ReadOnlySpan<int> removed = p.Stack.Entries(start + columns.Length - slacks, slacks, out _);
        foreach (int j in removed)
            p.RemoveColumn(j);
        p.SetRowBounds(i, p.RowLower[i] - most, p.RowUpper[i] - least);
        p.TouchColumnsOf(i);
        return true;
    }

    internal static void RecoverPrimal(in PostsolveStep step, PrimalRecovery r)
    {
        int others = step.Count - step.Other;
        double activity = r.Activity(step.Start, others);
        ReadOnlySpan<int> columns = r.Stack.Entries(step.Start + others, step.Other, out ReadOnlySpan<double> values);
        for (int k = 0; k < columns.Length; k++)
        {
            int j = columns[k];
            r.X[j] = Math.Clamp(0.0, r.Lower(j), r.Upper(j));
            activity += values[k] * r.X[j];
        }

        double missing = Math.Max(0.0, r.Constant(step.B) - activity) + Math.Min(0.0, r.Constant(step.C) - activity);
        for (int k = 0; k < columns.Length && missing != 0.0; k++)
        {
            int j = columns[k];
            double moved = Math.Clamp(r.X[j] + (missing / values[k]), r.Lower(j), r.Upper(j));
            if (moved == r.X[j])
                continue;
            double gained = values[k] * (moved - r.X[j]);
            r.X[j] = moved;

            // What is left has the sign it had, or is nothing.
            double left = missing - gained;
            missing = (left > 0.0) == (missing > 0.0) && Math.Abs(left) > 1e-15 * Math.Abs(missing) ? left : 0.0;
        }
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        ReadOnlySpan<int> columns = r.Stack.Entries(step.Start + step.Count - step.Other, step.Other, out ReadOnlySpan<double> values);
        for (int k = 0; k < columns.Length; k++)
            r.Z[columns[k]] = -values[k] * r.Y[step.Row];
    }
}
