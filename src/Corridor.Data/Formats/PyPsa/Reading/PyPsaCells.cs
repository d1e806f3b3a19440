using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads the format's cells.</summary>
internal static class PyPsaCells
{
    /// <summary>Reads a number as the format's programs write it, infinities included; NaN for an empty cell and for the words that mean none.</summary>
    /// <returns>False where it is none.</returns>
    internal static bool TryNumber(ReadOnlySpan<byte> cell, out double value)
    {
        cell = cell.Trim((byte)' ');
        value = double.NaN;
        if (cell.IsEmpty)
            return true;
        if (Utf8Parser.TryParse(cell, out value, out int used) && used == cell.Length && double.IsFinite(value) && cell[^1] is >= (byte)'0' and <= (byte)'9' or (byte)'.')
            return true;
        if (IsWord(cell))
        {
            value = double.NaN;
            return true;
        }

        bool isNegative = cell[0] == '-';
        ReadOnlySpan<byte> word = cell[0] is (byte)'-' or (byte)'+' ? cell[1..] : cell;
        if (Ascii.EqualsIgnoreCase(word, "inf"u8) || Ascii.EqualsIgnoreCase(word, "infinity"u8))
        {
            value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        return double.TryParse(cell, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Reads a switch: true or false in any spelling of the format's programs and of spreadsheets, or a number; NaN for an empty cell.</summary>
    /// <returns>False where it is none.</returns>
    internal static bool TryFlag(ReadOnlySpan<byte> cell, out double value)
    {
        cell = cell.Trim((byte)' ');
        foreach (string word in (ReadOnlySpan<string>)["true", "t", "yes", "y"])
        {
            if (EqualsWord(cell, word))
            {
                value = 1;
                return true;
            }
        }

        foreach (string word in (ReadOnlySpan<string>)["false", "f", "no", "n"])
        {
            if (EqualsWord(cell, word))
            {
                value = 0;
                return true;
            }
        }

        return TryNumber(cell, out value) && (double.IsNaN(value) || value is 0 or 1);
    }

    /// <summary>Whether a cell is empty, or says that it is.</summary>
    internal static bool IsEmpty(ReadOnlySpan<byte> cell)
    {
        cell = cell.Trim((byte)' ');
        return cell.IsEmpty || IsWord(cell);
    }

    private static bool IsWord(ReadOnlySpan<byte> cell) =>
        EqualsWord(cell, "nan") || EqualsWord(cell, "none") || EqualsWord(cell, "na") || EqualsWord(cell, "n/a") || EqualsWord(cell, "null") || EqualsWord(cell, "<na>") || EqualsWord(cell, "nat");

    private static bool EqualsWord(ReadOnlySpan<byte> cell, string word) => Ascii.EqualsIgnoreCase(cell, word);
}
