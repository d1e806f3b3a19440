namespace Corridor.Numerics.InteriorPoint;

/// <summary>How far a direction may be followed.</summary>
internal static class StepLength
{
    /// <summary>Mehrotra's γ_f: the share of the way to the boundary that is always taken is 1 − γ_f.</summary>
    private const double Gamma = 0.01;

    /// <summary>Steps that leave the blocking pair near the central path: S. Mehrotra, SIAM J. Optim. 2 (1992) 575–601, section 6.</summary>
    internal static (double Primal, double Dual) Damped(Iterate point, ColumnPasses passes, Direction d)
    {
        double primal = d.PrimalLimit;
        double dual = d.DualLimit;
        double target = Complementarity(point, d, primal, dual) * Gamma;
        double primalStep = Damped(passes.Blocking(d, isDual: false), primal, dual, target);
        double dualStep = Damped(passes.Blocking(d, isDual: true), dual, primal, target);
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

    /// <summary>The step at which the pair that blocks keeps the target product; 1 if nothing blocks.</summary>
    private static double Damped(BlockingPair? blocking, double step, double otherStep, double target)
    {
        if (step >= 1.0 || blocking is not { } pair)
            return step >= 1.0 ? 1.0 : 0.0;
        double partner = pair.Partner + (otherStep * pair.PartnerChange);
        return partner <= 0.0 ? 0.0 : Math.Clamp((pair.Value - (target / partner)) / -pair.Change, 0.0, step * 0.9999999);
    }
}
