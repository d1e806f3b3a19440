using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Properties of a gas that follow from its law and its heat capacity.</summary>
public static class GasProperties
{
    /// <summary>Isentropic exponent of gases of which neither it nor a heat capacity is known [1] (Fügenschuh et al. 2015: 1.296).</summary>
    public const double DefaultIsentropicExponent = 1.296;

    /// <summary>Molar heat capacity of the ideal gas at constant pressure [J/(mol·K)], as stated or from the composition.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <returns>The heat capacity; null where the gas states neither.</returns>
    public static double? MolarHeatCapacity(GasQuality gas, double temperature)
    {
        ArgumentNullException.ThrowIfNull(gas);
        if (gas.MolarHeatCapacity.Count > 0)
        {
            double sum = 0.0;
            for (int term = gas.MolarHeatCapacity.Count - 1; term >= 0; term--)
            {
                sum = (sum * temperature) + gas.MolarHeatCapacity[term];
            }

            return sum;
        }

        return gas.Composition is { Count: GasComponents.Count } composition ? IdealHeatCapacity.OfMixture(composition, temperature) : null;
    }

    /// <summary>Isentropic exponent [1]: as stated, else c_p/(c_p − R) of the ideal gas, else <see cref="DefaultIsentropicExponent"/>.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public static double IsentropicExponent(GasQuality gas, double temperature)
    {
        ArgumentNullException.ThrowIfNull(gas);
        return gas.IsentropicExponent
            ?? (MolarHeatCapacity(gas, temperature) is { } heat && heat > GasLaws.GasConstant
                ? heat / (heat - GasLaws.GasConstant)
                : DefaultIsentropicExponent);
    }

    /// <summary>
    /// Dynamic viscosity [Pa·s] of natural gas by Lee, Gonzalez and Eakin ("The viscosity of natural gases", J. Pet. Technol. 18 (1966)
    /// 997–1000), for 310 to 445 K and up to 55 MPa, in use below as well: μ = 10⁻⁷·K·exp(X·ρ^Y) with ρ in g/cm³, M in g/mol, T in °R,
    /// K = (9.379 + 0.01607·M)·T^1.5/(209.2 + 19.26·M + T), X = 3.448 + 986.4/T + 0.01009·M, Y = 2.447 − 0.2224·X.
    /// </summary>
    /// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="density">Density [kg/m³], ≥ 0.</param>
    public static double Viscosity(double molarMass, double temperature, double density)
    {
        double mass = molarMass * 1e3;
        double rankine = 1.8 * temperature;
        double k = (9.379 + (0.016_07 * mass)) * rankine * Math.Sqrt(rankine) / (209.2 + (19.26 * mass) + rankine);
        double x = 3.448 + (986.4 / rankine) + (0.010_09 * mass);
        double y = 2.447 - (0.222_4 * x);
        return 1e-7 * k * Math.Exp(x * Math.Pow(density * 1e-3, y));
    }

    /// <summary>Dynamic viscosity of a gas [Pa·s]: as stated, else by Lee, Gonzalez and Eakin.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="density">Density [kg/m³], ≥ 0.</param>
    public static double Viscosity(GasQuality gas, double temperature, double density)
    {
        ArgumentNullException.ThrowIfNull(gas);
        return gas.DynamicViscosity ?? Viscosity(gas.MolarMass, temperature, density);
    }

    /// <summary>
    /// Joule–Thomson coefficient ∂T/∂p at constant enthalpy [K/Pa], R·T²/(p·c_p)·∂Z/∂T at constant pressure, with the heat capacity of the
    /// ideal gas; ∂Z/∂T by a central difference of 0.02 K.
    /// </summary>
    /// <param name="law">The law of the gas.</param>
    /// <param name="molarHeatCapacity">Molar heat capacity at constant pressure [J/(mol·K)], > 0.</param>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public static double JouleThomson(IGasLaw law, double molarHeatCapacity, double pressure, double temperature)
    {
        ArgumentNullException.ThrowIfNull(law);
        const double half = 0.01;
        double slope = (law.Compressibility(pressure, temperature + half, out _) - law.Compressibility(pressure, temperature - half, out _))
            / (2.0 * half);
        return GasLaws.GasConstant * temperature * temperature / (pressure * molarHeatCapacity) * slope;
    }

    /// <summary>Speed of sound [m/s], √(κ·∂p/∂ρ) with ∂p/∂ρ at constant temperature; with κ = 1 the speed of isothermal pressure waves.</summary>
    /// <param name="law">The law of the gas.</param>
    /// <param name="ratioOfHeats">κ = c_p/c_v [1].</param>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public static double SpeedOfSound(IGasLaw law, double ratioOfHeats, double pressure, double temperature)
    {
        ArgumentNullException.ThrowIfNull(law);
        double z = law.Compressibility(pressure, temperature, out double derivative);
        double ideal = z * GasLaws.GasConstant * temperature / law.MolarMass;
        return Math.Sqrt(ratioOfHeats * ideal / (1.0 - (pressure * derivative / z)));
    }

    /// <summary>Velocity at which erosion is feared [m/s], C/√ρ (API RP 14E, 5th edition 1991, eq. 2.14; C = 122 in SI units for continuous service).</summary>
    /// <param name="density">Density [kg/m³], > 0.</param>
    /// <param name="constant">C [√kg/(s·√m)].</param>
    public static double ErosionalVelocity(double density, double constant = 122.0) => constant / Math.Sqrt(density);

    /// <summary>
    /// Inferior (net) calorific value [J/kg]: from the composition by ISO 6976:2016 at 25 °C (superior value less 44.013 kJ per mole of water
    /// formed), else 0.901 of the superior value stated per norm volume (the ratio of methane).
    /// </summary>
    /// <param name="gas">The gas.</param>
    /// <param name="normTemperature">Temperature of the norm volume [K].</param>
    /// <returns>The value; null where neither is stated.</returns>
    public static double? InferiorCalorificValue(GasQuality gas, double normTemperature = 273.15)
    {
        ArgumentNullException.ThrowIfNull(gas);
        if (gas.Composition is { Count: GasComponents.Count } composition)
        {
            double water = GasComponents.Mean(composition, WaterFormed);
            double mass = Iso6976.MolarMass(composition);
            return mass > 0.0 ? (Iso6976.MolarCalorificValue(composition, 298.15) - (44_013.0 * water)) / mass : null;
        }

        double normDensity = gas.NormDensity ?? (Iso6976.Pressure * gas.MolarMass / (GasLaws.GasConstant * normTemperature));
        return 0.901 * gas.CalorificValue / normDensity;
    }

    // Moles of water that a mole forms, its own included.
    private static double WaterFormed(GasComponent component) => component switch
    {
        GasComponent.Methane => 2.0,
        GasComponent.Ethane => 3.0,
        GasComponent.Propane => 4.0,
        GasComponent.Isobutane or GasComponent.Butane => 5.0,
        GasComponent.Isopentane or GasComponent.Pentane => 6.0,
        GasComponent.Hexane => 7.0,
        GasComponent.Heptane => 8.0,
        GasComponent.Octane => 9.0,
        GasComponent.Nonane => 10.0,
        GasComponent.Decane => 11.0,
        GasComponent.Hydrogen or GasComponent.Water or GasComponent.HydrogenSulfide => 1.0,
        _ => 0.0,
    };
}
