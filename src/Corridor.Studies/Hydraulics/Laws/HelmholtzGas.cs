namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// Equations of state from composition: AGA8-92DC (AGA Report No. 8, "Compressibility factors of natural gas and other related hydrocarbon
/// gases", 1992/1994; ISO 12213-2) and GERG-2008 (Kunz, Wagner 2012; ISO 20765-2). Both give the residual Helmholtz energy as a function of
/// density and temperature; the density at a pressure is found by Newton's method within a bracket.
/// </summary>
/// <remarks>
/// <para>
/// Z(p, T) is the standard's own, with its own gas constant; mass densities follow from Z with <see cref="GasLaws.GasConstant"/> and the
/// molar mass that the gas states, as for every other law (6·10⁻⁶ from the standard's for AGA8, 10⁻⁶ for GERG-2008).
/// </para>
/// <para>
/// Only gas is meant: where liquid would form, or no gas has the pressure asked for, the results are NaN
/// (<see cref="TryDensity"/> says so). A call costs some microseconds; <see cref="TabulatedGasLaw"/> is for inner loops.
/// </para>
/// </remarks>
public sealed class HelmholtzGas : IGasLaw
{
    private const int Room = HelmholtzTerms.Stride * HelmholtzTerms.MaxExponentials;
    private const int MaxIterations = 100;
    private readonly HelmholtzTerms _terms;
    private readonly double[] _composition;

    private HelmholtzGas(HelmholtzTerms terms, double molarMass, double[] composition)
    {
        _terms = terms;
        MolarMass = molarMass;
        _composition = composition;
    }

    /// <inheritdoc/>
    public double MolarMass { get; }

    /// <summary>AGA8-92DC.</summary>
    /// <param name="composition">Mole fractions by <see cref="Corridor.Model.Hydraulics.GasComponent"/>; scaled to the sum 1.</param>
    /// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
    /// <exception cref="ArgumentException">The composition has not 21 fractions ≥ 0 with a positive sum.</exception>
    public static HelmholtzGas Aga8(IReadOnlyList<double> composition, double molarMass)
    {
        double[] x = Normal(composition);
        return new HelmholtzGas(Aga8Equation.For(x), molarMass, x);
    }

    /// <summary>GERG-2008.</summary>
    /// <param name="composition">Mole fractions by <see cref="Corridor.Model.Hydraulics.GasComponent"/>; scaled to the sum 1.</param>
    /// <param name="molarMass">Molar mass [kg/mol], > 0.</param>
    /// <exception cref="ArgumentException">The composition has not 21 fractions ≥ 0 with a positive sum.</exception>
    public static HelmholtzGas Gerg2008(IReadOnlyList<double> composition, double molarMass)
    {
        double[] x = Normal(composition);
        return new HelmholtzGas(GergEquation.For(x), molarMass, x);
    }

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        Span<double> polynomials = stackalloc double[Room];
        _terms.At(temperature, polynomials);
        if (!Solve(polynomials, pressure, temperature, out double delta, out double first, out double second))
        {
            derivative = double.NaN;
            return double.NaN;
        }

        // Z = 1 + a₁, p·s/(R·T) = δ·(1 + a₁).
        derivative = (first + second) / delta / (1.0 + (2.0 * first) + second) * _terms.DensityScale / (_terms.GasConstant * temperature);
        return 1.0 + first;
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        if (pressure == 0.0)
        {
            density = 0.0;
            return 0.0;
        }

        Span<double> polynomials = stackalloc double[Room];
        _terms.At(temperature, polynomials);
        if (!Solve(polynomials, pressure, temperature, out double delta, out double first, out _))
        {
            density = double.NaN;
            return double.NaN;
        }

        density = pressure * MolarMass / ((1.0 + first) * GasLaws.GasConstant * temperature);

        // ∫ ρ dp = M·∫ D·(∂p/∂D) dD = M·R·T/s²·∫ δ·(1 + 2·a₁ + a₂) dδ, in two halves.
        double sum = 0.0;
        for (int half = 0; half < 2; half++)
        {
            for (int point = 0; point < GaussLegendre.Count; point++)
            {
                double at = 0.5 * delta * (half + GaussLegendre.Node(point));
                _terms.Evaluate(polynomials, at, out double a1, out double a2);
                sum += 0.5 * GaussLegendre.Weight(point) * at * (1.0 + (2.0 * a1) + a2);
            }
        }

