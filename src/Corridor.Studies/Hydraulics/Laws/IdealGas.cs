namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>The ideal gas, Z = 1: ρ = p·M/(R·T), Φ = p²·M/(2·R·T).</summary>
/// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
public sealed class IdealGas(double molarMass) : IGasLaw
{
    /// <inheritdoc/>
    public double MolarMass => molarMass;

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        derivative = 0.0;
        return 1.0;
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        density = pressure * molarMass / (GasLaws.GasConstant * temperature);
        return 0.5 * pressure * density;
    }
}
