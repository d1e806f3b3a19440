namespace Corridor.Numerics.LinearPrograms;

/// <summary>What a pair of bounds must satisfy.</summary>
internal static class Bounds
{
    /// <summary>Bounds that cross by less than this, relative to their size, are taken for equal.</summary>
    private const double CrossingTolerance = 1e-9;

    /// <summary>Refuses NaN, a lower bound of +∞, an upper bound of −∞ and crossing bounds; closes a crossing within rounding.</summary>
    internal static void Normalise(double lower, ref double upper, string parameterName)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper))
            throw new ArgumentException("A bound is not a number.", parameterName);
        if (double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException("A lower bound of +∞ or an upper bound of −∞ admits no value.", parameterName);
        if (lower <= upper)
            return;
        if (lower - upper > CrossingTolerance * Math.Max(1.0, Math.Max(Math.Abs(lower), Math.Abs(upper))))
            throw new ArgumentException("The lower bound exceeds the upper bound.", parameterName);
        upper = lower;
    }

    internal static void Require(double[] lower, double[] upper, string parameterName)
    {
        for (int k = 0; k < lower.Length; k++)
            Normalise(lower[k], ref upper[k], parameterName);
    }
}
