using System.Buffers.Text;

namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>Reads unsigned decimal numbers as MATLAB writes them, correctly rounded.</summary>
internal static class MatpowerNumber
{
    private const int MostDigits = 15;
    private const int MostExactPower = 22;
    private const int LongestText = 400;

    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads the number that begins at the start of a text.</summary>
    /// <param name="text">The text, beginning with a digit or a point.</param>
    /// <param name="value">The number; ∞ where it is too large.</param>
    /// <returns>How many bytes it takes; 0 where there is none.</returns>
    internal static int Read(ReadOnlySpan<byte> text, out double value)
    {
        value = 0.0;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        int at = 0;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
            Take(text[at], ref mantissa, ref digits);
        int whole = at;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++, scale--)
                Take(text[at], ref mantissa, ref digits);
            if (at == whole + 1 && whole == 0)
                return 0;
        }

        if (at == 0)
            return 0;
        int exponent = 0;
        int end = at;
        bool isFortran = false;
        if (at < text.Length && (text[at] | 0x20) is 'e' or 'd')
        {
            isFortran = (text[at] | 0x20) == 'd';
            int sign = at + 1 < text.Length && text[at + 1] is (byte)'-' or (byte)'+' ? 1 : 0;
            bool isNegative = sign == 1 && text[at + 1] == '-';
            int first = at + 1 + sign;
            int last = first;
            for (; last < text.Length && (uint)(text[last] - '0') <= 9; last++)
                exponent = Math.Min((exponent * 10) + text[last] - '0', 100_000);
            if (last == first)
                return 0;
            exponent = isNegative ? -exponent : exponent;
            end = last;
        }

        // Clinger's fast path: a mantissa and a power of ten that are both exact give a product or quotient that is rounded once.
        int power = exponent + scale;
        if (digits <= MostDigits && Math.Abs(power) <= MostExactPower)
        {
            value = power < 0 ? mantissa / Powers[-power] : mantissa * Powers[power];
            return end;
        }

        return Slowly(text, at, end, isFortran, out value);
    }

    private static void Take(byte digit, ref long mantissa, ref int digits)
    {
        if (digits > MostDigits)
            return;
        mantissa = (mantissa * 10) + digit - '0';
        if (mantissa != 0)
            digits++;
    }

    private static int Slowly(ReadOnlySpan<byte> text, int letter, int end, bool isFortran, out double value)
    {
        value = 0.0;
        if (end > LongestText)
            return 0;
        Span<byte> copy = stackalloc byte[end];
        text[..end].CopyTo(copy);
        if (isFortran)
            copy[letter] = (byte)'e';
        return Utf8Parser.TryParse(copy, out value, out int used) && used == end ? end : 0;
    }
}
