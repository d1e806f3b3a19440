namespace Corridor.Numerics.SparseLu;

/// <summary>Scales of rows: the reciprocal of the power of two next below the greatest absolute value, so that scaling rounds nothing.</summary>
internal static class RowScaling
{
    /// <summary>Finds the greatest absolute value of each row.</summary>
    /// <param name="rowIndex">Row of each entry.</param>
    /// <param name="values">The entries.</param>
    /// <param name="greatest">Receives it by row.</param>
    /// <returns>Whether all entries are finite.</returns>
    internal static bool Greatest(ReadOnlySpan<int> rowIndex, ReadOnlySpan<double> values, Span<double> greatest)
    {
        greatest.Clear();
        bool finite = true;
        for (int p = 0; p < values.Length; p++)
        {
            double size = Math.Abs(values[p]);
            finite &= size <= double.MaxValue;
            if (size > greatest[rowIndex[p]])
                greatest[rowIndex[p]] = size;
        }

        return finite;
    }

    /// <summary>The scale of a row.</summary>
    /// <param name="greatest">Its greatest absolute value, ≥ 0; 1 is returned for 0.</param>
    internal static double Of(double greatest)
    {
        if (greatest == 0.0)
            return 1.0;
        long exponent = Math.Clamp(BitConverter.DoubleToInt64Bits(greatest) >> 52, 1, 2045);
        return BitConverter.Int64BitsToDouble((2046 - exponent) << 52);
    }
}
