namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// A row whose side only one corner of the box reaches fixes all its columns there. Its dual is zero or the ratio z_j / a_j largest in magnitude
/// among columns whose z_j has the wrong sign: then all have the right one.
/// </summary>
internal static class ForcingRow
{
    /// <param name="p">The problem.</param>
    /// <param name="i">The row.</param>
    /// <param name="toLeast">Whether the row stands at its least value and upper side; otherwise at its greatest and lower.</param>
    internal static void Apply(WorkingProgram p, int i, bool toLeast)
    {
        Span<int> columns = p.Row(i, out Span<double> values);
        int start = p.Stack.Keep(columns, values);
        int count = columns.Length;
        p.Stack.Push(new PostsolveStep { Kind = PostsolveKind.ForcingRow, Row = i, Start = start, Count = count, Lower = toLeast });
        p.RemoveRow(i);
        for (int k = 0; k < count; k++)
        {
            int j = columns[k];
            FixedColumn.Fix(p, j, (values[k] > 0.0) == toLeast ? p.ColumnLower[j] : p.ColumnUpper[j]);
        }
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        ReadOnlySpan<int> columns = r.Stack.Entries(step.Start, step.Count, out ReadOnlySpan<double> values);
        double y = 0.0;
        for (int k = 0; k < columns.Length; k++)
        {
            // The column needs z ≥ 0 at its lower bound and z ≤ 0 at its upper one.
            double z = r.Z[columns[k]];
            bool atLower = (values[k] > 0.0) == step.Lower;
            if ((atLower ? z < 0.0 : z > 0.0) && Math.Abs(z / values[k]) > Math.Abs(y))
                y = z / values[k];
        }

        if (y == 0.0)
            return;
        r.Y[step.Row] = y;
        for (int k = 0; k < columns.Length; k++)
            r.Z[columns[k]] -= values[k] * y;
    }
}
