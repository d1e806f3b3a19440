namespace Corridor.Numerics.InteriorPoint;

/// <summary>How far a direction may be followed.</summary>
internal static class StepLength
{
    /// <summary>Mehrotra's γ_f: the share of the way to the boundary that is always taken is 1 − γ_f.</summary>
    private const double Gamma = 0.01;

    /// <summary>Longest steps in [0, 1] that keep all products' factors ≥ 0.</summary>
    internal static (double Primal, double Dual) ToBoundary(Iterate point, Direction d)
    {
        double primal = Math.Max(VectorKernels.LargestRatio(point.X.AsSpan(0, point.Z.Length), d.X), VectorKernels.LargestRatio(point.W.AsSpan(0, point.W.Length), d.W));
        double dual = Math.Max(VectorKernels.LargestRatio(point.Z.AsSpan(0, point.Z.Length), d.Z), VectorKernels.LargestRatio(point.V.AsSpan(0, point.V.Length), d.V));
        return (primal > 1.0 ? 1.0 / primal : 1.0, dual > 1.0 ? 1.0 / dual : 1.0);
    }

    /// <summary>Steps that leave the blocking pair near the central path: S. Mehrotra, SIAM J. Optim. 2 (1992) 575–601, section 6.</summary>
    internal static (double Primal, double Dual) Damped(Iterate point, Direction d)
    {
        (double primal, double dual) = ToBoundary(point, d);
        double target = Complementarity(point, d, primal, dual) * Gamma;
        double primalStep = Math.Min(
            Pair(point.X, d.X, point.Z, d.Z, point.Z.Length, primal, dual, target),
            Pair(point.W, d.W, point.V, d.V, point.W.Length, primal, dual, target));
        double dualStep = Math.Min(
            Pair(point.Z, d.Z, point.X, d.X, point.Z.Length, dual, primal, target),
            Pair(point.V, d.V, point.W, d.W, point.W.Length, dual, primal, target));
        return (Math.Clamp(primalStep, (1.0 - Gamma) * primal, 1.0), Math.Clamp(dualStep, (1.0 - Gamma) * dual, 1.0));
    }

    /// <summary>Mean product after steps along a direction.</summary>
    internal static double Complementarity(Iterate point, Direction d, double primal, double dual)
    {
        double sum = VectorKernels.ProductSum(point.X, d.X, primal, point.Z, d.Z, dual)
            + VectorKernels.ProductSum(point.W, d.W, primal, point.V, d.V, dual);
        return point.Products == 0 ? 0.0 : sum / point.Products;
    }

    /// <summary>The step at which the pair that blocks first keeps the target product; 1 if nothing blocks.</summary>
    private static double Pair(
        double[] value, double[] change, double[] other, double[] otherChange, int count, double step, double otherStep, double target)
    {
        if (step >= 1.0)
            return 1.0;
        int blocking = VectorKernels.FirstRatio(value.AsSpan(0, count), change, (1.0 / step) * (1.0 - 1e-12));
        if (blocking < 0)
            return 1.0;
        double partner = other[blocking] + (otherStep * otherChange[blocking]);
        if (partner <= 0.0)
            return 0.0;
        return Math.Clamp((value[blocking] - (target / partner)) / -change[blocking], 0.0, step * 0.9999999);
    }
}
