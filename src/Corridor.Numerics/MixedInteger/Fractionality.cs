namespace Corridor.Numerics.MixedInteger;

/// <summary>How integer columns stand in a relaxation.</summary>
internal static class Fractionality
{
    /// <summary>Values this near to a whole one count as whole.</summary>
    internal const double Tolerance = 1e-6;

    /// <summary>Distance from the nearest whole value, in [0, 0.5].</summary>
    internal static double Of(double value) => Math.Abs(value - Math.Round(value));

    /// <summary>The integer columns that are not whole, ascending.</summary>
    internal static List<int> Columns(IntegerModel model, double[] x)
    {
        List<int> columns = [];
        foreach (int j in model.Integers)
        {
            if (Of(x[j]) > Tolerance)
                columns.Add(j);
        }

        return columns;
    }
}
