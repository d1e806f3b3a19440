using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Integrates the momentum balance of isothermal (or linearly warmed) steady flow, dp/dx = −λ·G·|G|/(2·D·ρ) − g·ρ·dh/dx, from the end where gas leaves a pipe to the
/// end where it enters, in y = p²/2, in which the equation stays smooth down to small pressures: dy/dx = −λ·G·|G|/(2·D)·p/ρ − g·p·ρ·dh/dx. The
/// term of the kinetic energy, ρ·v·dv/dx, is left out as the model does. J. R. Dormand, P. J. Prince, "A family of embedded Runge–Kutta
/// formulae", J. Comput. Appl. Math. 6 (1980) 19–26, order 5 with error estimate of order 4.
/// </summary>
/// <param name="law">Law of the gas.</param>
/// <param name="leavingTemperature">Temperature where the gas leaves [K].</param>
/// <param name="enteringTemperature">Temperature where it enters [K].</param>
/// <param name="friction">(λ·L/D + ζ)·G²/2 [kg²/(m⁴·s²)], ≥ 0.</param>
/// <param name="weight">g·(h_leaving − h_entering) [m²/s²].</param>
internal sealed class PipeIntegration(IGasLaw law, double leavingTemperature, double enteringTemperature, double friction, double weight)
{
    private const double Tolerance = 1e-12;
    private const double DensityTolerance = 1e-8;
    private const int MaxSteps = 20_000;

    internal static readonly double[] Node = [0.0, 0.2, 0.3, 0.8, 8.0 / 9.0, 1.0, 1.0];

    internal static readonly double[][] Weight =
    [
        [],
        [1.0 / 5.0],
        [3.0 / 40.0, 9.0 / 40.0],
        [44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0],
        [19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0],
        [9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0],
        [35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0],
    ];

    internal static readonly double[] Error =
        [71.0 / 57600.0, 0.0, -71.0 / 16695.0, 71.0 / 1920.0, -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0];

    /// <summary>Mean density along the pipe after <see cref="Run"/> [kg/m³].</summary>
    internal double MeanDensity { get; private set; }

    /// <summary>Pressure where the gas enters [Pa]; NaN where the integration does not get there.</summary>
    /// <param name="leavingPressure">Pressure where the gas leaves [Pa], > 0.</param>
    internal double Run(double leavingPressure)
    {
        var slope = new double[7];
        var density = new double[7];
        double y = 0.5 * leavingPressure * leavingPressure;
        double packed = 0.0;
        double s = 0.0;
        double h = 1.0 / 16.0;
        for (int step = 0; step < MaxSteps; step++)
        {
            h = Math.Min(h, 1.0 - s);
            double error = 0.0;
            double last = y;
            double packedStep = 0.0;
            double packedError = 0.0;
            for (int k = 0; k < 7; k++)
            {
                last = y;
                for (int m = 0; m < k; m++)
                    last += h * Weight[k][m] * slope[m];
                slope[k] = Slope(s + (Node[k] * h), last, out density[k]);
                error += h * Error[k] * slope[k];
                packedError += h * Error[k] * density[k];
            }

            // The seventh stage sits at the end of the step; its weights are those of the result.
            for (int m = 0; m < 6; m++)
                packedStep += h * Weight[6][m] * density[m];
            double size = Math.Max(
                Math.Abs(error) / (Tolerance * Math.Max(y, Math.Abs(last))),
                Math.Abs(packedError) / (DensityTolerance * density[0] * h));
            if (size <= 1.0)
            {
                y = last;
                packed += packedStep;
                s += h;
                if (s >= 1.0 - 1e-15)
                {
                    MeanDensity = packed;
                    return Math.Sqrt(2.0 * y);
                }
            }

            if (double.IsNaN(size))
                h *= 0.25;
            else
                h *= Math.Clamp(0.9 * Math.Pow(Math.Max(size, 1e-10), -0.2), 0.2, 5.0);
            if (h < 1e-12)
                return double.NaN;
        }

        return double.NaN;
    }

    private double Slope(double s, double y, out double density)
    {
        double pressure = Math.Sqrt(2.0 * y);
        double temperature = leavingTemperature + (s * (enteringTemperature - leavingTemperature));
        double z = law.Compressibility(pressure, temperature, out _);
        double specific = z * GasLaws.GasConstant * temperature / law.MolarMass;
        density = pressure / specific;
        return (friction * specific) + (weight * pressure * density);
    }
}
