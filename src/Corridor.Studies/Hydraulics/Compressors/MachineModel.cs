using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>One machine at one working point.</summary>
internal static class MachineModel
{
    private const double EfficiencyFloor = 0.1;

    /// <summary>Evaluates a machine.</summary>
    /// <param name="station">Its station.</param>
    /// <param name="unit">The machine.</param>
    /// <param name="stage">Index of its stage.</param>
    /// <param name="flow">Mass flow through it [kg/s].</param>
    /// <param name="density">Density at its inlet [kg/m³].</param>
    /// <param name="head">Head asked for [kJ/kg].</param>
    /// <param name="inletPressure">Pressure at its inlet [Pa].</param>
    /// <param name="outletPressure">Pressure at its outlet [Pa].</param>
    /// <param name="conditions">Conditions.</param>
    public static MachineOperation Evaluate(
        GasCompressorStation station,
        CompressorUnit unit,
        int stage,
        double flow,
        double density,
        double head,
        double inletPressure,
        double outletPressure,
        StationConditions conditions)
    {
        double volumeFlow = flow / density;
        StationLimit limit = StationLimit.None;
        double excess = double.NegativeInfinity;
        double speed;
        double efficiency;
        if (unit is TurboCompressor turbo)
        {
            speed = TurboMap.Speed(turbo, volumeFlow, head, out double speedExcess);
            efficiency = TurboMap.Efficiency(turbo, volumeFlow, speed);
            double least = TurboMap.Head(turbo, volumeFlow, turbo.SpeedMin);
            double greatest = TurboMap.Head(turbo, volumeFlow, turbo.SpeedMax);
            double scale = Math.Max(Math.Abs(head), 1e-3);
            Take(StationLimit.SpeedMax, speedExcess > 0.0 ? speedExcess : Relative(head, greatest), ref limit, ref excess);
            Take(StationLimit.SpeedMin, speedExcess < 0.0 ? -speedExcess : -Relative(head, least), ref limit, ref excess);
            Take(StationLimit.Surge, (head - TurboMap.Surge(turbo, volumeFlow)) / scale, ref limit, ref excess);
            Take(StationLimit.Choke, (TurboMap.Choke(turbo, volumeFlow) - head) / scale, ref limit, ref excess);
        }
        else
        {
            PistonCompressor piston = (PistonCompressor)unit;
            efficiency = piston.AdiabaticEfficiency ?? conditions.DefaultEfficiency;

            // Below the least speed additional clearance reduces the volume flow by a stated share.
            double needed = 60.0 * volumeFlow / piston.OperatingVolume;
            speed = Math.Clamp(needed, piston.SpeedMin, piston.SpeedMax);
            double reduced = piston.SpeedMin * (1.0 - piston.AdditionalReductionOfVolume);
            Take(StationLimit.SpeedMax, Relative(needed, piston.SpeedMax), ref limit, ref excess);
            if (reduced > 0.0)
            {
                Take(StationLimit.SpeedMin, -Relative(needed, reduced), ref limit, ref excess);
            }

            if (piston.RatioMax is { } ratio and > 0.0)
            {
                Take(StationLimit.RatioMax, Relative(outletPressure / inletPressure, ratio), ref limit, ref excess);
            }

            if (piston.PressureRiseMax is { } rise and > 0.0)
            {
                Take(StationLimit.PressureRise, Relative(outletPressure - inletPressure, rise), ref limit, ref excess);
            }

            if (piston.TorqueMax is { } torque and > 0.0)
            {
                // M = V·H·ρ/(2·π·η).
                double needs = 1e3 * piston.OperatingVolume * head * density / (2.0 * Math.PI * efficiency);
                Take(StationLimit.Torque, Relative(needs, torque), ref limit, ref excess);
            }
        }

        double power = Math.Max(0.0, Compression.ShaftPower(flow, head, Math.Max(efficiency, EfficiencyFloor)));
        CompressorDrive? drive = FindDrive(station, unit.Drive);
        bool isElectric = drive?.Kind == DriveKind.ElectricMotor;
        double driveEfficiency = isElectric ? conditions.DefaultMotorEfficiency : conditions.DefaultDriveEfficiency;
        double powerLimit = drive is null ? double.PositiveInfinity : DriveModel.PowerLimit(drive, speed, conditions.AmbientTemperature);
        if (!double.IsPositiveInfinity(powerLimit))
        {
            Take(StationLimit.Power, Relative(power, Math.Max(powerLimit, 1.0)), ref limit, ref excess);
        }

        double energy = drive is null ? power / driveEfficiency : DriveModel.EnergyRate(drive, power, driveEfficiency);
        bool burnsGas = drive is null || drive.Kind is DriveKind.GasTurbine or DriveKind.GasDrivenMotor;
        return new MachineOperation(
            unit.Id, stage, volumeFlow, head, speed, Math.Max(efficiency, EfficiencyFloor), power, powerLimit, energy, burnsGas, limit, excess);
    }

    /// <summary>Keeps the limit with the greatest excess.</summary>
    public static void Take(StationLimit candidate, double by, ref StationLimit limit, ref double excess)
    {
        if (by > excess)
        {
            limit = candidate;
            excess = by;
        }
    }

    /// <summary>How far a value is above a bound, relative to the bound.</summary>
    public static double Relative(double value, double bound) => (value - bound) / Math.Max(Math.Abs(bound), 1e-3);

    private static CompressorDrive? FindDrive(GasCompressorStation station, string id)
    {
        foreach (CompressorDrive drive in station.Drives)
        {
            if (drive.Id == id)
            {
                return drive;
            }
        }

        return null;
    }
}
