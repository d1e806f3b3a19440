using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>
/// Adiabatic compression (A. Fügenschuh, B. Geißler, R. Gollmer et al., "Physical and technical fundamentals of gas networks", in: T. Koch,
/// B. Hiller, M. E. Pfetsch, L. Schewe (eds.), Evaluating Gas Network Capacities, SIAM 2015, ch. 2, sect. 2.3.5).
/// </summary>
public static class Compression
{
    /// <summary>Adiabatic head [kJ/kg]: H = Z₁·R·T₁/M·κ/(κ − 1)·((p₂/p₁)^((κ−1)/κ) − 1).</summary>
    /// <param name="compressibility">Z₁ at the inlet [1].</param>
    /// <param name="temperature">T₁ at the inlet [K].</param>
    /// <param name="molarMass">M [kg/mol].</param>
    /// <param name="isentropicExponent">κ [1], > 1.</param>
    /// <param name="ratio">p₂/p₁ [1], > 0.</param>
    public static double Head(double compressibility, double temperature, double molarMass, double isentropicExponent, double ratio)
    {
        double exponent = (isentropicExponent - 1.0) / isentropicExponent;
        return 1e-3 * compressibility * GasLaws.GasConstant * temperature / (molarMass * exponent) * (Math.Pow(ratio, exponent) - 1.0);
    }

    /// <summary>Ratio of pressures p₂/p₁ [1] that a head gives; the inverse of <see cref="Head"/>.</summary>
    /// <param name="compressibility">Z₁ at the inlet [1].</param>
    /// <param name="temperature">T₁ at the inlet [K].</param>
    /// <param name="molarMass">M [kg/mol].</param>
    /// <param name="isentropicExponent">κ [1], > 1.</param>
    /// <param name="head">H [kJ/kg].</param>
    public static double Ratio(double compressibility, double temperature, double molarMass, double isentropicExponent, double head)
    {
        double exponent = (isentropicExponent - 1.0) / isentropicExponent;
        double power = 1.0 + (1e3 * head * molarMass * exponent / (compressibility * GasLaws.GasConstant * temperature));
        return Math.Pow(Math.Max(0.0, power), 1.0 / exponent);
    }

    /// <summary>Shaft power [W]: P = q·H/η.</summary>
    /// <param name="flow">q [kg/s].</param>
    /// <param name="head">H [kJ/kg].</param>
    /// <param name="efficiency">η [1], > 0.</param>
    public static double ShaftPower(double flow, double head, double efficiency) => 1e3 * flow * head / efficiency;

    /// <summary>Temperature at the outlet [K]: T₂ = T₁·(1 + ((p₂/p₁)^((κ−1)/κ) − 1)/η), the lost work heating the gas.</summary>
    /// <param name="temperature">T₁ [K].</param>
    /// <param name="isentropicExponent">κ [1], > 1.</param>
    /// <param name="ratio">p₂/p₁ [1].</param>
    /// <param name="efficiency">η [1], > 0.</param>
    public static double OutletTemperature(double temperature, double isentropicExponent, double ratio, double efficiency) =>
        temperature * (1.0 + ((Math.Pow(ratio, (isentropicExponent - 1.0) / isentropicExponent) - 1.0) / efficiency));
}
