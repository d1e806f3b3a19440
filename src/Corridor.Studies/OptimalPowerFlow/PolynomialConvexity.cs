namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Whether a polynomial is convex on an interval, by the Bernstein coefficients of its second derivative: they bound it from below, and halving the
/// interval brings them to it (R. T. Farouki, Comput. Aided Geom. Design 29 (2012) 379–419).
/// </summary>
internal static class PolynomialConvexity
{
    private const int Halvings = 40;
    private const double Rounding = 1e-12;

    /// <summary>Whether c₀ + c₁x + … is convex on [low, high], up to rounding.</summary>
    public static bool Holds(double[] c, double low, double high)
    {
        int degree = c.Length - 3;
        if (degree < 0)
            return true;
        double[] second = new double[degree + 1];
        for (int k = 0; k <= degree; k++)
            second[k] = (k + 2.0) * (k + 1.0) * c[k + 2];
        double[] bernstein = ToBernstein(second, low, high);
        double size = bernstein.Max(Math.Abs);
        var open = new Stack<(double[] Coefficients, int Depth)>();
        open.Push((bernstein, 0));
        while (open.TryPop(out (double[] Coefficients, int Depth) piece))
        {
            double[] b = piece.Coefficients;
            if (b.Min() >= -Rounding * size)
                continue;
            if (b[0] < -Rounding * size || b[^1] < -Rounding * size || piece.Depth == Halvings)
                return false;
            (double[] left, double[] right) = Halve(b);
            open.Push((left, piece.Depth + 1));
            open.Push((right, piece.Depth + 1));
        }

        return true;
    }

    private static double[] ToBernstein(double[] power, double low, double high)
    {
        int n = power.Length - 1;
        double[] shifted = (double[])power.Clone();
        for (int i = 0; i < n; i++)
        {
            for (int k = n - 1; k >= i; k--)
                shifted[k] += low * shifted[k + 1];
        }

        double scale = 1.0;
        for (int k = 0; k <= n; k++)
        {
            shifted[k] *= scale;
            scale *= high - low;
        }

        double[] b = new double[n + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int k = 0; k <= i; k++)
                b[i] += Choose(i, k) / Choose(n, k) * shifted[k];
        }

        return b;
    }

    private static (double[] Left, double[] Right) Halve(double[] b)
    {
        int n = b.Length - 1;
        double[] work = (double[])b.Clone();
        double[] left = new double[n + 1];
        double[] right = new double[n + 1];
        for (int r = 0; r <= n; r++)
        {
            left[r] = work[0];
            right[n - r] = work[n - r];
            for (int i = 0; i < n - r; i++)
                work[i] = 0.5 * (work[i] + work[i + 1]);
        }

        return (left, right);
    }

    private static double Choose(int n, int k)
    {
        double value = 1.0;
        for (int i = 1; i <= k; i++)
            value = value * (n - k + i) / i;
        return value;
    }
}
