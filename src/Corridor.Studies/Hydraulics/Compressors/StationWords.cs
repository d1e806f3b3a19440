using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>The limit that a station passes, in a sentence with figures and units.</summary>
internal static class StationWords
{
    /// <summary>Head [kJ/kg] up to which machines do not raise the pressure: 10⁻⁵ of that of an ordinary ratio.</summary>
    private const double NoHead = 4e-4;

    /// <summary>The limit passed furthest, with the figure, the bound and the share by which it is passed.</summary>
    internal static string Of(GasCompressorStation station, StationOperation operation)
    {
        if (operation.Machines.Count > 0 && operation.Machines.All(m => m.Head <= NoHead))
        {
            string energy = string.Create(CultureInfo.InvariantCulture, $"{operation.DriveEnergy / 1e6:0.###} MW");
            return $"Compressor {station.Id} is active, but does not raise the pressure: no map has such a point; its drives would idle at {energy} (configuration {operation.Configuration}). A bypass would let the gas pass.";
        }

        string by = string.Create(CultureInfo.InvariantCulture, $", {100.0 * operation.Excess:0.###} % beyond");
        if (operation.LimitingUnit is null)
        {
            return operation.Limit switch
            {
                StationLimit.RatioMax => string.Create(CultureInfo.InvariantCulture, $"The machines of compressor {station.Id} would have to pass the greatest ratio of {station.RatioMax:0.####}{by}."),
                StationLimit.Power => string.Create(CultureInfo.InvariantCulture, $"The machines of compressor {station.Id} need {operation.ShaftPower / 1e6:0.###} MW where {station.PowerMax / 1e6:0.###} MW are allowed{by}."),
                _ => string.Create(CultureInfo.InvariantCulture, $"The pressure behind the machines of compressor {station.Id} is below that before them{by}."),
            };
        }

        MachineOperation machine = operation.Machines.First(m => m.Unit == operation.LimitingUnit && m.Excess == operation.Excess);
        CompressorUnit unit = station.Units.First(u => u.Id == machine.Unit);
        string name = $"machine {machine.Unit} of compressor {station.Id}, configuration {operation.Configuration}";
        string point = string.Create(CultureInfo.InvariantCulture, $"{machine.Head:0.###} kJ/kg at {machine.VolumeFlow:0.###} m³/s");
        double q = machine.VolumeFlow;
        return machine.Limit switch
        {
            StationLimit.Surge when unit is TurboCompressor turbo => string.Create(CultureInfo.InvariantCulture, $"The head of {name}, {point}, is above its surge line, {TurboMap.Surge(turbo, q):0.###} kJ/kg{by}: too little flow."),
            StationLimit.Choke when unit is TurboCompressor turbo => string.Create(CultureInfo.InvariantCulture, $"The head of {name}, {point}, is below its choke line, {TurboMap.Choke(turbo, q):0.###} kJ/kg{by}: too much flow."),
            StationLimit.SpeedMax when unit is TurboCompressor turbo => string.Create(CultureInfo.InvariantCulture, $"The head of {name}, {point}, is above the {TurboMap.Head(turbo, q, turbo.SpeedMax):0.###} kJ/kg at its greatest speed of {turbo.SpeedMax:0.#}/min{by}."),
            StationLimit.SpeedMin when unit is TurboCompressor turbo => string.Create(CultureInfo.InvariantCulture, $"The head of {name}, {point}, is below the {TurboMap.Head(turbo, q, turbo.SpeedMin):0.###} kJ/kg at its least speed of {turbo.SpeedMin:0.#}/min{by}."),
            StationLimit.SpeedMax => string.Create(CultureInfo.InvariantCulture, $"The speed of {name} for {q:0.###} m³/s is above its greatest of {unit.SpeedMax:0.#}/min{by}."),
            StationLimit.SpeedMin => string.Create(CultureInfo.InvariantCulture, $"The flow of {name}, {q:0.###} m³/s, is too little for its least speed of {unit.SpeedMin:0.#}/min{by}."),
            StationLimit.Power => string.Create(CultureInfo.InvariantCulture, $"The power of {name}, {machine.ShaftPower / 1e6:0.###} MW, is above the {machine.PowerLimit / 1e6:0.###} MW of its drive{by}."),
            StationLimit.Torque when unit is PistonCompressor piston => string.Create(CultureInfo.InvariantCulture, $"The torque of {name} is above its greatest of {piston.TorqueMax / 1e3:0.###} kN·m{by}."),
            StationLimit.PressureRise when unit is PistonCompressor piston => string.Create(CultureInfo.InvariantCulture, $"The rise of pressure of {name} is above its greatest of {piston.PressureRiseMax / 1e5:0.###} bar{by}."),
            StationLimit.RatioMax when unit is PistonCompressor piston => string.Create(CultureInfo.InvariantCulture, $"The ratio of {name} is above its greatest of {piston.RatioMax:0.####}{by}."),
            _ => $"The {machine.Limit} of {name} is passed{by}.",
        };
    }
}
