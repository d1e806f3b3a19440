namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// A compressibility linear in the absolute pressure, Z = c + s·p, as a gas file states it (STANET and pandapipes do). With x = s·p/c,
/// Φ = M/(R·T)·(p²/c)·(x − ln(1 + x))/x². Beyond the pressure where Z would reach zero there is no gas, and the results are NaN.
/// </summary>
/// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
/// <param name="constant">c [1], > 0.</param>
/// <param name="slope">s [1/Pa].</param>
public sealed class LinearGas(double molarMass, double constant, double slope) : IGasLaw
{
    private const double SeriesRadius = 0.125;
    private const int SeriesTerms = 20;

    /// <inheritdoc/>
    public double MolarMass => molarMass;

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        double z = constant + (slope * pressure);
        if (z <= 0.0)
        {
            derivative = double.NaN;
            return double.NaN;
        }

        derivative = slope;
        return z;
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        double z = constant + (slope * pressure);
        if (z <= 0.0)
        {
            density = double.NaN;
            return double.NaN;
        }

        double factor = molarMass / (GasLaws.GasConstant * temperature);
        density = factor * pressure / z;
        return factor * pressure * pressure / constant * Kernel(slope * pressure / constant);
    }

    // (x − ln(1 + x))/x²; near zero by its series 1/2 − x/3 + x²/4 − …
    private static double Kernel(double x)
    {
        if (Math.Abs(x) >= SeriesRadius)
        {
            return (x - Math.Log(1.0 + x)) / (x * x);
        }

        double sum = 0.0;
        for (int term = SeriesTerms; term >= 2; term--)
        {
            sum = (1.0 / term) - (x * sum);
        }

        return sum;
    }
}
