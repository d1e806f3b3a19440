namespace Corridor.Numerics.InteriorPoint;

/// <summary>How far a direction may be followed.</summary>
internal static unsafe class StepLength
{
    /// <summary>Mehrotra's γ_f: the share of the way to the boundary that is always taken is 1 − γ_f.</summary>
    private const double Gamma = 0.01;

    /// <summary>Steps that leave the blocking pair near the central path: S. Mehrotra, SIAM J. Optim. 2 (1992) 575–601, section 6.</summary>
    internal static (double Primal, double Dual) Damped(Iterate point, Direction d)
    {
        double primal = d.PrimalLimit;
        double dual = d.DualLimit;
        double target = Complementarity(point, d, primal, dual) * Gamma;
        double primalStep = Math.Min(
            Pair(point.X, d.X, point.Z, d.Z, primal, dual, target, dualSide: false),
            Pair(point.W, d.W, point.V, d.V, primal, dual, target, dualSide: false));
        double dualStep = Math.Min(
            Pair(point.Z, d.Z, point.X, d.X, dual, primal, target, dualSide: true),
            Pair(point.V, d.V, point.W, d.W, dual, primal, target, dualSide: true));
        return (Math.Clamp(primalStep, (1.0 - Gamma) * primal, 1.0), Math.Clamp(dualStep, (1.0 - Gamma) * dual, 1.0));
    }

    /// <summary>Mean product after steps along a direction.</summary>
    internal static double Complementarity(Iterate point, Direction d, double primal, double dual)
    {
        if (point.Products == 0)
            return 0.0;
        double change = (primal * d.PrimalSlope) + (dual * d.DualSlope) + (primal * dual * d.Curvature);
        return Math.Max(0.0, point.Mu + (change / point.Products));
    }

    /// <summary>The step at which the pair that blocks first keeps the target product; 1 if nothing blocks.</summary>
    private static double Pair(
        double[] value, double[] change, double[] other, double[] otherChange, double step, double otherStep, double target, bool dualSide)
    {
        if (step >= 1.0)
            return 1.0;
        int blocking = VectorKernels.FirstBlocking(
            ChunkPlan.Pointer(value),
            ChunkPlan.Pointer(change),
            ChunkPlan.Pointer(dualSide ? value : other),
            (1.0 / step) * (1.0 - 1e-12),
            0,
            value.Length);
        if (blocking < 0)
            return 1.0;
        double partner = other[blocking] + (otherStep * otherChange[blocking]);
        if (partner <= 0.0)
            return 0.0;
        return Math.Clamp((value[blocking] - (target / partner)) / -change[blocking], 0.0, step * 0.9999999);
    }
}
