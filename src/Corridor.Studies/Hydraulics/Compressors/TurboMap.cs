using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Compressors;

/// <summary>
/// The map of a turbo compressor: head and efficiency as (1, Q, Q²)·A·(1, n, n²)ᵀ, surge and choke line as quadratics of Q (Fügenschuh et
/// al. 2015, sect. 2.3.5; M. Schmidt et al., "GasLib – a library of gas network instances", Data 2 (2017) 40). Q in m³/s at the inlet, n in
/// 1/min, H in kJ/kg. Allowed are speeds within their bounds, heads not above the surge line and not below the choke line.
/// </summary>
public static class TurboMap
{
    /// <summary>Head [kJ/kg] at a volume flow [m³/s] and a speed [1/min].</summary>
    public static double Head(TurboCompressor unit, double volumeFlow, double speed)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Biquadratic(unit.SpeedLines, volumeFlow, speed);
    }

    /// <summary>Adiabatic efficiency [1] at a volume flow [m³/s] and a speed [1/min].</summary>
    public static double Efficiency(TurboCompressor unit, double volumeFlow, double speed)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Biquadratic(unit.EfficiencyLines, volumeFlow, speed);
    }

    /// <summary>Head of the surge line [kJ/kg] at a volume flow [m³/s].</summary>
    public static double Surge(TurboCompressor unit, double volumeFlow)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Quadratic(unit.SurgeLine, volumeFlow);
    }

    /// <summary>Head of the choke line [kJ/kg] at a volume flow [m³/s].</summary>
    public static double Choke(TurboCompressor unit, double volumeFlow)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Quadratic(unit.ChokeLine, volumeFlow);
    }

    /// <summary>Speed [1/min] at which a head [kJ/kg] is reached at a volume flow [m³/s], within the bounds of the machine.</summary>
    /// <param name="unit">The machine.</param>
    /// <param name="volumeFlow">Q [m³/s].</param>
    /// <param name="head">H [kJ/kg].</param>
    /// <param name="excess">
    /// 0 where the speed is within its bounds; otherwise by how much the head is above that at the greatest speed (positive), or below that
    /// at the least (negative), relative to it. The speed is then the bound itself.
    /// </param>
    public static double Speed(TurboCompressor unit, double volumeFlow, double head, out double excess)
    {
        ArgumentNullException.ThrowIfNull(unit);
        IReadOnlyList<double> a = unit.SpeedLines;
        double c0 = Quadratic(a[0], a[3], a[6], volumeFlow);
        double c1 = Quadratic(a[1], a[4], a[7], volumeFlow);
        double c2 = Quadratic(a[2], a[5], a[8], volumeFlow);
        double least = c0 + (unit.SpeedMin * (c1 + (unit.SpeedMin * c2)));
        double greatest = c0 + (unit.SpeedMax * (c1 + (unit.SpeedMax * c2)));
        excess = 0.0;
        if (head > greatest)
        {
            excess = (head - greatest) / Math.Max(Math.Abs(greatest), 1e-3);
            return unit.SpeedMax;
        }

        if (head < least)
        {
            excess = (head - least) / Math.Max(Math.Abs(least), 1e-3);
            return unit.SpeedMin;
        }

        // The root between the bounds where the head grows with the speed; the stable form of the quadratic's solution.
        double discriminant = Math.Max(0.0, (c1 * c1) - (4.0 * c2 * (c0 - head)));
        double root = Math.Sqrt(discriminant);
        double speed = c1 >= 0.0 ? 2.0 * (head - c0) / (c1 + root) : (root - c1) / (2.0 * c2);
        return Math.Clamp(speed, unit.SpeedMin, unit.SpeedMax);
    }

    /// <summary>(1, x, x²)·A·(1, y, y²)ᵀ with the nine coefficients by rows.</summary>
    internal static double Biquadratic(IReadOnlyList<double> a, double x, double y) =>
        Quadratic(a[0], a[1], a[2], y) + (x * (Quadratic(a[3], a[4], a[5], y) + (x * Quadratic(a[6], a[7], a[8], y))));

    /// <summary>a₀ + a₁·x + a₂·x².</summary>
    internal static double Quadratic(IReadOnlyList<double> a, double x) => Quadratic(a[0], a[1], a[2], x);

    private static double Quadratic(double constant, double linear, double square, double x) => constant + (x * (linear + (x * square)));
}
