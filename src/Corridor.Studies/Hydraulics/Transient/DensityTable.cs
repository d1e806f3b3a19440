using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Density of a gas at one temperature by pressure, as cubic Hermite polynomials between equal steps of pressure: exact for the ideal gas and for
/// CNGA's formula (ρ is a quadratic of p there), to some 10⁻¹⁰ for the others, and as fast for all. Beyond its ends it is continued by straight lines.
/// </summary>
internal sealed class DensityTable
{
    private const int Intervals = 1024;
    private readonly IGasLaw _law;
    private readonly double _temperature;
    private readonly double _step;
    private readonly double _highest;
    private readonly double[] _density = new double[Intervals + 1];
    private readonly double[] _slope = new double[Intervals + 1];

    internal DensityTable(IGasLaw law, double temperature, double highestPressure)
    {
        _law = law;
        _temperature = temperature;
        _highest = highestPressure;
        _step = highestPressure / Intervals;
        double specific = law.MolarMass / (GasLaws.GasConstant * temperature);
        for (int k = 0; k <= Intervals; k++)
        {
            // At the origin the value of a vanishing pressure stands: Z has its limit there.
            double pressure = k == 0 ? 1e-6 * _step : k * _step;
            double z = law.Compressibility(pressure, temperature, out double derivative);
            _density[k] = k == 0 ? 0.0 : specific * pressure / z;
            _slope[k] = specific / z * (1.0 - (pressure * derivative / z));
        }
    }

    /// <summary>Density by the equation of state itself [kg/m³].</summary>
    internal double Exact(double pressure) =>
        pressure * _law.MolarMass / (_law.Compressibility(pressure, _temperature, out _) * GasLaws.GasConstant * _temperature);

    /// <summary>Density [kg/m³] and ∂ρ/∂p [kg/(m³·Pa)] at an absolute pressure [Pa].</summary>
    internal double At(double pressure, out double slope)
    {
        double place = pressure / _step;
        if (!(place > 0.0))
        {
            slope = _slope[0];
            return slope * pressure;
        }

        if (place >= Intervals)
        {
            slope = _slope[Intervals];
            return _density[Intervals] + (slope * (pressure - _highest));
        }

        int k = (int)place;
        double s = place - k;
        double d0 = _density[k];
        double rise = _density[k + 1] - d0;
        double m0 = _slope[k] * _step;
        double m1 = _slope[k + 1] * _step;
        double c2 = (3.0 * rise) - (2.0 * m0) - m1;
        double c3 = m0 + m1 - (2.0 * rise);
        slope = (m0 + (s * ((2.0 * c2) + (3.0 * s * c3)))) / _step;
        return d0 + (s * (m0 + (s * (c2 + (s * c3)))));
    }
}
