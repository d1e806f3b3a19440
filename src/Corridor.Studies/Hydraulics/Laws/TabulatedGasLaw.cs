namespace Corridor.Studies.Hydraulics.Laws;

/// <summary>
/// A gas law at one temperature as piecewise polynomials in the pressure, for inner loops: ρ/p = M/(R·T·Z) is interpolated by polynomials of
/// degree 7 at Chebyshev points on pieces of equal width, and Φ is their exact integral, so that Φ' = ρ holds to round-off and both are
/// accurate relative to themselves down to vanishing pressure.
/// </summary>
/// <remarks>
/// The number of pieces doubles until ρ differs from the law by less than the tolerance at points between those interpolated. At another
/// temperature, or above the greatest pressure, calls go to the law itself.
/// </remarks>
public sealed class TabulatedGasLaw : IGasLaw
{
    private const int Points = 8;
    private const int IntegralTerms = Points + 1;
    private const int MaxPieces = 1024;

    private readonly IGasLaw _law;
    private readonly double _factor;
    private readonly double _perWidth;
    private readonly double[] _density;
    private readonly double[] _integral;
    private readonly double[] _start;

    private TabulatedGasLaw(IGasLaw law, double temperature, double pressureMax, double[] density)
    {
        _law = law;
        Temperature = temperature;
        PressureMax = pressureMax;
        PieceCount = density.Length / Points;
        double width = pressureMax / PieceCount;
        _perWidth = PieceCount / pressureMax;
        _factor = law.MolarMass / (GasLaws.GasConstant * temperature);
        _density = density;
        _integral = new double[PieceCount * IntegralTerms];
        _start = new double[PieceCount];
        double sum = 0.0;
        for (int piece = 0; piece < PieceCount; piece++)
        {
            // ∫₀ˢ (p₀ + h·t)·Σ cⱼ·tʲ·h dt = h·Σ (p₀·cⱼ₋₁ + h·cⱼ₋₂)·sʲ/j, j = 1 … 9.
            double begin = piece * width;
            Span<double> terms = _integral.AsSpan(piece * IntegralTerms, IntegralTerms);
            for (int j = 1; j <= IntegralTerms; j++)
            {
                double lower = j - 1 < Points ? begin * density[(piece * Points) + j - 1] : 0.0;
                double upper = j >= 2 ? width * density[(piece * Points) + j - 2] : 0.0;
                terms[j - 1] = width * (lower + upper) / j;
            }

            _start[piece] = sum;
            double rise = 0.0;
            for (int j = IntegralTerms - 1; j >= 0; j--)
            {
                rise += terms[j];
            }

            sum += rise;
        }
    }

    /// <inheritdoc/>
    public double MolarMass => _law.MolarMass;

    /// <summary>The temperature of the table [K].</summary>
    public double Temperature { get; }

    /// <summary>Greatest pressure of the table [Pa].</summary>
    public double PressureMax { get; }

    /// <summary>Number of pieces.</summary>
    public int PieceCount { get; }

