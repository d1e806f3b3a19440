using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Pressure, potential and density of one gas at one temperature, continued so that an iteration that asks for too much overshoots instead of breaking:
/// oddly to negative pressures, and beyond the range of the law (at most 1,000 bar) with the density it has there.
/// </summary>
internal sealed class GasScale
{
    /// <summary>Below this pressure [Pa] densities are those at this pressure, so that no derivative becomes infinite.</summary>
    private const double LeastPressure = 100.0;

    private const double Step = 2.5e6;
    private const int Steps = 40;

    /// <summary>Pressure up to which slow laws are tabulated [Pa]; above, the law itself is asked.</summary>
    private const double TableEnd = 1.5e7;

    private readonly double _capPotential;
    private readonly double _capDensity;

    internal GasScale(IGasLaw law, double temperature)
    {
        Law = law;
        Own = law;
        Temperature = temperature;
        for (int k = 1; k <= Steps; k++)
        {
            double potential = law.Potential(k * Step, temperature, out double density);
            if (!double.IsFinite(potential) || !(density > _capDensity) || !(potential > _capPotential))
                break;
            Cap = k * Step;
            _capPotential = potential;
            _capDensity = density;
        }

        if (law is HelmholtzGas && Cap > 0.0)
            Law = TabulatedGasLaw.Build(law, temperature, Math.Min(Cap, TableEnd)) ?? law;
    }

    /// <summary>The law as it is asked in the solver: a table at this temperature where the law itself is slow.</summary>
    internal IGasLaw Law { get; }

    /// <summary>The law itself.</summary>
    internal IGasLaw Own { get; }

    internal double Temperature { get; }

    /// <summary>Greatest pressure that the law is asked for [Pa].</summary>
    internal double Cap { get; }

    /// <summary>Φ(p), odd.</summary>
    internal double Potential(double pressure)
    {
        double size = Math.Abs(pressure);
        double value = size <= Cap ? Law.Potential(size, Temperature, out _) : _capPotential + (_capDensity * (size - Cap));
        return pressure < 0.0 ? -value : value;
    }

    /// <summary>p(Φ), odd.</summary>
    internal double Pressure(double potential)
    {
        double size = Math.Abs(potential);
        double value = size <= _capPotential ? Law.PressureOfPotential(size, Temperature) : Cap + ((size - _capPotential) / _capDensity);
        return potential < 0.0 ? -value : value;
    }

    /// <summary>ρ(|p|).</summary>
    internal double Density(double pressure)
    {
        double size = Math.Abs(pressure);
        if (size > Cap)
            return _capDensity;
        Law.Potential(Math.Max(size, LeastPressure), Temperature, out double density);
        return density;
    }

    /// <summary>ρ(|p|) and dρ/d|p|: ρ·(1/p − Z'/Z).</summary>
    internal double Density(double pressure, out double slope)
    {
        double p = Math.Max(Math.Abs(pressure), LeastPressure);
        slope = 0.0;
        if (p > Cap)
            return _capDensity;
        double z = Law.Compressibility(p, Temperature, out double derivative);
        double density = p * Law.MolarMass / (z * GasLaws.GasConstant * Temperature);
        slope = density * ((1.0 / p) - (derivative / z));
        return density;
    }
}
