namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>Variable bounds that the point violates, as rows: x − slope·binary ≤ constant. They split what an aggregated row says of many columns.</summary>
internal static class ImpliedBoundCuts
{
    internal static void Separate(IntegerModel model, VariableBounds bounds, double[] x, List<Cut> cuts)
    {
        double[] dense = new double[model.ColumnCount];
        for (int j = 0; j < model.ColumnCount; j++)
        {
            foreach (VariableBound b in bounds.Of(j))
            {
                double sign = b.IsUpper ? 1.0 : -1.0;
                if (sign * (x[j] - b.At(x)) <= 0.0)
                    continue;
                dense[j] = sign;
                dense[b.Binary] = -sign * b.Slope;
                if (Cut.Of(model, dense, [j, b.Binary], sign * b.Constant, x) is { } cut)
                    cuts.Add(cut);
                dense[j] = 0.0;
                dense[b.Binary] = 0.0;
            }
        }
    }
}
