namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Isothermal flow in a pipe of even slope: dΦ/dx = −κ − g·(Δh/L)·ρ|ρ| with κ = λ·G|G|/(2D) (+ losses), integrated from the beginning to the end by
/// the classical Runge–Kutta method of fourth order together with the derivatives by Φ at the beginning and by κ·L. The right side depends on Φ
/// only through the weight of the gas, so the steps are as long as the weight's exponent 2·g·Δh·M/(Z·R·T) allows (1/125 a step: 10⁻¹² relative).
/// </summary>
internal static class PipeSlope
{
    private const double ExponentPerStep = 0.008;
    private const int MaxSteps = 400;

    /// <summary>Φ at the end.</summary>
    /// <param name="gas">The gas.</param>
    /// <param name="beginning">Φ at the beginning.</param>
    /// <param name="pressure">Pressure at the beginning [Pa].</param>
    /// <param name="weight">g·Δh [m²/s²].</param>
    /// <param name="loss">κ·L.</param>
    /// <param name="byBeginning">∂Φ_end/∂Φ_beginning.</param>
    /// <param name="byLoss">∂Φ_end/∂(κ·L), negative.</param>
    internal static double Integrate(
        GasScale gas, double beginning, double pressure, double weight, double loss, out double byBeginning, out double byLoss)
    {
        double density = gas.Density(pressure);
        double exponent = 2.0 * Math.Abs(weight) * density / Math.Max(Math.Abs(pressure), 100.0);
        int steps = (int)Math.Clamp(Math.Ceiling(exponent / ExponentPerStep), 1.0, MaxSteps);
        double h = 1.0 / steps;
        double y = beginning;
        double a = 1.0;
        double m = 0.0;
        double p = pressure;
        for (int step = 0; step < steps; step++)
        {
            double k1 = Slope(gas, y, ref p, weight, loss, out double d1);
            double a1 = d1 * a;
            double m1 = (d1 * m) - 1.0;
            double k2 = Slope(gas, y + (0.5 * h * k1), ref p, weight, loss, out double d2);
            double a2 = d2 * (a + (0.5 * h * a1));
            double m2 = (d2 * (m + (0.5 * h * m1))) - 1.0;
            double k3 = Slope(gas, y + (0.5 * h * k2), ref p, weight, loss, out double d3);
            double a3 = d3 * (a + (0.5 * h * a2));
            double m3 = (d3 * (m + (0.5 * h * m2))) - 1.0;
            double k4 = Slope(gas, y + (h * k3), ref p, weight, loss, out double d4);
            double a4 = d4 * (a + (h * a3));
            double m4 = (d4 * (m + (h * m3))) - 1.0;
            y += h / 6.0 * (k1 + (2.0 * (k2 + k3)) + k4);
            a += h / 6.0 * (a1 + (2.0 * (a2 + a3)) + a4);
            m += h / 6.0 * (m1 + (2.0 * (m2 + m3)) + m4);
        }

        byBeginning = a;
        byLoss = m;
        return y;
    }

    private static double Slope(GasScale gas, double potential, ref double pressure, double weight, double loss, out double derivative)
    {
        pressure = gas.Pressure(potential);
        double density = gas.Density(pressure, out double slope);
        derivative = -2.0 * weight * slope;
        double square = density * density;
        return -loss - (weight * (pressure < 0.0 ? -square : square));
    }
}