        // The mass of a mole over its volume follows from Z and the gas constant of all laws.
        double scale = _terms.GasConstant / _terms.DensityScale;
        return MolarMass * scale * scale / GasLaws.GasConstant * temperature * delta * sum;
    }

    /// <summary>Molar density of the gas at a pressure.</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="density">Molar density [mol/m³].</param>
    /// <returns>Whether there is a gas of that pressure.</returns>
    public bool TryDensity(double pressure, double temperature, out double density)
    {
        Span<double> polynomials = stackalloc double[Room];
        _terms.At(temperature, polynomials);
        bool isGas = Solve(polynomials, pressure, temperature, out double delta, out _, out _);
        density = delta / _terms.DensityScale;
        return isGas;
    }

    /// <summary>State at a molar density, with heat capacities, speed of sound and Joule–Thomson coefficient, by the equation's own gas constant.</summary>
    /// <param name="density">Molar density [mol/m³], > 0.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    public GasState State(double density, double temperature)
    {
        Span<double> polynomials = stackalloc double[Room];
        Span<double> byTemperature = stackalloc double[Room];
        Span<double> byTemperatureTwice = stackalloc double[Room];
        _terms.At(temperature, polynomials, byTemperature, byTemperatureTwice);
        double delta = density * _terms.DensityScale;
        double r = _terms.GasConstant;
        _terms.Evaluate(polynomials, delta, out double first, out double second);
        double t = _terms.Evaluate(byTemperature, delta, out double tFirst, out _);
        double tt = _terms.Evaluate(byTemperatureTwice, delta, out _, out _);
        double z = 1.0 + first;
        double byDensity = r * temperature * (1.0 + (2.0 * first) + second);
        double pressureByTemperature = density * r * (z + tFirst);
        double volumeHeat = IdealHeatCapacity.OfMixture(_composition, temperature) - IdealHeatCapacity.GasConstant - (r * ((2.0 * t) + tt));
        double slope = pressureByTemperature / density;
        double pressureHeat = volumeHeat + (temperature * slope * slope / byDensity);
        double sound = Math.Sqrt(Math.Max(0.0, pressureHeat / volumeHeat * byDensity / MolarMass));
        return new GasState
        {
            MolarDensity = density,
            Temperature = temperature,
            Pressure = density * r * temperature * z,
            Compressibility = z,
            PressureByDensity = byDensity,
            PressureByTemperature = pressureByTemperature,
            IsochoricHeatCapacity = volumeHeat,
            IsobaricHeatCapacity = pressureHeat,
            SpeedOfSound = sound,
            JouleThomson = ((temperature * slope / byDensity) - 1.0) / (pressureHeat * density),
            IsentropicExponent = sound * sound * MolarMass / (r * temperature * z),
        };
    }

    // δ·(1 + a₁) = p·s/(R·T), Newton's method on the logarithms; beyond the pressure of the gas or where the pressure falls with the
    // density the bracket closes from above.
    private bool Solve(ReadOnlySpan<double> polynomials, double pressure, double temperature, out double delta, out double first, out double second)
    {
        double target = pressure * _terms.DensityScale / (_terms.GasConstant * temperature);
        double low = 0.0;
        double high = double.PositiveInfinity;
        delta = target;
        for (int iteration = 0; iteration < MaxIterations; iteration++)
        {
            _terms.Evaluate(polynomials, delta, out first, out second);
            double value = delta * (1.0 + first);
            double slope = 1.0 + (2.0 * first) + second;
            if (!(slope > 0.0 && value > 0.0))
            {
                high = delta;
                delta = 0.5 * (low + high);
                continue;
            }

            double step = Math.Log(value / target) * (1.0 + first) / slope;
            if (value < target)
            {
                low = delta;
            }
            else
            {
                high = delta;
            }

            double next = delta * Math.Exp(-Math.Clamp(step, -0.5, 0.5));
            if (Math.Abs(step) <= 1e-9)
            {
                // Quadratic convergence: what is left after this step is below round-off.
                delta = next;
                _terms.Evaluate(polynomials, delta, out first, out second);
                return true;
            }

            delta = next > low && next < high ? next : 0.5 * (low + high);
        }

        first = double.NaN;
        second = double.NaN;
        return false;
    }

    private static double[] Normal(IReadOnlyList<double> composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        double sum = composition.Sum();
        if (composition.Count != 21 || composition.Any(share => !(share >= 0.0)) || !(sum > 0.0) || double.IsInfinity(sum))
        {
            throw new ArgumentException("A composition has 21 fractions of at least zero with a positive sum.", nameof(composition));
        }

        return [.. composition.Select(share => share / sum)];
    }
}
