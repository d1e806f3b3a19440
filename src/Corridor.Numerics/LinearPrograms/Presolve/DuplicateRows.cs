namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Rows a_k = ν a_i are one: its sides are the tighter of L_i, L_k/ν (or U_k/ν where ν &lt; 0) and so on; row k goes.
/// Back: if y_i' ≠ 0 and the side it belongs to came from row k, y_k = y_i'/ν and y_i = 0.
/// </summary>
internal static class DuplicateRows
{
    /// <summary>Values that differ by less than this, relative, are the same.</summary>
    private const double Equal = 1e-13;

    /// <summary>Factors beyond this or its inverse are left alone.</summary>
    private const double LargestFactor = 1e6;

    /// <param name="p">The problem.</param>
    /// <param name="merged">Rows removed.</param>
    /// <returns>False if two rows contradict each other.</returns>
    internal static bool Apply(WorkingProgram p, out int merged)
    {
        merged = 0;
        var lines = new ProportionalLines(p.Original.RowCount, p.Original.ColumnCount);
        for (int i = 0; i < p.Original.RowCount; i++)
        {
            if (p.RowRemoved[i] || p.RowLength[i] == 0)
                continue;
            Span<int> columns = p.Row(i, out Span<double> values);
            int first = First(columns);
            ulong hash = 0;
            for (int k = 0; k < columns.Length; k++)
                hash += ProportionalLines.Hash(columns[k], values[k] / values[first]);
            lines.Enter(i, columns[first], hash);
        }

        (List<int> found, List<int> ends) = lines.Groups();
        int begin = 0;
        foreach (int end in ends)
        {
            for (int a = begin; a < end; a++)
            {
                for (int b = a + 1; b < end && !p.RowRemoved[found[a]]; b++)
                {
                    double factor = p.RowRemoved[found[b]] ? 0.0 : Factor(p, found[a], found[b]);
                    if (factor == 0.0)
                        continue;
                    if (!Merge(p, found[a], found[b], factor))
                        return false;
                    merged++;
                }

                // Lines of one hash are nearly always proportional: the first has taken them all.
                if (end - begin > 64)
                    break;
            }

            begin = end;
        }

        return true;
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        double y = r.Y[step.Row];
        if ((y > 0.0 && step.Lower) || (y < 0.0 && step.Upper))
        {
            r.Y[step.Other] = y / step.A;
            r.Y[step.Row] = 0.0;
        }
    }

    private static int First(ReadOnlySpan<int> columns)
    {
        int first = 0;
        for (int k = 1; k < columns.Length; k++)
        {
            if (columns[k] < columns[first])
                first = k;
        }

        return first;
    }

    /// <summary>ν of a_k = ν a_i; 0 if there is none.</summary>
    private static double Factor(WorkingProgram p, int i, int k)
    {
        if (p.RowLength[i] != p.RowLength[k])
            return 0.0;
        Span<int> columns = p.Row(i, out Span<double> values);
        Span<int> others = p.Row(k, out Span<double> otherValues);
        double factor = otherValues[First(others)] / values[First(columns)];
        if (!(Math.Abs(factor) <= LargestFactor && Math.Abs(factor) >= 1.0 / LargestFactor))
            return 0.0;
        double[] scratch = p.ColumnScratch;
        for (int q = 0; q < columns.Length; q++)
            scratch[columns[q]] = values[q];
        for (int q = 0; q < others.Length; q++)
        {
            if (Math.Abs(otherValues[q] - (factor * scratch[others[q]])) > Equal * Math.Abs(otherValues[q]))
                factor = 0.0;
        }

        foreach (int j in columns)
            scratch[j] = 0.0;
        return factor;
    }

    private static bool Merge(WorkingProgram p, int i, int k, double factor)
    {
        double lower = (factor > 0.0 ? p.RowLower[k] : p.RowUpper[k]) / factor;
        double upper = (factor > 0.0 ? p.RowUpper[k] : p.RowLower[k]) / factor;
        bool raises = lower > p.RowLower[i];
        bool lowers = upper < p.RowUpper[i];
        p.RemoveRow(k);
        if (!raises && !lowers)
            return true;
        double newLower = raises ? lower : p.RowLower[i];
        double newUpper = lowers ? upper : p.RowUpper[i];
        if (newLower > newUpper + WorkingProgram.Slack(newLower))
            return false;
        if (newLower > newUpper)
            newLower = newUpper = lowers ? newLower : newUpper;
        p.SetRowBounds(i, newLower, newUpper);
        p.RowQueue.Add(i);
        p.Stack.Push(new PostsolveStep { Kind = PostsolveKind.DuplicateRow, Row = i, Other = k, A = factor, Lower = raises, Upper = lowers });
        return true;
    }
}
