using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>
/// Compressor stations: stages in series, each with machines in parallel that share the flow equally. The ratio of pressures is divided
/// between the stages so that the drives take least energy. Where the station has a cooler the gas enters every stage at the temperature of
/// the inlet. Pressures are those at the machines, behind <see cref="GasCompressorStation.LossIn"/> and before <see cref="GasCompressorStation.LossOut"/>.
/// </summary>
public static class StationModel
{
    private const double GreatestRatioOfStage = 4.0;
    private const int RangeSteps = 48;
    private const int BisectionSteps = 45;

    /// <summary>The best way to bring a flow from one pressure to another: least drive energy among the configurations whose limits hold, else the one that passes them least.</summary>
    /// <param name="station">The station.</param>
    /// <param name="flow">Mass flow [kg/s], > 0.</param>
    /// <param name="inletPressure">Absolute pressure at the inlet [Pa], > 0.</param>
    /// <param name="outletPressure">Absolute pressure at the outlet [Pa], > 0.</param>
    /// <param name="conditions">Gas, temperatures and assumptions.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive.</exception>
    public static StationOperation Evaluate(
        GasCompressorStation station, double flow, double inletPressure, double outletPressure, StationConditions conditions)
    {
        Check(station, flow, inletPressure, conditions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outletPressure);
        if (station.Configurations.Count == 0)
        {
            return WithoutMap(station, flow, inletPressure, outletPressure, conditions);
        }

        StationOperation? best = null;
        foreach (StationConfiguration configuration in station.Configurations)
        {
            StationOperation operation = Evaluate(station, configuration, flow, inletPressure, outletPressure, conditions);
            if (best is null || SeriesSplit.IsBetter(operation.Excess, operation.DriveEnergy, best.Excess, best.DriveEnergy))
            {
                best = operation;
            }
        }

        return best!;
    }

    /// <summary>One configuration bringing a flow from one pressure to another.</summary>
    /// <param name="station">The station.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="flow">Mass flow [kg/s], > 0.</param>
    /// <param name="inletPressure">Absolute pressure at the inlet [Pa], > 0.</param>
    /// <param name="outletPressure">Absolute pressure at the outlet [Pa], > 0.</param>
    /// <param name="conditions">Gas, temperatures and assumptions.</param>
    /// <exception cref="ArgumentException">The configuration names a machine that the station does not have.</exception>
    public static StationOperation Evaluate(
        GasCompressorStation station,
        StationConfiguration configuration,
        double flow,
        double inletPressure,
        double outletPressure,
        StationConditions conditions)
    {
        Check(station, flow, inletPressure, conditions);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outletPressure);
        SeriesSplit split = new(station, configuration, flow, inletPressure, outletPressure, conditions);
        IReadOnlyList<MachineOperation> machines = split.Best(out double outletTemperature);
        double power = 0.0;
        double energy = 0.0;
        double gas = 0.0;
        double adiabatic = 0.0;
        StationLimit limit = StationLimit.None;
        double excess = double.NegativeInfinity;
        string? unit = null;
        foreach (MachineOperation machine in machines)
        {
            power += machine.ShaftPower;
            energy += machine.DriveEnergy;
            adiabatic += machine.Efficiency * machine.ShaftPower;
            gas += machine.BurnsGas ? machine.DriveEnergy : 0.0;
            if (machine.Excess > excess)
            {
                limit = machine.Limit;
                excess = machine.Excess;
                unit = machine.Unit;
            }
        }

