namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Papay's formula: Z = 1 − 3.52·p_r·e^(−2.26·T_r) + 0.274·p_r²·e^(−1.878·T_r) with the pressure and temperature reduced by their
/// pseudocritical figures (J. Papay, "A termelés technológiai paraméterek változása a gáztelepek művelése során", OGIL Műszaki
/// Tudományos Közlemények, Budapest 1968; with these constants in Fügenschuh et al. 2015, ch. 2 of "Evaluating Gas Network Capacities",
/// SIAM). Meant for gas up to 150 bar. Φ by Gauss–Legendre quadrature of ρ/p with 12 points (to round-off in that range).
/// </summary>
/// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
/// <param name="criticalPressure">Pseudocritical pressure [Pa], > 0.</param>
/// <param name="criticalTemperature">Pseudocritical temperature [K], > 0.</param>
public sealed class PapayGas(double molarMass, double criticalPressure, double criticalTemperature) : IGasLaw
{
    /// <inheritdoc/>
    public double MolarMass => molarMass;

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        Coefficients(temperature, out double first, out double second);
        derivative = (2.0 * second * pressure) - first;
        return 1.0 + (pressure * ((second * pressure) - first));
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        Coefficients(temperature, out double first, out double second);
        double factor = molarMass / (GasLaws.GasConstant * temperature);
        density = factor * pressure / (1.0 + (pressure * ((second * pressure) - first)));

        // ∫₀ᵖ p'/Z dp' = p²·∫₀¹ t/Z(p·t) dt.
        double sum = 0.0;
        for (int point = 0; point < GaussLegendre.Count; point++)
        {
            double t = GaussLegendre.Node(point);
            double at = pressure * t;
            sum += GaussLegendre.Weight(point) * t / (1.0 + (at * ((second * at) - first)));
        }

        return factor * pressure * pressure * sum;
    }

    private void Coefficients(double temperature, out double first, out double second)
    {
        double reduced = temperature / criticalTemperature;
        first = 3.52 * Math.Exp(-2.26 * reduced) / criticalPressure;
        second = 0.274 * Math.Exp(-1.878 * reduced) / (criticalPressure * criticalPressure);
    }
}
