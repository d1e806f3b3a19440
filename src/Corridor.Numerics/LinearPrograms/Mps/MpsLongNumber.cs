using System.Numerics;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// Numbers of 17 to 19 digits, exactly rounded: the digits times a power of ten of 128 bits, of which 64 are enough for nearly all
/// (D. Lemire, Number parsing at a gigabyte per second, Software: Practice and Experience 51, 2021; N. Mushtak and D. Lemire, Fast number
/// parsing without fallback, 2023, shows that no case is left).
/// </summary>
internal static class MpsLongNumber
{
    private const int Largest = 22;

    // Powers of five, their first bit set; those below one are rounded up.
    private static readonly UInt128[] Power = Powers();

    /// <summary>digits · 10^exponent rounded to the nearest, ties to even.</summary>
    /// <param name="digits">Not zero.</param>
    /// <param name="exponent">−22 … 22.</param>
    public static double Value(ulong digits, int exponent)
    {
        int zeros = BitOperations.LeadingZeroCount(digits);
        ulong scaled = digits << zeros;
        UInt128 power = Power[exponent + Largest];
        ulong high = Math.BigMul(scaled, (ulong)(power >> 64), out ulong low);
        if ((high & 0x1FF) == 0x1FF)
        {
            ulong carry = Math.BigMul(scaled, (ulong)power, out _);
            low += carry;
            if (low < carry)
                high++;
        }

        int top = (int)(high >> 63);
        int shift = top + 9;
        ulong mantissa = high >> shift;
        int binary = ((217706 * exponent) >> 16) + 63 + top - zeros + 1023;

        // Halfway between two numbers, and even is below.
        if (low <= 1 && exponent >= -4 && (mantissa & 3) == 1 && mantissa << shift == high)
            mantissa &= ~1UL;
        mantissa = (mantissa + (mantissa & 1)) >> 1;
        if (mantissa >= 1UL << 53)
        {
            mantissa = 1UL << 52;
            binary++;
        }

        return BitConverter.UInt64BitsToDouble((mantissa & ~(1UL << 52)) | ((ulong)binary << 52));
    }

    private static UInt128[] Powers()
    {
        var power = new UInt128[(2 * Largest) + 1];
        for (int q = -Largest; q <= Largest; q++)
        {
            BigInteger five = BigInteger.Pow(5, Math.Abs(q));
            int bits = (int)five.GetBitLength();
            BigInteger scaled = q >= 0 ? five << (128 - bits) : ((BigInteger.One << (bits + 127)) / five) + 1;
            power[q + Largest] = (UInt128)scaled;
        }

        return power;
    }
}
