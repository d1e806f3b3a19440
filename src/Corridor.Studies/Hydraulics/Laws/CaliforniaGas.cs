namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// The formula of the California Natural Gas Association (CNGA): 1/Z = b₁ + b₂·p, so that ρ = (b₁·p + b₂·p²)·M/(R·T) and
/// Φ = (b₁·p²/2 + b₂·p³/3)·M/(R·T).
/// </summary>
/// <remarks>
/// <para>
/// Simple form: b₁ = 1.00300865 and b₂ = 2.96848838·10⁻⁸/Pa, whatever the gas and the temperature: the constants of a gas of specific
/// gravity 0.6 at 288.706 K as GasSteadySim and GasTranSim round them (Srinivasan, Sundar, Gyrya, Zlotnik, "Numerical solution of the
/// steady-state network flow equations for a non-ideal gas", IEEE Trans. Control Netw. Syst. 10 (2023)).
/// </para>
/// <para>
/// Full form: with the specific gravity G, the temperature T [K] and the pressure in psi (1 psi = 6894.75729 Pa),
/// k = 344400·10^(1.785·G)/(1.8·T)^3.825 per psi, b₂ = k and b₁ = 1 + k·p_a with the pressure of the atmosphere p_a = 101350 Pa
/// (E. S. Menon, Gas Pipeline Hydraulics, CRC Press 2005, eq. 1.34; the same paper's constants and its sign of the atmospheric term).
/// Because of the atmospheric term Z does not reach 1 at vanishing pressure but 1/b₁ = 0.997.
/// </para>
/// <para>
/// Those programs take R = 8.314 J/(mol·K) and 28.96 g/mol for air; <see cref="MolarMassOf"/> gives the molar mass with which
/// <see cref="GasLaws.GasConstant"/> leads to the same densities.
/// </para>
/// </remarks>
public sealed class CaliforniaGas : IGasLaw
{
    /// <summary>Pressure of the atmosphere in the full form [Pa].</summary>
    public const double AtmosphericPressure = 101_350.0;

    private const double SimpleConstant = 1.003_008_65;
    private const double SimpleSlope = 2.968_488_38e-8;
    private const double PascalPerPsi = 6_894.757_29;

    private readonly double _molarMass;
    private readonly bool _isFull;
    private readonly double _gravityFactor;

    private CaliforniaGas(double molarMass, bool isFull, double gravityFactor)
    {
        _molarMass = molarMass;
        _isFull = isFull;
        _gravityFactor = gravityFactor;
    }

    /// <inheritdoc/>
    public double MolarMass => _molarMass;

    /// <summary>The simple form.</summary>
    /// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
    public static CaliforniaGas Simple(double molarMass) => new(molarMass, isFull: false, 0.0);

    /// <summary>The full form.</summary>
    /// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
    /// <param name="specificGravity">Density relative to air G [1], > 0.</param>
    public static CaliforniaGas Full(double molarMass, double specificGravity) =>
        new(molarMass, isFull: true, 344_400.0 * Math.Pow(10.0, 1.785 * specificGravity) / PascalPerPsi);

    /// <summary>
    /// Molar mass [kg/mol] of a gas of given specific gravity under the constants of GasSteadySim and GasTranSim (28.96 g/mol for air,
    /// R = 8.314), scaled so that M/R is theirs under <see cref="GasLaws.GasConstant"/>.
    /// </summary>
    /// <param name="specificGravity">Density relative to air [1], > 0.</param>
    public static double MolarMassOf(double specificGravity) => 0.028_96 * specificGravity * (GasLaws.GasConstant / 8.314);

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        Coefficients(temperature, out double constant, out double slope);
        double z = 1.0 / (constant + (slope * pressure));
        derivative = -slope * z * z;
        return z;
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        Coefficients(temperature, out double constant, out double slope);
        double factor = _molarMass / (GasLaws.GasConstant * temperature);
        density = factor * pressure * (constant + (slope * pressure));
        return factor * pressure * pressure * ((0.5 * constant) + (slope * pressure * (1.0 / 3.0)));
    }

    private void Coefficients(double temperature, out double constant, out double slope)
    {
        if (!_isFull)
        {
            constant = SimpleConstant;
            slope = SimpleSlope;
            return;
        }

        slope = _gravityFactor / Math.Pow(1.8 * temperature, 3.825);
        constant = 1.0 + (slope * AtmosphericPressure);
    }
}
