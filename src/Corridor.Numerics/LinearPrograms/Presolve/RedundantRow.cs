namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Sides of a row that no point within the bounds can reach are dropped, and the row when none is left (y = 0); a row that no point can
/// satisfy is a contradiction.
/// </summary>
internal static class RedundantRow
{
    /// <summary>How many tolerances a row must be missed by before it is a contradiction.</summary>
    private const double Margin = 1e3;

    /// <returns>False if the row is a contradiction.</returns>
    internal static bool Apply(WorkingProgram p, int i, in RowActivity activity)
    {
        double least = activity.Least;
        double most = activity.Most;
        double rounding = activity.Rounding;
        if (least > p.RowUpper[i] + (Margin * Math.Max(WorkingProgram.Slack(p.RowUpper[i]), rounding))
            || most < p.RowLower[i] - (Margin * Math.Max(WorkingProgram.Slack(p.RowLower[i]), rounding)))
        {
            return false;
        }

        if (double.IsFinite(least) && Math.Abs(least - p.RowUpper[i]) <= rounding)
        {
            ForcingRow.Apply(p, i, toLeast: true);
            return true;
        }

        if (double.IsFinite(most) && Math.Abs(most - p.RowLower[i]) <= rounding)
        {
            ForcingRow.Apply(p, i, toLeast: false);
            return true;
        }

        // A side that rounding alone keeps would leave a sliver in which no interior-point method can move.
        bool dropsLower = least >= p.RowLower[i] - rounding && !double.IsInfinity(p.RowLower[i]);
        bool dropsUpper = most <= p.RowUpper[i] + rounding && !double.IsInfinity(p.RowUpper[i]);
        if (!dropsLower && !dropsUpper)
            return true;
        p.SetRowBounds(i, dropsLower ? double.NegativeInfinity : p.RowLower[i], dropsUpper ? double.PositiveInfinity : p.RowUpper[i]);
        if (p.IsFree(i))
            p.RemoveRow(i);
        else
            p.TouchColumnsOf(i);
        return true;
    }
}
