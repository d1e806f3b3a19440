namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Hofer's explicit approximation of Prandtl–Colebrook: 1/√λ = −2·lg(4.518/Re·lg(Re/7) + k/(3.71·D)); laminar below Re = 2000 with a
/// smooth passage to Re = 3000 (P. Hofer, "Beurteilung von Fehlern in Rohrnetzberechnungen", gwf Gas/Erdgas 114 (3), 1973; in this form
/// in Fügenschuh et al. 2015).
/// </summary>
public sealed class HoferFriction : IFrictionLaw
{
    private const double Ln10 = 2.302_585_092_994_046;

    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        if (reynolds <= LaminarTransition.Laminar)
        {
            return LaminarTransition.LaminarFactor(reynolds, out derivative);
        }

        double logarithm = Math.Log10(reynolds / 7.0);
        double smooth = 4.518 / reynolds * logarithm;
        double argument = smooth + (relativeRoughness / 3.71);
        double root = -2.0 * Math.Log10(argument);
        double argumentDerivative = ((4.518 / (reynolds * Ln10)) - smooth) / reynolds;
        double rootDerivative = -2.0 * argumentDerivative / (argument * Ln10);
        double factor = 1.0 / (root * root);
        derivative = -2.0 * factor / root * rootDerivative;
        return reynolds >= LaminarTransition.Turbulent
            ? factor
            : LaminarTransition.Blend(LaminarTransition.Laminar, reynolds, factor, derivative, out derivative);
    }
}
