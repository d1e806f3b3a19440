using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Outer bounds of what the machines of a station can do in any configuration: a smooth guide to where their maps are.</summary>
/// <param name="FlowMin">Least volume flow at the inlet [m³/s].</param>
/// <param name="FlowMax">Greatest volume flow at the inlet [m³/s].</param>
/// <param name="PowerMax">Greatest shaft power [W].</param>
internal readonly record struct MachineCapacity(double FlowMin, double FlowMax, double PowerMax)
{
    private const double LargestFlow = 100.0;

    internal static MachineCapacity Of(GasCompressorStation station, StationConditions conditions)
    {
        double least = double.PositiveInfinity;
        double most = 0.0;
        double power = 0.0;
        foreach (StationConfiguration configuration in station.Configurations)
        {
            double sum = 0.0;
            double first = 0.0;
            double low = 0.0;
            foreach (IReadOnlyList<string> stage in configuration.Stages)
            {
                double flow = double.PositiveInfinity;
                double surge = 0.0;
                foreach (string id in stage)
                {
                    CompressorUnit unit = station.Units.First(u => u.Id == id);
                    flow = Math.Min(flow, GreatestFlow(unit));
                    surge = Math.Max(surge, LeastFlow(unit));
                    sum += Power(station, unit, conditions);
                }

                if (first > 0.0)
                    continue;
                first = flow * stage.Count;
                low = surge * stage.Count;
            }

            most = Math.Max(most, first);
            least = Math.Min(least, low);
            power = Math.Max(power, sum);
        }

        return new MachineCapacity(double.IsInfinity(least) ? 0.0 : least, most, power);
    }

    private static double Power(GasCompressorStation station, CompressorUnit unit, StationConditions conditions)
    {
        CompressorDrive? drive = station.Drives.FirstOrDefault(d => d.Id == unit.Drive);
        return drive is null ? double.PositiveInfinity : DriveModel.PowerLimit(drive, unit.SpeedMax, conditions.AmbientTemperature);
    }

    /// <summary>Where the choke line meets the line of the greatest speed.</summary>
    private static double GreatestFlow(CompressorUnit unit) => unit is TurboCompressor turbo
        ? Crossing(q => TurboMap.Choke(turbo, q) - TurboMap.Head(turbo, q, turbo.SpeedMax))
        : ((PistonCompressor)unit).OperatingVolume * unit.SpeedMax / 60.0;

    /// <summary>Where the surge line meets the line of the least speed.</summary>
    private static double LeastFlow(CompressorUnit unit) => unit is TurboCompressor turbo
        ? Crossing(q => TurboMap.Surge(turbo, q) - TurboMap.Head(turbo, q, turbo.SpeedMin))
        : ((PistonCompressor)unit).OperatingVolume * unit.SpeedMin * (1.0 - ((PistonCompressor)unit).AdditionalReductionOfVolume) / 60.0;

    /// <summary>First volume flow at which a line that begins below another is above it.</summary>
    private static double Crossing(Func<double, double> difference)
    {
        double low = 0.0;
        double high = 0.0;
        while (high < LargestFlow && difference(high) < 0.0)
        {
            low = high;
            high += 0.05;
        }

        for (int k = 0; k < 40; k++)
        {
            double middle = 0.5 * (low + high);
            if (difference(middle) < 0.0)
                low = middle;
            else
                high = middle;
        }

        return high;
    }
}
