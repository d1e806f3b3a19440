namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Columns A_k = ν A_j with c_k = ν c_j are one: x' = x_j + ν x_k with the sums of their bounds. Back: x_k as near to zero as the bounds of
/// both allow, x_j = x' − ν x_k; z_j = z', z_k = ν z'.
/// </summary>
internal static class DuplicateColumns
{
    /// <summary>Values that differ by less than this, relative, are the same.</summary>
    private const double Equal = 1e-13;

    /// <summary>Factors beyond this or its inverse are left alone.</summary>
    private const double LargestFactor = 1e3;

    /// <returns>Columns removed.</returns>
    internal static int Apply(WorkingProgram p)
    {
        int merged = 0;
        var lines = new ProportionalLines(p.Original.ColumnCount, p.Original.RowCount);
        for (int j = 0; j < p.Original.ColumnCount; j++)
        {
            if (p.ColumnRemoved[j] || p.ColumnLength[j] == 0)
                continue;
            ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
            int first = First(p, rows);
            p.Work -= rows.Length;
            ulong hash = ProportionalLines.Hash(-1, p.Cost[j] / values[first]);
            for (int k = 0; k < rows.Length; k++)
            {
                if (!p.RowRemoved[rows[k]])
                    hash += ProportionalLines.Hash(rows[k], values[k] / values[first]);
            }

            lines.Enter(j, rows[first], hash);
        }

        (List<int> found, List<int> ends) = lines.Groups();
        int begin = 0;
        foreach (int end in ends)
        {
            for (int a = begin; a < end; a++)
            {
                for (int b = a + 1; b < end && !p.ColumnRemoved[found[a]]; b++)
                {
                    double factor = p.ColumnRemoved[found[b]] ? 0.0 : Factor(p, found[a], found[b]);
                    if (factor == 0.0)
                        continue;
                    Merge(p, found[a], found[b], factor);
                    merged++;
                }

                // Lines of one hash are nearly always proportional: the first has taken them all.
                if (end - begin > 64)
                    break;
            }

            begin = end;
        }

        return merged;
    }

    internal static void RecoverPrimal(in PostsolveStep step, PrimalRecovery r)
    {
        double sum = r.X[step.Column];
        double lower = r.Constant(step.B);
        double upper = r.Constant(step.C);
        double one = (sum - upper) / step.A;
        double other = (sum - lower) / step.A;
        double least = r.Lower(step.Other);
        double most = r.Upper(step.Other);
        double x = Math.Max(Math.Min(one, other), Math.Min(Math.Max(one, other), Math.Clamp(0.0, least, most)));
        x = Math.Clamp(x, least, most);
        r.X[step.Other] = x;
        r.X[step.Column] = Math.Clamp(sum - (step.A * x), lower, upper);
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r) => r.Z[step.Other] = step.A * r.Z[step.Column];

    private static int First(WorkingProgram p, ReadOnlySpan<int> rows)
    {
        int first = -1;
        for (int k = 0; k < rows.Length; k++)
        {
            if (!p.RowRemoved[rows[k]] && (first < 0 || rows[k] < rows[first]))
                first = k;
        }

        return first;
    }

    /// <summary>ν of A_k = ν A_j and c_k = ν c_j; 0 if there is none.</summary>
    private static double Factor(WorkingProgram p, int j, int k)
    {
        if (p.ColumnLength[j] != p.ColumnLength[k])
            return 0.0;
        ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
        ReadOnlySpan<int> others = p.Columns.Get(k, out ReadOnlySpan<double> otherValues);
        double factor = otherValues[First(p, others)] / values[First(p, rows)];
        if (!(Math.Abs(factor) <= LargestFactor && Math.Abs(factor) >= 1.0 / LargestFactor)
            || Math.Abs(p.Cost[k] - (factor * p.Cost[j])) > Equal * Math.Abs(p.Cost[k]))
        {
            return 0.0;
        }

        double[] scratch = p.RowScratch;
        for (int q = 0; q < rows.Length; q++)
            scratch[rows[q]] = values[q];
        for (int q = 0; q < others.Length; q++)
        {
            if (!p.RowRemoved[others[q]] && Math.Abs(otherValues[q] - (factor * scratch[others[q]])) > Equal * Math.Abs(otherValues[q]))
                factor = 0.0;
        }

        foreach (int i in rows)
            scratch[i] = 0.0;
        p.Work -= rows.Length + others.Length;
        return factor;
    }

    private static void Merge(WorkingProgram p, int j, int k, double factor)
    {
        double least = factor * (factor > 0.0 ? p.ColumnLower[k] : p.ColumnUpper[k]);
        double most = factor * (factor > 0.0 ? p.ColumnUpper[k] : p.ColumnLower[k]);
        p.Stack.Push(new PostsolveStep
        {
            Kind = PostsolveKind.DuplicateColumn,
            Column = j,
            Other = k,
            A = factor,
            B = p.ColumnLower[j],
            C = p.ColumnUpper[j],
        });
        p.SetColumnBounds(j, p.ColumnLower[j] + least, p.ColumnUpper[j] + most);
        p.RemoveColumn(k);
        p.ColumnQueue.Add(j);
        p.TouchRowsOf(j);
    }
}
