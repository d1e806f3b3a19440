namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Nikuradse's law of the rough pipe, 1/√λ = 2·lg(D/k) + c, with Hagen–Poiseuille's term 64/Re added (J. Nikuradse,
/// "Strömungsgesetze in rauhen Rohren", VDI-Forschungsheft 361, 1933).
/// </summary>
/// <remarks>
/// c = 1.14 with the added term is what STANET calculates: its pressures of the reference networks follow to all printed digits
/// (c = 2·lg 3.71 = 1.1388 leaves 7·10⁻⁵). Without the added term λ is the same at every flow, as capacity studies of transport networks
/// take it: <see cref="Rough"/> with c = 1.138 (Fügenschuh et al. 2015, ch. 2 of "Evaluating Gas Network Capacities", SIAM).
/// A smooth wall (k = 0) leaves the added term alone.
/// </remarks>
/// <param name="constant">c [1].</param>
/// <param name="isLaminarAdded">Whether 64/Re is added.</param>
public sealed class NikuradseFriction(double constant = 1.14, bool isLaminarAdded = true) : IFrictionLaw
{
    /// <summary>The law of fully rough flow: no dependence on the Reynolds number, c = 1.138.</summary>
    public static NikuradseFriction Rough { get; } = new(1.138, isLaminarAdded: false);

    /// <inheritdoc/>
    public double Factor(double reynolds, double relativeRoughness, out double derivative)
    {
        double root = constant - (2.0 * Math.Log10(relativeRoughness));
        double rough = 1.0 / (root * root);
        if (!isLaminarAdded)
        {
            derivative = 0.0;
            return rough;
        }

        double laminar = 64.0 / reynolds;
        derivative = -laminar / reynolds;
        return laminar + rough;
    }
}
