namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>
/// Mixed-integer rounding of rows of the simplex tableau, Gomory's mixed-integer cuts among them (R. E. Gomory 1960; G. Cornuéjols, Math. Program.
/// 112 (2008) 3–44): each fractional basic integer column has one.
/// </summary>
internal static class TableauCuts
{
    private const int MostRows = 200;

    /// <summary>Multipliers below this share of the largest are rounding.</summary>
    private const double LeastShare = 1e-9;

    internal static void Separate(IntegerModel model, VariableBounds bounds, IRelaxation relaxation, double[] x, List<Cut> cuts)
    {
        double[] activity = new double[model.RowCount];
        model.ByColumn.Multiply(x, activity);
        double[] multipliers = new double[model.RowCount];
        var row = new AggregatedRow(model);
        var attempt = new RoundingAttempt(model, bounds);
        int longest = 100 + (model.ColumnCount / 5);
        int tried = 0;
        foreach (int j in Fractionality.Columns(model, x))
        {
            if (Fractionality.Of(x[j]) < 0.01 || !relaxation.TryTableauRow(j, multipliers))
                continue;
            if (tried++ == MostRows)
                return;
            double largest = 0.0;
            foreach (double m in multipliers)
                largest = Math.Max(largest, Math.Abs(m));
            row.Clear();
            bool isSound = true;
            for (int i = 0; i < multipliers.Length && isSound; i++)
            {
                if (Math.Abs(multipliers[i]) <= LeastShare * largest)
                    continue;
                isSound = row.Add(i, multipliers[i], activity[i]);
            }

            if (isSound && attempt.Best(row, x) is { } cut && cut.Index.Length <= longest)
                cuts.Add(cut);
        }
    }
}
