using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Integrates pressure and temperature along a pipe from the end where gas enters, dy/ds = −F·p/ρ − g·Δh·p·ρ in y = p²/2 and dT/ds = −N·(T − T_soil) + μ·dp/ds − g·Δh/c_p with
/// N = π·D·U·L/(q·c_p), by the pair of Dormand and Prince as in <see cref="PipeIntegration"/>. Where N is so great that steps would have to be tiny, the
/// temperature is the decaying exponential and the balance of the slow terms behind it, T_soil + (μ·dp/ds − g·Δh/c_p)/N, which errs by the square of 1/N.
/// </summary>
/// <param name="gas">Density and heat of the gas.</param>
/// <param name="friction">(λ·L/D + ζ)·G²/2, ≥ 0.</param>
/// <param name="weight">g·(h_leaving − h_entering) [m²/s²].</param>
/// <param name="soil">Temperature of the soil [K].</param>
/// <param name="transfer">π·D·U·L/q [J/(kg·K)]; null where the gas has the soil's temperature throughout.</param>
internal sealed class WarmPipeIntegration(GasHeat gas, double friction, double weight, double soil, double? transfer)
{
    private const double Tolerance = 1e-11;
    private const double Fast = 2_000.0;
    private const int MaxSteps = 20_000;

    private double _rate;
    private double _entering;

    /// <summary>Mean density along the pipe after <see cref="Run"/> [kg/m³].</summary>
    internal double MeanDensity { get; private set; }

    /// <summary>Temperature where the gas leaves after <see cref="Run"/> [K].</summary>
    internal double Temperature { get; private set; }

    private bool IsFast => _rate > Fast;

    /// <summary>Pressure where the gas leaves [Pa]; NaN where the integration does not get there.</summary>
    internal double Run(double pressure, double temperature)
    {
        _entering = transfer is null ? soil : temperature;
        _rate = transfer is { } heat ? heat / gas.Capacity(pressure, temperature) : 0.0;
        var fall = new double[7];
        var warming = new double[7];
        var density = new double[7];
        double y = 0.5 * pressure * pressure;
        double t = _entering;
        double packed = 0.0;
        double s = 0.0;
        double h = 1.0 / (16.0 + Math.Min(_rate, Fast));
        for (int step = 0; step < MaxSteps; step++)
        {
            h = Math.Min(h, 1.0 - s);
            double errorY = 0.0;
            double errorT = 0.0;
            double errorPacked = 0.0;
            double lastY = y;
            double lastT = t;
            double more = 0.0;
            double at = t;
            for (int k = 0; k < 7; k++)
            {
                lastY = y;
                lastT = t;
                for (int m = 0; m < k; m++)
                {
                    lastY += h * PipeIntegration.Weight[k][m] * fall[m];
                    lastT += h * PipeIntegration.Weight[k][m] * warming[m];
                }

                (fall[k], warming[k], density[k], at) = Slope(s + (PipeIntegration.Node[k] * h), lastY, lastT);
                errorY += h * PipeIntegration.Error[k] * fall[k];
                errorT += h * PipeIntegration.Error[k] * warming[k];
                errorPacked += h * PipeIntegration.Error[k] * density[k];
                if (k < 6)
                    more += h * PipeIntegration.Weight[6][k] * density[k];
            }

            double size = Math.Max(
                Math.Max(Math.Abs(errorY) / (Tolerance * Math.Max(y, Math.Abs(lastY))), Math.Abs(errorT) / (Tolerance * t)),
                Math.Abs(errorPacked) / (1e-8 * density[0]));
            if (size <= 1.0)
            {
                y = lastY;
                t = lastT;
                packed += more;
                s += h;
                if (s >= 1.0 - 1e-15)
                {
                    MeanDensity = packed;
                    Temperature = at;
                    return Math.Sqrt(2.0 * y);
                }
            }

            h *= double.IsNaN(size) ? 0.25 : Math.Clamp(0.9 * Math.Pow(Math.Max(size, 1e-10), -0.2), 0.2, 5.0);
            if (h < 1e-13)
                return double.NaN;
        }

        return double.NaN;
    }

    private (double Fall, double Warming, double Density, double Temperature) Slope(double s, double y, double t)
    {
        double pressure = Math.Sqrt(2.0 * y);
        double temperature = IsFast ? soil + ((_entering - soil) * Math.Exp(-_rate * s)) : t;
        double density = gas.Density(pressure, temperature);
        double fall = -(friction * pressure / density) - (weight * pressure * density);
        if (transfer is not { } heat)
            return (fall, 0.0, density, temperature);
        double capacity = gas.Capacity(pressure, temperature, out double jouleThomson);
        double source = (jouleThomson * fall / pressure) - (weight / capacity);
        if (!IsFast)
            return (fall, source - (heat / capacity * (temperature - soil)), density, temperature);
        temperature += source * capacity / heat * (1.0 - Math.Exp(-_rate * s));
        density = gas.Density(pressure, temperature);
        return (-(friction * pressure / density) - (weight * pressure * density), 0.0, density, temperature);
    }
}
