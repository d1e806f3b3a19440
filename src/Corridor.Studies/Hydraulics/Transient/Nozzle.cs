namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// Outflow through an opening into the open air: isentropic, choked above the critical ratio of pressures, √(κ·ρ·p)·(2/(κ+1))^((κ+1)/(2(κ−1))), below it
/// by St. Venant and Wantzel, √(2·κ/(κ−1)·ρ·p·(r^(2/κ) − r^((κ+1)/κ))) with r = p_air/p. With the real gas's density at the pressure in front of the opening.
/// </summary>
/// <param name="exponent">Isentropic exponent κ [1], > 1.</param>
/// <param name="coefficient">Discharge coefficient [1], > 0.</param>
/// <param name="air">Pressure of the air [Pa].</param>
internal sealed class Nozzle(double exponent, double coefficient, double air)
{
    private readonly double _critical = Math.Pow(2.0 / (exponent + 1.0), exponent / (exponent - 1.0));
    private readonly double _choked = coefficient * Math.Sqrt(exponent) * Math.Pow(2.0 / (exponent + 1.0), (exponent + 1.0) / (2.0 * (exponent - 1.0)));

    /// <summary>Mass flux [kg/(m²·s)] and its slope by the pressure.</summary>
    internal double Flux(double pressure, DensityTable gas, out double slope)
    {
        slope = 0.0;
        if (pressure <= air)
            return 0.0;
        double density = gas.At(pressure, out double densitySlope);
        double root = Math.Sqrt(density * pressure);
        double ratio = air / pressure;
        if (ratio <= _critical)
        {
            slope = _choked * (density + (pressure * densitySlope)) / (2.0 * root);
            return _choked * root;
        }

        // Near the pressure of the air the root's slope is infinite; a chord from nothing replaces the last thousandth.
        const double nearest = 0.999;
        double r = Math.Min(ratio, nearest);
        double first = Math.Pow(r, 2.0 / exponent);
        double second = Math.Pow(r, (exponent + 1.0) / exponent);
        double shape = coefficient * Math.Sqrt(2.0 * exponent / (exponent - 1.0) * (first - second));
        if (ratio > nearest)
        {
            double span = (air / nearest) - air;
            double top = shape * Math.Sqrt(gas.At(air / nearest, out _) * air / nearest);
            slope = top / span;
            return top * (pressure - air) / span;
        }

        double inside = ((2.0 / exponent * first) - ((exponent + 1.0) / exponent * second)) / (2.0 * (first - second));
        slope = shape * (((density + (pressure * densitySlope)) / (2.0 * root)) - (root * inside / pressure));
        return shape * root;
    }
}
