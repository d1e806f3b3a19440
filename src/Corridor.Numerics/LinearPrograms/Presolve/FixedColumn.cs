namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// A column with one possible value, or an empty one at its cheaper bound. Its reduced cost follows from the rows' duals; a step is needed
/// only where an earlier reduction asks for it.
/// </summary>
internal static class FixedColumn
{
    /// <summary>Fixes column j and moves it to the rows' right-hand sides.</summary>
    internal static void Fix(WorkingProgram p, int j, double value)
    {
        p.FixedValue[j] = value;
        p.AddOffset(p.Cost[j] * value);
        if (value != 0.0)
        {
            ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
            for (int k = 0; k < rows.Length; k++)
                p.ShiftRow(rows[k], values[k] * value);
        }

        p.RemoveColumn(j);
        if (p.Stack.Count > 0)
            p.Stack.Push(new PostsolveStep { Kind = PostsolveKind.FixedColumn, Column = j });
    }

    /// <summary>Fixes a column without entries; one that is unbounded stays, and the solver proves it.</summary>
    internal static void FixEmpty(WorkingProgram p, int j)
    {
        double cost = p.Cost[j];
        double value = cost > 0.0 ? p.ColumnLower[j] : p.ColumnUpper[j];
        if (cost == 0.0)
            value = Math.Clamp(0.0, p.ColumnLower[j], p.ColumnUpper[j]);
        if (double.IsFinite(value))
            Fix(p, j, value);
    }

    internal static void RecoverDual(in PostsolveStep step, DualRecovery r) => r.Z[step.Column] = r.ReducedCost(step.Column);
}
