using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>
/// Drives of compressors (Fügenschuh et al. 2015, sect. 2.3.5; the files of GasLib): greatest power by speed, and by ambient temperature for
/// turbines and electric motors; energy taken by shaft power.
/// </summary>
public static class DriveModel
{
    private const double CelsiusZero = 273.15;

    /// <summary>
    /// Greatest shaft power [W]: a quadratic of the speed with three coefficients, (1, t, t²)·A·(1, n, n²)ᵀ with nine, t the ambient
    /// temperature in °C (the files' turbines lose power as it rises only when read so), n in 1/min, the value in kW.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <param name="speed">n [1/min].</param>
    /// <param name="ambientTemperature">Temperature of the air [K].</param>
    /// <returns>The power, at least 0; infinite where the drive states none.</returns>
    public static double PowerLimit(CompressorDrive drive, double speed, double ambientTemperature)
    {
        ArgumentNullException.ThrowIfNull(drive);
        IReadOnlyList<double> a = drive.PowerCoefficients;
        double power = a.Count switch
        {
            >= 9 => TurboMap.Biquadratic(a, ambientTemperature - CelsiusZero, speed),
            >= 3 => TurboMap.Quadratic(a, speed),
            _ => double.PositiveInfinity,
        };
        return 1e3 * Math.Max(0.0, power);
    }

    /// <summary>Energy per time that the drive takes [W] at a shaft power.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="shaftPower">P [W], ≥ 0.</param>
    /// <param name="efficiency">Efficiency of drives whose file states no energy, or one below the shaft power [1].</param>
    public static double EnergyRate(CompressorDrive drive, double shaftPower, double efficiency)
    {
        ArgumentNullException.ThrowIfNull(drive);
        double power = 1e-3 * shaftPower;
        double energy = drive.EnergyCoefficients.Count >= 3
            ? TurboMap.Quadratic(drive.EnergyCoefficients, power)
            : Interpolate(drive.SpecificEnergyPoints, power);
        return energy >= power && energy > 0.0 ? 1e3 * energy : shaftPower / efficiency;
    }

    // Linear between the points and beyond them; 0 with less than two.
    private static double Interpolate(IReadOnlyList<(double Power, double Energy)> points, double power)
    {
        if (points.Count < 2)
        {
            return 0.0;
        }

        int upper = 1;
        while (upper < points.Count - 1 && points[upper].Power < power)
        {
            upper++;
        }

        (double p0, double e0) = points[upper - 1];
        (double p1, double e1) = points[upper];
        return p1 > p0 ? e0 + ((e1 - e0) * (power - p0) / (p1 - p0)) : e0;
    }
}
