namespace Corridor.Benchmarks.Cases;

/// <summary>
/// A linear congruential generator: s ← s·6364136223846793005 + 1442695040888963407 mod 2⁶⁴, advanced before each draw (D. E. Knuth's MMIX constants).
/// </summary>
internal struct Lcg(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number, uniform in [0, 1), of 53 bits.</summary>
    internal double Next()
    {
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (_state >> 11) * (1.0 / 9007199254740992.0);
    }

    /// <summary>a + b·u rounded to so many decimals, halves to even.</summary>
    internal double Next(double a, double b, int decimals) => Rounded(a + (b * Next()), decimals);

    /// <summary>x·10^k rounded to an integer, halves to even, over 10^k.</summary>
    internal static double Rounded(double x, int decimals)
    {
        double power = decimals switch { 3 => 1e3, 4 => 1e4, 5 => 1e5, _ => Math.Pow(10.0, decimals) };
        return Math.Round(x * power, MidpointRounding.ToEven) / power;
    }
}
