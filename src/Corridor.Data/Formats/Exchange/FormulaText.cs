using System.Globalization;

namespace Corridor.Data.Formats.Exchange;

/// <summary>Texts that a spreadsheet which opens a CSV file would take for a formula.</summary>
public static class FormulaText
{
    /// <summary>Whether a text begins with =, +, -, @, a tabulator or a carriage return and is no plain number.</summary>
    /// <param name="text">Text of a cell.</param>
    public static bool Is(string? text) =>
        text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
