using System.Globalization;
using Corridor.Model.Units;

namespace Corridor.Model.Schema;

/// <summary>Writes a value as the text of a cell, so that <see cref="CellText"/> reads the same value again.</summary>
public static class CellFormat
{
    /// <summary>The text of a value; empty for null and for an empty list.</summary>
    /// <param name="column">Column of the value.</param>
    /// <param name="value">Value as the property holds it.</param>
    /// <exception cref="ArgumentException">A text that no cell can hold: a list's item with a semicolon, a number that is not finite.</exception>
    public static string Write(ColumnSchema column, object? value) => value switch
    {
        null => "",
        string text => text,
        IReadOnlyList<string> items => Join(column, items),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum name => column.EnumerationName(name),
        AmountUnit or RateUnit or PriceUnit => value.ToString()!,
        Length or Pressure or Power => Number(InStandardUnit(column, value)),
        _ => Number(column.NumberIn(value) ?? throw new ArgumentException($"No cell of {column} holds a {value.GetType().Name}.", nameof(value))),
    };

    /// <summary>The shortest text that reads as the same number.</summary>
    /// <param name="number">A finite number.</param>
    public static string Number(double number) => double.IsFinite(number)
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : throw new ArgumentException("Only finite numbers are written.", nameof(number));

    /// <summary>
    /// The number in the column's unit that converts to the value held. Division may miss it by a unit in the last place,
    /// so the neighbours are tried: what was read from a cell is always found again.
    /// </summary>
    private static double InStandardUnit(ColumnSchema column, object value)
    {
        double number = column.NumberIn(value)!.Value;
        double above = number;
        double below = number;
        for (int step = 0; step <= 8; step++)
        {
            if (Holds(column, above, value))
                return above;
            if (Holds(column, below, value))
                return below;
            above = Math.BitIncrement(above);
            below = Math.BitDecrement(below);
        }

        return number;
    }

    private static bool Holds(ColumnSchema column, double number, object value) =>
        CellText.TryQuantity(column, number, null, out object? held, out _) && held.Equals(value);

    private static string Join(ColumnSchema column, IReadOnlyList<string> items)
    {
        foreach (string item in items)
        {
            if (item.Length == 0 || item.Contains(';', StringComparison.Ordinal) || item.Trim() != item)
                throw new ArgumentException($"An item of {column} is empty, has blanks around it or a semicolon in it.", nameof(items));
        }

        return string.Join(';', items);
    }
}
