namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>A friction factor that is the same at every flow, as the pipe itself states it.</summary>
/// <param name="factor">Darcy's friction factor λ [1], > 0.</param>
public sealed class FixedFriction(double factor) : IFrictionLaw
{
    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        derivative = 0.0;
        return factor;
    }
}
