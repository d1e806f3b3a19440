namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Darcy's friction factor of a pipe. Implementations are immutable and may be called from several threads.</summary>
public interface IFrictionLaw
{
    /// <summary>Darcy's friction factor λ [1] and its derivative by the Reynolds number; smooth in the Reynolds number, laminar flow included.</summary>
    /// <param name="reynolds">Reynolds number v·D·ρ/μ [1], > 0.</param>
    /// <param name="relativeRoughness">Roughness over inner diameter [1], ≥ 0.</param>
    /// <param name="derivative">dλ/dRe [1].</param>
    public double Factor(double reynolds, double relativeRoughness, out double derivative);
}
