namespace Corridor.Reporting.Maps;

/// <summary>How wide a text will be, whatever sans-serif font the reader has: estimated on the wide side.</summary>
internal static class TextWidth
{
    /// <summary>Wide fonts of common systems are about this much wider than Helvetica, whose widths are used.</summary>
    private const double Reserve = 1.17;

    /// <summary>Bold letters are about this much wider.</summary>
    private const double Bold = 1.12;

    /// <summary>Width of a text in units of the drawing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static double Of(string text, double size, bool bold = false)
    {
        double sum = 0;
        foreach (char c in text)
            sum += Of(c);
        return sum * size * Reserve * (bold ? Bold : 1);
    }

    private static double Of(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.23,
        ' ' or '.' or ',' or ':' or ';' or 'f' or 't' or 'I' or '/' or '!' or '\u2009' or '\u00A0' or '·' => 0.28,
        'r' or '(' or ')' or '-' => 0.33,
        'm' or 'M' or 'W' or 'w' or '%' or '@' => 0.86,
        '→' or '←' or '↑' or '↓' => 1,
        '+' or '−' or '=' or '°' => 0.72,
        >= 'A' and <= 'Z' => 0.7,
        >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uFF00' => 1,
        >= '\u0410' and <= '\u042F' => 0.72,
        _ => 0.56,
    };
}
