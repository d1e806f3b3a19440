namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>Inverts Φ(p) of any gas law.</summary>
internal static class PotentialInverse
{
    private const int MaxIterations = 60;

    /// <summary>
    /// Newton's method on √Φ, which is nearly linear in p (exactly so for the ideal gas), kept within a bracket: a step that leaves the
    /// bracket is replaced by its midpoint.
    /// </summary>
    /// <param name="law">The gas law.</param>
    /// <param name="potential">Φ, ≥ 0.</param>
    /// <param name="temperature">Temperature [K].</param>
    /// <returns>The pressure [Pa]; NaN where there is none.</returns>
    public static double Solve(IGasLaw law, double potential, double temperature)
    {
        if (!(potential >= 0.0) || double.IsInfinity(potential))
        {
            return double.NaN;
        }

        if (potential == 0.0)
        {
            return 0.0;
        }

        double target = Math.Sqrt(potential);
        double low = 0.0;
        double high = double.PositiveInfinity;
        double pressure = Math.Sqrt(2.0 * potential * GasLaws.GasConstant * temperature / law.MolarMass);
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            double value = law.Potential(pressure, temperature, out double density);
            if (double.IsNaN(value))
            {
                // Beyond the law's range: the pressure sought is below, if there is one.
                high = pressure;
                pressure = 0.5 * (low + high);
                continue;
            }

            double root = Math.Sqrt(value);
            double step = (root - target) * 2.0 * root / density;
            if (root < target)
            {
                low = pressure;
            }
            else
            {
                high = pressure;
            }

            if (Math.Abs(step) <= 4e-16 * pressure)
            {
                return pressure;
            }

            double next = pressure - step;
            if (!(next > low && next < high))
            {
                if (Math.Abs(step) <= 1e-14 * pressure)
                {
                    return pressure;
                }

                next = double.IsInfinity(high) ? 2.0 * low : 0.5 * (low + high);
            }

            pressure = next;
        }

        double reached = law.Potential(pressure, temperature, out _);
        return Math.Abs(reached - potential) <= 1e-12 * potential ? pressure : double.NaN;
    }
}
