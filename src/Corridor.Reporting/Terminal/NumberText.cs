using System.Globalization;

namespace Corridor.Reporting.Terminal;

/// <summary>Numbers as people read them: three significant figures, halves rounded away from zero, thin spaces for thousands, a true minus sign.</summary>
public static class NumberText
{
    /// <summary>What stands for a figure that does not exist.</summary>
    public const string None = "–";

    /// <summary>How far below a half the third figure is still rounded up: a ten-millionth of the number at most, less than certificates promise.</summary>
    private const double Tie = 1e-5;

    private const char ThinSpace = '\u2009';

    /// <summary>A figure with three significant figures.</summary>
    /// <param name="value">Any number; null or not finite gives a dash.</param>
    /// <param name="scale">The size of what it belongs to: less than a hundred-thousandth of it is the solver's rounding, and shown as 0.</param>
    public static string Of(double? value, double scale = 0)
    {
        if (value is not { } number || !double.IsFinite(number))
            return None;
        if (number == 0 || Math.Abs(number) < 1e-5 * Math.Abs(scale))
            return "0";
        double size = Math.Abs(number);
        int exponent = (int)Math.Floor(Math.Log10(size));
        if (exponent is < -4 or > 14)
            return number.ToString("0.##E+0", CultureInfo.InvariantCulture).Replace('-', '−');
        // One rule for all figures: half away from zero. What the solver left below a half counts as a half, so that a sum agrees with its parts.
        double step = Math.Pow(10, Math.Abs(exponent - 2));
        double figures = Math.Floor((exponent >= 2 ? size / step : size * step) + 0.5 + Tie);
        string text = (exponent >= 2 ? figures * step : figures / step).ToString("F" + Math.Max(0, 2 - exponent), CultureInfo.InvariantCulture);
        // Rounding up to the next power of ten would show a figure too many: 9.996 is 10.0, not 10.00.
        if (exponent < 2 && figures >= 1000)
            text = (figures / step).ToString("F" + Math.Max(0, 1 - exponent), CultureInfo.InvariantCulture);
        return (number < 0 ? "−" : "") + Group(text);
    }

    /// <summary>A whole number with thin spaces.</summary>
    /// <param name="value">Any number.</param>
    public static string Count(long value) => (value < 0 ? "−" : "") + Group(Math.Abs(value).ToString(CultureInfo.InvariantCulture));

    /// <summary>Money in words: 412 billion.</summary>
    /// <param name="value">Amount of money; null or not finite gives a dash.</param>
    public static string Money(double? value) => value is not { } number || !double.IsFinite(number)
        ? None
        : Math.Abs(number) switch
        {
            >= 1e12 => Of(number / 1e12) + "\u00A0trillion",
            >= 1e9 => Of(number / 1e9) + "\u00A0billion",
            >= 1e6 => Of(number / 1e6) + "\u00A0million",
            _ => Of(number),
        };

    /// <summary>A residual: 3.1e-9.</summary>
    /// <param name="value">A number ≥ 0; null or not finite gives a dash.</param>
    public static string Residual(double? value) => value is not { } number || !double.IsFinite(number)
        ? None
        : number == 0 ? "0" : number.ToString("0.0e-0", CultureInfo.InvariantCulture);

    /// <summary>Seconds with one decimal.</summary>
    /// <param name="value">Seconds.</param>
    public static string Seconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture) + "\u00A0s";

    private static string Group(string digits)
    {
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int whole = point < 0 ? digits.Length : point;
        // Four digits read well without a gap.
        if (whole <= 4)
            return digits;
        var text = new System.Text.StringBuilder(digits.Length + 4);
        for (int i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % 3 == 0)
                text.Append(ThinSpace);
            text.Append(digits[i]);
        }

        return text.Append(digits.AsSpan(whole)).ToString();
    }
}
