using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Density, heat capacity and Joule–Thomson coefficient of one gas. Equations of state from composition give both themselves; for all others the heat
/// capacity is that of the ideal gas (as stated, from the composition, or R·κ/(κ − 1) by the isentropic exponent).
/// </summary>
/// <param name="law">Law of the gas.</param>
/// <param name="gas">The gas.</param>
public sealed class GasHeat(IGasLaw law, GasQuality gas)
{
    private readonly HelmholtzGas? _helmholtz = law as HelmholtzGas;

    /// <summary>Density [kg/m³], p·M/(Z·R·T).</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public double Density(double pressure, double temperature) =>
        pressure * law.MolarMass / (law.Compressibility(pressure, temperature, out _) * GasLaws.GasConstant * temperature);

    /// <summary>Heat capacity at constant pressure [J/(kg·K)].</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public double Capacity(double pressure, double temperature) =>
        _helmholtz is not null && _helmholtz.TryDensity(pressure, temperature, out double density)
            ? _helmholtz.State(density, temperature).IsobaricHeatCapacity / law.MolarMass
            : MolarIdeal(temperature) / law.MolarMass;

    /// <summary>Heat capacity at constant pressure and Joule–Thomson coefficient.</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="jouleThomson">∂T/∂p at constant enthalpy [K/Pa]; positive where the gas cools as it expands.</param>
    /// <returns>The heat capacity [J/(kg·K)].</returns>
    public double Capacity(double pressure, double temperature, out double jouleThomson)
    {
        if (_helmholtz is not null && _helmholtz.TryDensity(pressure, temperature, out double density))
        {
            GasState state = _helmholtz.State(density, temperature);
            jouleThomson = state.JouleThomson;
            return state.IsobaricHeatCapacity / law.MolarMass;
        }

        double molar = MolarIdeal(temperature);
        jouleThomson = GasProperties.JouleThomson(law, molar, pressure, temperature);
        return molar / law.MolarMass;
    }

    private double MolarIdeal(double temperature)
    {
        if (GasProperties.MolarHeatCapacity(gas, temperature) is { } stated && stated > GasLaws.GasConstant)
            return stated;
        double kappa = GasProperties.IsentropicExponent(gas, temperature);
        return GasLaws.GasConstant * kappa / (kappa - 1.0);
    }
}
