namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Bounds on the duals of its rows bound a column's reduced cost. If it cannot be negative the column may stand at its lower bound, if it
/// cannot be positive at its upper one: a dual point of what is left obeys the same bounds, so that z has the right sign (also where it may be
/// zero: weakly dominated). A column without cost whose rows all allow it to move one way without end goes with them: <see cref="LooseColumn"/>.
/// </summary>
internal static class DominatedColumn
{
    /// <summary>What counts as zero, relative to the terms of a reduced cost.</summary>
    private const double Tolerance = 1e-13;

    internal static void TryApply(WorkingProgram p, int j)
    {
        double cost = p.Cost[j];
        double least = cost;
        double most = cost;
        double size = Math.Abs(cost);
        ReadOnlySpan<int> rows = p.Columns.Get(j, out ReadOnlySpan<double> values);
        p.Work -= 1;
        for (int k = 0; k < rows.Length; k++)
        {
            int i = rows[k];
            if (p.RowRemoved[i])
                continue;
            p.Work--;
            double a = values[k];
            double one = a * p.DualBounds.Lower(i, j);
            double other = a * p.DualBounds.Upper(i, j);
            least -= Math.Max(one, other);
            most -= Math.Min(one, other);
            if (double.IsInfinity(least) && double.IsInfinity(most))
                return;
            size = Math.Max(size, Math.Max(double.IsFinite(one) ? Math.Abs(one) : 0.0, double.IsFinite(other) ? Math.Abs(other) : 0.0));
        }

        if (least >= -Tolerance * size)
            ToBound(p, j, p.ColumnLower[j], down: true, least);
        else if (most <= Tolerance * size)
            ToBound(p, j, p.ColumnUpper[j], down: false, most);
    }

    private static void ToBound(WorkingProgram p, int j, double bound, bool down, double reducedCost)
    {
        // Strictly dominated and unbounded: no dual point, which the solver proves. Weakly, by signs alone: all its rows can be satisfied.
        if (double.IsFinite(bound))
            FixedColumn.Fix(p, j, bound);
        else if (reducedCost == 0.0 && p.Cost[j] == 0.0)
            LooseColumn.TryApply(p, j, down);
    }
}