        double before = excess;
        StationLimits(station, inletPressure, outletPressure, power, ref limit, ref excess);
        return new StationOperation
        {
            Configuration = configuration.Id,
            Machines = machines,
            ShaftPower = power,
            DriveEnergy = energy,
            Efficiency = power > 0.0 ? adiabatic / power : double.NaN,
            FuelFlow = gas / conditions.InferiorCalorificValue,
            OutletTemperature = outletTemperature,
            Limit = limit,
            LimitingUnit = excess > before ? null : unit,
            Excess = excess,
        };
    }

    /// <summary>Outlet pressures that the station reaches, configuration by configuration.</summary>
    /// <param name="station">The station.</param>
    /// <param name="flow">Mass flow [kg/s], > 0.</param>
    /// <param name="inletPressure">Absolute pressure at the inlet [Pa], > 0.</param>
    /// <param name="conditions">Gas, temperatures and assumptions.</param>
    /// <returns>
    /// For each configuration the least and greatest outlet pressure within all limits; configurations that reach none are left out. Found
    /// on a grid of 48 ratios and refined by bisection: a range narrower than the grid may be missed.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive.</exception>
    public static IReadOnlyList<OutletRange> Reach(
        GasCompressorStation station, double flow, double inletPressure, StationConditions conditions)
    {
        Check(station, flow, inletPressure, conditions);
        List<OutletRange> ranges = [];
        if (station.Configurations.Count == 0)
        {
            AddRange(ranges, null, inletPressure, 1, station, p => WithoutMap(station, flow, inletPressure, p, conditions).IsInside);
        }

        foreach (StationConfiguration configuration in station.Configurations)
        {
            AddRange(
                ranges,
                configuration.Id,
                inletPressure,
                configuration.Stages.Count,
                station,
                p => Evaluate(station, configuration, flow, inletPressure, p, conditions).IsInside);
        }

        return ranges;
    }

    private static void AddRange(
        List<OutletRange> ranges, string? configuration, double inletPressure, int stages, GasCompressorStation station, Func<double, bool> isInside)
    {
        double greatest = inletPressure * Math.Min(station.RatioMax ?? double.PositiveInfinity, Math.Pow(GreatestRatioOfStage, stages));
        greatest = Math.Min(greatest, station.OutletPressureMax ?? double.PositiveInfinity);
        if (!(greatest > inletPressure))
        {
            return;
        }

        double At(int step) => inletPressure * Math.Pow(greatest / inletPressure, (double)step / RangeSteps);
        int first = -1;
        int last = -1;
        for (int step = 0; step <= RangeSteps; step++)
        {
            if (isInside(At(step)))
            {
                first = first < 0 ? step : first;
                last = step;
            }
        }

        if (first < 0)
        {
            return;
        }

        double low = first == 0 ? At(0) : Bisect(isInside, At(first), At(first - 1));
        double high = last == RangeSteps ? At(last) : Bisect(isInside, At(last), At(last + 1));
        ranges.Add(new OutletRange(configuration, low, high));
    }

    private static double Bisect(Func<double, bool> isInside, double inside, double outside)
    {
        for (int step = 0; step < BisectionSteps; step++)
        {
            double middle = 0.5 * (inside + outside);
            if (isInside(middle))
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }

        return inside;
    }

    private static StationOperation WithoutMap(
        GasCompressorStation station, double flow, double inletPressure, double outletPressure, StationConditions conditions)
    {
        double exponent = station.IsentropicExponent ?? conditions.IsentropicExponent;
        double efficiency = station.Efficiency ?? conditions.DefaultEfficiency;
        double z = conditions.Law.Compressibility(inletPressure, conditions.Temperature, out _);
        double ratio = outletPressure / inletPressure;
        double head = Compression.Head(z, conditions.Temperature, conditions.Law.MolarMass, exponent, ratio);
        double power = Math.Max(0.0, Compression.ShaftPower(flow, head, efficiency));
        StationLimit limit = StationLimit.None;
        double excess = double.NegativeInfinity;
        StationLimits(station, inletPressure, outletPressure, power, ref limit, ref excess);
        double energy = power / conditions.DefaultDriveEfficiency;
        return new StationOperation
        {
            Configuration = null,
            Machines = [],
            ShaftPower = power,
            DriveEnergy = energy,
            Efficiency = efficiency,
            FuelFlow = energy / conditions.InferiorCalorificValue,
            OutletTemperature = Compression.OutletTemperature(conditions.Temperature, exponent, Math.Max(1.0, ratio), efficiency),
            Limit = limit,
            LimitingUnit = null,
            Excess = excess,
        };
    }

    private static void StationLimits(
        GasCompressorStation station, double inletPressure, double outletPressure, double power, ref StationLimit limit, ref double excess)
    {
        MachineModel.Take(StationLimit.RatioMin, (inletPressure / outletPressure) - 1.0, ref limit, ref excess);
        if (station.RatioMax is { } ratio and > 0.0)
        {
            MachineModel.Take(StationLimit.RatioMax, MachineModel.Relative(outletPressure / inletPressure, ratio), ref limit, ref excess);
        }

        if (station.PowerMax is { } most and > 0.0)
        {
            MachineModel.Take(StationLimit.Power, MachineModel.Relative(power, most), ref limit, ref excess);
        }

        if (station.InletPressureMin is { } least and > 0.0)
        {
            MachineModel.Take(StationLimit.InletPressure, -MachineModel.Relative(inletPressure, least), ref limit, ref excess);
        }

        if (station.OutletPressureMax is { } greatest and > 0.0)
        {
            MachineModel.Take(StationLimit.OutletPressure, MachineModel.Relative(outletPressure, greatest), ref limit, ref excess);
        }
    }

    private static void Check(GasCompressorStation station, double flow, double inletPressure, StationConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(flow);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inletPressure);
    }
}