    /// <summary>Tabulates a law.</summary>
    /// <param name="law">The law.</param>
    /// <param name="temperature">Temperature [K], > 0.</param>
    /// <param name="pressureMax">Greatest pressure [Pa], > 0.</param>
    /// <param name="tolerance">Greatest relative error of ρ and Z [1].</param>
    /// <returns>The table; null where the law has no gas at some pressure below the greatest, or the tolerance is out of reach.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive.</exception>
    public static TabulatedGasLaw? Build(IGasLaw law, double temperature, double pressureMax, double tolerance = 2e-11)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pressureMax);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        for (int pieces = 1; pieces <= MaxPieces; pieces *= 2)
        {
            double[]? density = Interpolate(law, temperature, pressureMax, pieces);
            if (density is null)
            {
                return null;
            }

            if (IsClose(law, temperature, pressureMax, density, tolerance))
            {
                return new TabulatedGasLaw(law, temperature, pressureMax, density);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public double Compressibility(double pressure, double temperature, out double derivative)
    {
        if (temperature != Temperature || !(pressure <= PressureMax))
        {
            return _law.Compressibility(pressure, temperature, out derivative);
        }

        double perPressure = Ratio(pressure, out double slope);
        double z = _factor / perPressure;
        derivative = -z * slope / perPressure;
        return z;
    }

    /// <inheritdoc/>
    public double Potential(double pressure, double temperature, out double density)
    {
        if (temperature != Temperature || !(pressure <= PressureMax))
        {
            return _law.Potential(pressure, temperature, out density);
        }

        return Potential(pressure, out density);
    }

    /// <summary>Φ and ρ at the temperature of the table.</summary>
    /// <param name="pressure">Absolute pressure [Pa], from 0 to <see cref="PressureMax"/>.</param>
    /// <param name="density">ρ [kg/m³].</param>
    public double Potential(double pressure, out double density)
    {
        double position = pressure * _perWidth;
        int piece = Piece(position);
        double s = position - piece;
        ReadOnlySpan<double> c = _density.AsSpan(piece * Points, Points);
        ReadOnlySpan<double> q = _integral.AsSpan(piece * IntegralTerms, IntegralTerms);
        density = pressure * (c[0] + (s * (c[1] + (s * (c[2] + (s * (c[3] + (s * (c[4] + (s * (c[5] + (s * (c[6] + (s * c[7]))))))))))))));
        return _start[piece]
            + (s * (q[0] + (s * (q[1] + (s * (q[2] + (s * (q[3] + (s * (q[4] + (s * (q[5] + (s * (q[6] + (s * (q[7] + (s * q[8])))))))))))))))));
    }

    /// <summary>ρ and ∂ρ/∂p at the temperature of the table.</summary>
    /// <param name="pressure">Absolute pressure [Pa], from 0 to <see cref="PressureMax"/>.</param>
    /// <param name="derivative">∂ρ/∂p [kg/(m³·Pa)].</param>
    public double Density(double pressure, out double derivative)
    {
        double perPressure = Ratio(pressure, out double slope);
        derivative = perPressure + (pressure * slope);
        return pressure * perPressure;
    }

    private double Ratio(double pressure, out double slope)
    {
        double position = pressure * _perWidth;
        int piece = Piece(position);
        double s = position - piece;
        ReadOnlySpan<double> c = _density.AsSpan(piece * Points, Points);
        double value = 0.0;
        double change = 0.0;
        for (int j = Points - 1; j >= 0; j--)
        {
            change = (change * s) + value;
            value = (value * s) + c[j];
        }

        slope = change * _perWidth;
        return value;
    }

    private int Piece(double position) => Math.Clamp((int)position, 0, PieceCount - 1);

    // Polynomials in s = (p − p₀)/h on each piece by Newton's divided differences at Chebyshev points, then expanded in powers of s.
    private static double[]? Interpolate(IGasLaw law, double temperature, double pressureMax, int pieces)
    {
        double width = pressureMax / pieces;
        double factor = law.MolarMass / (GasLaws.GasConstant * temperature);
        double[] result = new double[pieces * Points];
        double[] nodes = new double[Points];
        double[] differences = new double[Points];
        for (int j = 0; j < Points; j++)
        {
            nodes[j] = 0.5 - (0.5 * Math.Cos(Math.PI * ((2 * j) + 1) / (2 * Points)));
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            for (int j = 0; j < Points; j++)
            {
                double z = law.Compressibility((piece + nodes[j]) * width, temperature, out _);
                if (!(z > 0.0) || double.IsInfinity(z))
                {
                    return null;
                }

                differences[j] = factor / z;
            }

            for (int order = 1; order < Points; order++)
            {
                for (int j = Points - 1; j >= order; j--)
                {
                    differences[j] = (differences[j] - differences[j - 1]) / (nodes[j] - nodes[j - order]);
                }
            }

            Span<double> powers = result.AsSpan(piece * Points, Points);
            powers[0] = differences[Points - 1];
            for (int order = Points - 2; order >= 0; order--)
            {
                for (int j = Points - 1; j >= 1; j--)
                {
                    powers[j] = powers[j - 1] - (nodes[order] * powers[j]);
                }

                powers[0] = differences[order] - (nodes[order] * powers[0]);
            }
        }

        return result;
    }

    private static bool IsClose(IGasLaw law, double temperature, double pressureMax, double[] density, double tolerance)
    {
        int pieces = density.Length / Points;
        double factor = law.MolarMass / (GasLaws.GasConstant * temperature);
        for (int check = 0; check < 4 * pieces; check++)
        {
            // At 1/32, 9/32, 17/32 and 25/32 of a piece, none of them a point interpolated.
            double position = (check / 4) + ((1 + (8 * (check % 4))) / 32.0);
            double z = law.Compressibility(position * pressureMax / pieces, temperature, out _);
            double s = position - (check / 4);
            double value = 0.0;
            for (int j = Points - 1; j >= 0; j--)
            {
                value = (value * s) + density[((check / 4) * Points) + j];
            }

            if (!(Math.Abs((value * z / factor) - 1.0) <= tolerance))
            {
                return false;
            }
        }

        return true;
    }
}
