namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// The residual Helmholtz energy of one mixture, a/(R·T) = Σ n·τ^t·δ^d·e^(E(δ)), its terms collected by the function E and the powers:
/// at one temperature it is a sum of polynomials in the reduced density δ = s·D, each times one exponential.
/// </summary>
/// <param name="gasConstant">Molar gas constant of the equation [J/(mol·K)].</param>
/// <param name="reducingTemperature">T_r [K]; τ = T_r/T.</param>
/// <param name="densityScale">s [m³/mol].</param>
internal sealed class HelmholtzTerms(double gasConstant, double reducingTemperature, double densityScale)
{
    /// <summary>Coefficients a polynomial has room for: powers 0 to 9.</summary>
    public const int Stride = 10;

    /// <summary>Greatest number of exponentials.</summary>
    public const int MaxExponentials = 20;

    private readonly List<(int Power, double Eta, double Beta)> _exponentials = [];
    private readonly Dictionary<(int Slot, double Exponent), double> _collected = [];
    private int[] _slots = [];
    private double[] _exponents = [];
    private double[] _coefficients = [];

    /// <summary>Molar gas constant of the equation [J/(mol·K)].</summary>
    public double GasConstant => gasConstant;

    /// <summary>δ = s·D with the molar density D: s [m³/mol].</summary>
    public double DensityScale => densityScale;

    /// <summary>Number of exponentials, the first of them e⁰.</summary>
    public int ExponentialCount => _exponentials.Count;

    /// <summary>Adds n·τ^t·δ^d·e^(E).</summary>
    /// <param name="exponential">E: −δ^c with (c, 0, 0), c > 0; zero with (0, 0, 0); −η·(δ − ½)² − β·(δ − ½) with (0, η, β).</param>
    /// <param name="power">d.</param>
    /// <param name="exponent">t.</param>
    /// <param name="coefficient">n.</param>
    public void Add((int Power, double Eta, double Beta) exponential, int power, double exponent, double coefficient)
    {
        int group = _exponentials.IndexOf(exponential);
        if (group < 0)
        {
            group = _exponentials.Count;
            _exponentials.Add(exponential);
        }

        (int Slot, double Exponent) key = ((group * Stride) + power, exponent);
        _collected.TryGetValue(key, out double sum);
        _collected[key] = sum + coefficient;
    }

    /// <summary>Closes the list of terms.</summary>
    public HelmholtzTerms Seal()
    {
        if (_exponentials.Count > MaxExponentials)
        {
            throw new InvalidOperationException("Too many exponentials.");
        }

        KeyValuePair<(int Slot, double Exponent), double>[] terms =
            [.. _collected.OrderBy(term => term.Key.Slot).ThenBy(term => term.Key.Exponent)];
        _slots = [.. terms.Select(term => term.Key.Slot)];
        _exponents = [.. terms.Select(term => term.Key.Exponent)];
        _coefficients = [.. terms.Select(term => term.Value)];
        return this;
    }

    /// <summary>Coefficients of the polynomials at one temperature.</summary>
    /// <param name="temperature">T [K], > 0.</param>
    /// <param name="polynomials">Room for <see cref="Stride"/> coefficients an exponential.</param>
    public void At(double temperature, Span<double> polynomials)
    {
        polynomials.Clear();
        double logarithm = Math.Log(reducingTemperature / temperature);
        for (int term = 0; term < _slots.Length; term++)
        {
            polynomials[_slots[term]] += _coefficients[term] * Math.Exp(_exponents[term] * logarithm);
        }
    }

    /// <summary>The same with the derivatives T·∂/∂T and T²·∂²/∂T² of the coefficients.</summary>
    public void At(double temperature, Span<double> polynomials, Span<double> first, Span<double> second)
    {
        polynomials.Clear();
        first.Clear();
        second.Clear();
        double logarithm = Math.Log(reducingTemperature / temperature);
        for (int term = 0; term < _slots.Length; term++)
        {
            double exponent = _exponents[term];
            double value = _coefficients[term] * Math.Exp(exponent * logarithm);
            polynomials[_slots[term]] += value;
            first[_slots[term]] -= exponent * value;
            second[_slots[term]] += exponent * (exponent + 1.0) * value;
        }
    }

    /// <summary>Sum of the polynomials with their exponentials at a density.</summary>
    /// <param name="polynomials">Coefficients.</param>
    /// <param name="density">δ, ≥ 0.</param>
    /// <param name="first">δ·∂a/∂δ.</param>
    /// <param name="second">δ²·∂²a/∂δ².</param>
    /// <returns>a.</returns>
    public double Evaluate(ReadOnlySpan<double> polynomials, double density, out double first, out double second)
    {
        double value = 0.0;
        double slope = 0.0;
        double curve = 0.0;
        for (int group = 0; group < _exponentials.Count; group++)
        {
            double p = 0.0;
            double p1 = 0.0;
            double p2 = 0.0;
            for (int at = ((group + 1) * Stride) - 1; at >= group * Stride; at--)
            {
                p2 = (p2 * density) + p1;
                p1 = (p1 * density) + p;
                p = (p * density) + polynomials[at];
            }

            p2 *= 2.0;
            (int power, double eta, double beta) = _exponentials[group];
            if (power == 0 && eta == 0.0 && beta == 0.0)
            {
                value += p;
                slope += p1;
                curve += p2;
                continue;
            }

            double e;
            double e1;
            double e2;
            if (power > 0)
            {
                double lower = Power(density, power - 1);
                e = -lower * density;
                e1 = -power * lower;
                e2 = power > 1 ? -power * (power - 1) * Power(density, power - 2) : 0.0;
            }
            else
            {
                double offset = density - 0.5;
                e = -offset * ((eta * offset) + beta);
                e1 = -(2.0 * eta * offset) - beta;
                e2 = -2.0 * eta;
            }

            double exponential = Math.Exp(e);
            value += p * exponential;
            slope += (p1 + (p * e1)) * exponential;
            curve += (p2 + (2.0 * p1 * e1) + (p * (e2 + (e1 * e1)))) * exponential;
        }

        first = density * slope;
        second = density * density * curve;
        return value;
    }

    private static double Power(double value, int power)
    {
        double result = 1.0;
        for (int i = 0; i < power; i++)
        {
            result *= value;
        }

        return result;
    }
}
