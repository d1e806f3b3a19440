using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>What a pipe's temperature makes of it.</summary>
/// <param name="Outlet">Temperature where the gas leaves [K].</param>
/// <param name="MeanDensity">Mean density along the pipe [kg/m³].</param>
/// <param name="Volume">Mean of ρ_ref/ρ, the density at the network's temperature over the true one, at equal pressure [1].</param>
/// <param name="Weight">Mean of ρ/ρ_ref [1].</param>
/// <param name="Lifted">∫ρ·ρ_ref·g·dh, the potential that the height takes.</param>
internal readonly record struct WarmPipeResult(double Outlet, double MeanDensity, double Volume, double Weight, double Lifted);

/// <summary>
/// Pressure and temperature along a pipe from where the gas enters: dp/ds = −r/ρ − g·Δh·ρ (s from 0 to 1) and dT/ds = −(π·D·U·L/(q·c_p))·(T − T_soil) + μ·dp/ds − g·Δh/c_p.
/// The approach to the soil is exact in each step, so that it may be as fast as it likes: exponential time differencing of fourth order (S. M. Cox,
/// P. C. Matthews, J. Comput. Phys. 176 (2002) 430–455), the pressure as y = p²/2 by the Runge–Kutta method within it. Steps are short where the gas enters and
/// grow in proportion.
/// </summary>
internal readonly ref struct WarmPipe(GasScale reference, GasHeat gas, double friction, double weight, double soil, double transfer, bool isSoil)
{
    private const double LongestStep = 1.0 / 32.0;
    private const double FirstExponent = 0.1;
    private const double Growth = 1.25;

    /// <summary>Integrates; false where the pressure does not suffice or the gas has no law.</summary>
    internal bool TryRun(double pressure, double temperature, out WarmPipeResult result)
    {
        result = default;
        double y = 0.5 * pressure * pressure;
        double warmth = isSoil ? 0.0 : temperature - soil;
        double s = 0.0;
        double h = LongestStep;
        if (!isSoil)
            h = Math.Min(h, FirstExponent * gas.Capacity(pressure, temperature) / Math.Max(transfer, 1e-300));
        double packed = 0.0;
        double volume = 0.0;
        double heavy = 0.0;
        double lifted = 0.0;
        while (s < 1.0)
        {
            bool isLast = s + h >= 1.0 - 1e-12;
            if (isLast)
                h = 1.0 - s;
            double p = Math.Sqrt(2.0 * y);
            double rate = isSoil ? 0.0 : transfer / gas.Capacity(p, soil + warmth);
            double z = -rate * h;
            double half = Math.Exp(0.5 * z);
            double quarter = 0.5 * h * First(0.5 * z);
            Phi(z, out double phi1, out double phi2, out double phi3);
            Stage a = At(y, warmth, rate);
            double w1 = (half * warmth) + (quarter * a.Source);
            Stage b = At(y + (0.5 * h * a.Fall), w1, rate);
            double w2 = (half * warmth) + (quarter * b.Source);
            Stage c = At(y + (0.5 * h * b.Fall), w2, rate);
            double w3 = (half * w1) + (quarter * ((2.0 * c.Source) - a.Source));
            Stage d = At(y + (h * c.Fall), w3, rate);
            warmth = (Math.Exp(z) * warmth) + (h * (((phi1 - (3.0 * phi2) + (4.0 * phi3)) * a.Source)
                + (((2.0 * phi2) - (4.0 * phi3)) * (b.Source + c.Source)) + (((4.0 * phi3) - phi2) * d.Source)));
            double sixth = h / 6.0;
            y += sixth * (a.Fall + (2.0 * (b.Fall + c.Fall)) + d.Fall);
            packed += sixth * (a.Density + (2.0 * (b.Density + c.Density)) + d.Density);
            volume += sixth * (a.Volume + (2.0 * (b.Volume + c.Volume)) + d.Volume);
            heavy += sixth * ((1.0 / a.Volume) + (2.0 * ((1.0 / b.Volume) + (1.0 / c.Volume))) + (1.0 / d.Volume));
            lifted += sixth * weight * (a.Square + (2.0 * (b.Square + c.Square)) + d.Square);
            if (!(y > 0.0) || !double.IsFinite(warmth) || !double.IsFinite(packed) || soil + warmth < 50.0)
                return false;
            s = isLast ? 1.0 : s + h;
            h = Math.Min(LongestStep, h * Growth);
        }

        result = new WarmPipeResult(soil + warmth, packed, volume, heavy, lifted);
        return true;
    }

    private Stage At(double y, double warmth, double rate)
    {
        double p = Math.Sqrt(2.0 * y);
        double temperature = soil + warmth;
        double density = gas.Density(p, temperature);
        double fall = -(friction * p / density) - (weight * p * density);
        double source = 0.0;
        if (!isSoil)
        {
            double capacity = gas.Capacity(p, temperature, out double jouleThomson);
            source = (jouleThomson * fall / p) - (weight / capacity) + ((rate - (transfer / capacity)) * warmth);
        }

        double known = reference.Density(p);
        return new Stage(fall, source, density, known / density, known * density);
    }

    private static double First(double z) => Math.Abs(z) < 1e-8 ? 1.0 + (0.5 * z) : (Math.Exp(z) - 1.0) / z;

    private static void Phi(double z, out double phi1, out double phi2, out double phi3)
    {
        if (z < -1.0)
        {
            phi1 = (Math.Exp(z) - 1.0) / z;
            phi2 = (phi1 - 1.0) / z;
            phi3 = (phi2 - 0.5) / z;
            return;
        }

        double term = 1.0 / 6.0;
        phi3 = 0.0;
        for (int k = 4; k < 24; k++)
        {
            phi3 += term;
            term *= z / k;
        }

        phi2 = 0.5 + (z * phi3);
        phi1 = 1.0 + (z * phi2);
    }

    private readonly record struct Stage(double Fall, double Source, double Density, double Volume, double Square);
}
