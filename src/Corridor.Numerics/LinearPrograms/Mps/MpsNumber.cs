using System.Buffers.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Decimal numbers in ASCII.</summary>
internal static class MpsNumber
{
    private static readonly double[] PowerOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// Reads a number exactly rounded. Up to 2⁵³ in the digits and 10²² in the exponent one multiplication or division is exact
    /// (W. D. Clinger, PLDI 1990); up to 19 digits see <see cref="MpsLongNumber"/>; the rest goes to the library.
    /// </summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        int at = 0;
        bool negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            at = 1;
        }

        ulong digits = 0;
        int count = 0;
        int exponent = 0;
        bool point = false;
        for (; at < text.Length; at++)
        {
            uint digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                // Zeros in front are no digits; 19 fit.
                if (digits >= 1_000_000_000_000_000_000)
                    return Slow(text, out value);
                digits = (10 * digits) + digit;
                count++;
                if (point)
                    exponent--;
            }
            else if (text[at] == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }

        if (count == 0)
            return Slow(text, out value);
        if (at < text.Length && !TryExponent(text[at..], ref exponent))
            return Slow(text, out value);
        if (exponent is > 22 or < -22)
            return Slow(text, out value);
        double magnitude = digits > 1UL << 53 ? MpsLongNumber.Value(digits, exponent) : exponent < 0 ? digits / PowerOfTen[-exponent] : digits * PowerOfTen[exponent];
        value = negative ? -magnitude : magnitude;
        return true;
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        if (text[0] is not ((byte)'e' or (byte)'E') || text.Length is < 2 or > 5)
            return false;
        int at = text[1] is (byte)'-' or (byte)'+' ? 2 : 1;
        if (at == text.Length)
            return false;
        int power = 0;
        for (int k = at; k < text.Length; k++)
        {
            uint digit = (uint)(text[k] - '0');
            if (digit > 9)
                return false;
            power = (10 * power) + (int)digit;
        }

        exponent += text[1] == '-' ? -power : power;
        return true;
    }

    private static bool Slow(ReadOnlySpan<byte> text, out double value)
    {
        ReadOnlySpan<byte> unsigned = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (System.Text.Ascii.EqualsIgnoreCase(unsigned, "inf"u8) || System.Text.Ascii.EqualsIgnoreCase(unsigned, "infinity"u8))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length && !double.IsNaN(value);
    }
}
