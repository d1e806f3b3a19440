using System.Globalization;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>Addresses of cells, such as <c>B12</c>.</summary>
public static class CellAddress
{
    private const int MostLetters = 3;
    private const int MostDigits = 7;

    /// <summary>The letters of a column: A, B, … Z, AA …</summary>
    /// <param name="column">Column, from 1.</param>
    public static string Letters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        int at = letters.Length;
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        return letters[at..].ToString();
    }

    /// <summary>The address of a cell.</summary>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 1; 0 for the whole row.</param>
    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(column == 0 ? "" : Letters(column))}{row}");

    /// <summary>The place of a cell: <c>file.xlsx [Sheet!B12]</c>.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="row">Row, from 1; 0 for the whole sheet.</param>
    /// <param name="column">Column, from 1; 0 for the whole row.</param>
    /// <param name="field">What the column is called; null where it is not known.</param>
    public static SourcePlace Place(string file, string sheet, int row, int column = 0, string? field = null) =>
        new(row == 0 ? $"{file} [{sheet}]" : $"{file} [{sheet}!{Of(row, column)}]", Field: field);

    /// <summary>Reads an address without dollar signs; false where it is none.</summary>
    /// <param name="text">The address.</param>
    /// <param name="row">Row, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        int at = 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && at < MostLetters; at++)
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        int digits = text.Length - at;
        if (at == 0 || digits is 0 or > MostDigits)
            return false;
        foreach (char c in text[at..])
        {
            if (!char.IsAsciiDigit(c))
                return false;
            row = (row * 10) + (c - '0');
        }

        return row > 0;
    }
}
