using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Work of a compressor station between the pressures at its machines: by their maps where they are described, else by the adiabatic head and one efficiency.</summary>
internal static class StationWork
{
    /// <summary>Mass flow [kg/s] up to which machines count as standing still.</summary>
    internal const double LeastFlow = 1e-6;

    /// <summary>Flow [kg/s] below which machines are evaluated at this flow.</summary>
    private const double LeastMachineFlow = 1e-3;

    private const double LeastPressure = 1e3;

    /// <summary>Isentropic exponent where neither station nor gas states one: natural gas (Schmidt, Steinbach, Willert, "Optim. Eng." 2016).</summary>
    private const double NaturalGas = 1.296;

    /// <summary>Isentropic exponent that a station works with.</summary>
    internal static double IsentropicExponent(GasCompressorStation station, GasQuality gas) =>
        station.IsentropicExponent ?? gas.IsentropicExponent ?? NaturalGas;

    /// <summary>Whether machines and the ways to join them are described.</summary>
    internal static bool HasMap(GasCompressorStation station) => station.Configurations.Count > 0;

    /// <summary>What a running station does; null where no gas flows forwards.</summary>
    /// <param name="station">The station. Its limits of pressure are those of its nodes, and not looked at here.</param>
    /// <param name="settings">Assumptions.</param>
    /// <param name="gas">The gas at its inlet.</param>
    /// <param name="quality">Its quality.</param>
    /// <param name="flow">Mass flow [kg/s].</param>
    /// <param name="before">Pressure before the machines, behind the loss at the inlet [Pa].</param>
    /// <param name="behind">Pressure behind the machines, before the loss at the outlet [Pa].</param>
    /// <param name="temperature">Temperature at the inlet [K]; null for that of the gas throughout.</param>
    internal static StationOperation? Operation(
        GasCompressorStation station, HydraulicSettings settings, GasScale gas, GasQuality quality, double flow, double before, double behind, double? temperature = null)
    {
        if (!(flow > LeastFlow) || !(before > 0.0) || !(behind > 0.0))
            return null;
        bool hasMap = HasMap(station);
        StationConditions conditions = StationConditions.Of(quality, gas.Law, temperature ?? gas.Temperature) with { DefaultEfficiency = settings.DefaultEfficiency };
        if (!hasMap)
            conditions = conditions with { IsentropicExponent = IsentropicExponent(station, quality) };
        GasCompressorStation machines = station with { InletPressureMin = null, OutletPressureMax = null };
        return StationModel.Evaluate(
            machines, hasMap ? Math.Max(flow, LeastMachineFlow) : flow, Math.Max(Math.Min(before, gas.Cap), hasMap ? LeastPressure : double.Epsilon), Math.Max(behind, hasMap ? LeastPressure : double.Epsilon), conditions);
    }

    /// <summary>Power of adiabatic compression in one step [W], without losses; 0 where the pressure does not rise.</summary>
    internal static double AdiabaticPower(GasCompressorStation station, GasScale gas, GasQuality quality, double flow, double inlet, double outlet)
    {
        if (!(flow > 0.0) || !(outlet > inlet) || !(inlet > 0.0))
            return 0.0;
        double z = gas.Law.Compressibility(Math.Min(inlet, gas.Cap), gas.Temperature, out _);
        return Compression.ShaftPower(flow, Compression.Head(z, gas.Temperature, gas.Law.MolarMass, IsentropicExponent(station, quality), outlet / inlet), 1.0);
    }
}
