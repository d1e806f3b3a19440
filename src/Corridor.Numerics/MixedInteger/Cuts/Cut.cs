namespace Corridor.Numerics.MixedInteger.Cuts;

/// <summary>A valid inequality Σ value·x ≤ upper.</summary>
/// <param name="Index">Columns, ascending.</param>
/// <param name="Value">Coefficients, none of them 0.</param>
/// <param name="Upper">The right-hand side.</param>
/// <param name="Efficacy">Distance of the point it was made for.</param>
internal sealed record Cut(int[] Index, double[] Value, double Upper, double Efficacy)
{
    /// <summary>Coefficients farther apart than this are not worth their rounding errors.</summary>
    private const double LargestRange = 1e6;

    /// <summary>Least distance of the point that a cut must cut off.</summary>
    private const double LeastEfficacy = 1e-3;

    /// <summary>
    /// Makes a cut of dense coefficients, if it cuts off x far enough and is numerically sound. Coefficients of rounding size are replaced by
    /// their largest effect within the bounds.
    /// </summary>
    internal static Cut? Of(IntegerModel model, double[] coefficient, List<int> columns, double upper, double[] x)
    {
        double largest = 0.0;
        foreach (int j in columns)
            largest = Math.Max(largest, Math.Abs(coefficient[j]));
        if (!(largest > 0.0) || !double.IsFinite(largest) || !double.IsFinite(upper))
            return null;
        List<int> kept = [];
        double least = double.PositiveInfinity;
        foreach (int j in columns)
        {
            double a = coefficient[j];
            if (a == 0.0)
                continue;
            if (Math.Abs(a) < 1e-9 * largest)
            {
                double bound = a > 0.0 ? model.Lower[j] : model.Upper[j];
                if (double.IsInfinity(bound))
                    return null;
                upper -= a * bound;
                continue;
            }

            kept.Add(j);
            least = Math.Min(least, Math.Abs(a));
        }

        if (kept.Count == 0 || largest > LargestRange * least)
            return null;
        kept.Sort();
        double scale = 1.0 / largest;
        double[] value = new double[kept.Count];
        double activity = 0.0;
        double norm = 0.0;
        for (int k = 0; k < value.Length; k++)
        {
            value[k] = coefficient[kept[k]] * scale;
            activity += value[k] * x[kept[k]];
            norm += value[k] * value[k];
        }

        // A cut is relaxed by what rounding may have made of it.
        double side = (upper * scale) + (1e-9 * Math.Max(1.0, Math.Abs(upper * scale)));
        double efficacy = (activity - side) / Math.Sqrt(norm);
        return efficacy >= LeastEfficacy ? new Cut([.. kept], value, side, efficacy) : null;
    }

    /// <summary>|cos| of the angle between two cuts.</summary>
    internal double Parallelism(Cut other)
    {
        double dot = 0.0;
        double own = 0.0;
        double others = 0.0;
        int p = 0;
        for (int k = 0; k < Index.Length; k++)
        {
            own += Value[k] * Value[k];
            while (p < other.Index.Length && other.Index[p] < Index[k])
                p++;
            if (p < other.Index.Length && other.Index[p] == Index[k])
                dot += Value[k] * other.Value[p];
        }

        foreach (double v in other.Value)
            others += v * v;
        return Math.Abs(dot) / Math.Sqrt(own * others);
    }
}
