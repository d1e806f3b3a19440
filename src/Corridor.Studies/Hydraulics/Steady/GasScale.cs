using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Pressure, potential and density of one gas at one temperature, continued oddly to negative values so that an iteration that asks for
/// too much flow overshoots instead of breaking.
/// </summary>
/// <param name="law">The equation of state.</param>
/// <param name="temperature">Temperature [K].</param>
internal sealed class GasScale(IGasLaw law, double temperature)
{
    /// <summary>Below this pressure [Pa] densities are those at this pressure, so that no derivative becomes infinite.</summary>
    private const double LeastPressure = 100.0;

    internal IGasLaw Law => law;

    internal double Temperature => temperature;

    /// <summary>Φ(p), odd.</summary>
    internal double Potential(double pressure)
    {
        double value = law.Potential(Math.Abs(pressure), temperature, out _);
        return pressure < 0.0 ? -value : value;
    }

    /// <summary>p(Φ), odd; NaN beyond the law's range.</summary>
    internal double Pressure(double potential)
    {
        double value = law.PressureOfPotential(Math.Abs(potential), temperature);
        return potential < 0.0 ? -value : value;
    }

    /// <summary>ρ(|p|).</summary>
    internal double Density(double pressure)
    {
        law.Potential(Math.Max(Math.Abs(pressure), LeastPressure), temperature, out double density);
        return density;
    }

    /// <summary>ρ(|p|) and dρ/d|p|: ρ·(1/p − Z'/Z).</summary>
    internal double Density(double pressure, out double slope)
    {
        double p = Math.Max(Math.Abs(pressure), LeastPressure);
        double z = law.Compressibility(p, temperature, out double derivative);
        double density = p * law.MolarMass / (z * GasLaws.GasConstant * temperature);
        slope = density * ((1.0 / p) - (derivative / z));
        return density;
    }
}
