namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// PKr, the law of Prandtl and von Kármán for hydraulically rough pipes: 1/√λ = 2·lg(D/k) + 1.14 wherever the flow is turbulent, with
/// no dependence on the Reynolds number; laminar below Re = 2000 with a smooth passage to Re = 3000.
/// </summary>
/// <remarks>
/// The abbreviation stands for "Prandtl, Kármán, rough" (rauh). It differs from <see cref="NikuradseFriction"/> in that 64/Re is not
/// added to turbulent flow. A smooth wall (k = 0) has no rough flow; its turbulent factor would be zero, so that a pipe under this law
/// needs a roughness (T. von Kármán, "Mechanische Ähnlichkeit und Turbulenz", Nachr. Ges. Wiss. Göttingen, 1930; L. Prandtl, "Neuere
/// Ergebnisse der Turbulenzforschung", Z. VDI 77, 1933).
/// </remarks>
public sealed class PrandtlKarmanFriction : IFrictionLaw
{
    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        if (reynolds <= LaminarTransition.Laminar)
        {
            return LaminarTransition.LaminarFactor(reynolds, out derivative);
        }

        double root = 1.14 - (2.0 * Math.Log10(relativeRoughness));
        double rough = 1.0 / (root * root);
        if (reynolds >= LaminarTransition.Turbulent)
        {
            derivative = 0.0;
            return rough;
        }

        return LaminarTransition.Blend(reynolds, rough, 0.0, out derivative);
    }
}
