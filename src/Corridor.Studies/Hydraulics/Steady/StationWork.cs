using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Work of a compressor station by the adiabatic head.</summary>
internal static class StationWork
{
    /// <summary>Isentropic exponent where neither station nor gas states one: natural gas (Schmidt, Steinbach, Willert, "Optim. Eng." 2016).</summary>
    private const double NaturalGas = 1.296;

    /// <summary>Isentropic exponent that a station works with.</summary>
    internal static double IsentropicExponent(GasCompressorStation station, GasQuality gas) =>
        station.IsentropicExponent ?? gas.IsentropicExponent ?? NaturalGas;

    /// <summary>
    /// Shaft power P = q·H/η, with the adiabatic head H = κ/(κ−1)·Z·R·T/M·((p_out/p_in)^((κ−1)/κ) − 1) [J/kg] and Z at the inlet.
    /// </summary>
    internal static double ShaftPower(GasScale gas, double temperature, double flow, double inlet, double outlet, double kappa, double efficiency)
    {
        if (!(flow > 0.0) || !(outlet > inlet) || !(inlet > 0.0))
            return 0.0;
        double exponent = (kappa - 1.0) / kappa;
        double z = gas.Law.Compressibility(Math.Min(inlet, gas.Cap), temperature, out _);
        double head = z * GasLaws.GasConstant * temperature / gas.Law.MolarMass / exponent * (Math.Pow(outlet / inlet, exponent) - 1.0);
        return flow * head / efficiency;
    }
}
