namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// A row with one entry, L ≤ a x_j ≤ U, becomes bounds of x_j. If z_j ≠ 0 then and the bound it belongs to came from the row,
/// y = z_j / a and z_j = 0.
/// </summary>
internal static class SingletonRow
{
    /// <returns>False if the bounds contradict each other.</returns>
    internal static bool Apply(WorkingProgram p, int i)
    {
        int j = p.Row(i, out Span<double> values)[0];
        double a = values[0];
        double lower = a > 0.0 ? p.RowLower[i] / a : p.RowUpper[i] / a;
        double upper = a > 0.0 ? p.RowUpper[i] / a : p.RowLower[i] / a;
        bool raises = lower > p.ColumnLower[j];
        bool lowers = upper < p.ColumnUpper[j];
        p.RemoveRow(i);
        if (!raises && !lowers)
            return true;
        p.Stack.Push(new PostsolveStep { Kind = PostsolveKind.SingletonRow, Row = i, Column = j, A = a, Lower = raises, Upper = lowers });
        return p.Narrow(j, lower, upper);
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r)
    {
        double z = r.Z[step.Column];
        if ((z > 0.0 && step.Lower) || (z < 0.0 && step.Upper))
        {
            r.Y[step.Row] = z / step.A;
            r.Z[step.Column] = 0.0;
        }
    }
}
