namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// PKr, the law of Prandtl and von Kármán for hydraulically rough pipes: 1/√λ = 2·lg(D/k) + 1.14 wherever the flow is turbulent, with
/// no dependence on the Reynolds number; laminar below Re = 2000 (on smooth walls up to where 64/Re meets that factor) with a smooth
/// passage between.
/// </summary>
/// <remarks>
/// The abbreviation stands for "Prandtl, Kármán, rough" (rauh). It differs from <see cref="NikuradseFriction"/> in that 64/Re is not
/// added to turbulent flow. A smooth wall (k = 0) has no rough flow: there 64/Re holds throughout, so that a pipe under this law needs a
/// roughness (T. von Kármán, "Mechanische Ähnlichkeit und Turbulenz", Nachr. Ges. Wiss. Göttingen, 1930; L. Prandtl, "Neuere
/// Ergebnisse der Turbulenzforschung", Z. VDI 77, 1933).
/// </remarks>
public sealed class PrandtlKarmanFriction : IFrictionLaw
{
    private const double MeetingShare = 0.8;

    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        double root = 1.14 - (2.0 * Math.Log10(relativeRoughness));
        double rough = 1.0 / (root * root);

        // On smooth walls 64/Re exceeds the rough factor beyond Re = 2000; the passage then lies around the Reynolds number where they meet.
        double start = Math.Max(LaminarTransition.Laminar, MeetingShare * 64.0 / rough);
        if (reynolds <= start)
        {
            return LaminarTransition.LaminarFactor(reynolds, out derivative);
        }

        if (reynolds >= 1.5 * start)
        {
            derivative = 0.0;
            return rough;
        }

        return LaminarTransition.Blend(start, reynolds, rough, 0.0, out derivative);
    }
}
