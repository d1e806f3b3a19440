namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Compressibility of one gas. Implementations are immutable and may be called from several threads.</summary>
public interface IGasLaw
{
    /// <summary>Molar mass [kg/mol].</summary>
    public double MolarMass { get; }

    /// <summary>Compressibility Z = p·M/(ρ·R·T) [1] and its derivative by the pressure.</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="derivative">∂Z/∂p at constant temperature [1/Pa].</param>
    public double Compressibility(double pressure, double temperature, out double derivative);

    /// <summary>
    /// Potential of isothermal flow Φ(p) = ∫₀ᵖ ρ dp' [kg·Pa/m³ = kg²/(m⁴·s²)] and the density ρ = Φ' [kg/m³]: along a level pipe the potential
    /// falls by λ·L·G·|G|/(2·D) with the mass flux G [kg/(m²·s)], whatever the equation of state.
    /// </summary>
    /// <param name="pressure">Absolute pressure [Pa], ≥ 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="density">ρ(p, T) [kg/m³].</param>
    public double Potential(double pressure, double temperature, out double density);

    /// <summary>The pressure at which the potential of isothermal flow has a given value.</summary>
    /// <param name="potential">Φ [kg²/(m⁴·s²)], ≥ 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <returns>Absolute pressure [Pa]; NaN where no pressure has that potential.</returns>
    public double PressureOfPotential(double potential, double temperature) => PotentialInverse.Solve(this, potential, temperature);
}
