using System.Globalization;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Charts;

/// <summary>An axis from and to round numbers, with three to six marks.</summary>
public sealed class NiceScale
{
    /// <summary>Makes an axis that holds all values.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Largest value.</param>
    /// <param name="zero">Whether the axis must hold zero, as areas and bars ask for.</param>
    public NiceScale(double least, double most, bool zero)
    {
        if (!double.IsFinite(least) || !double.IsFinite(most) || most < least)
            (least, most) = (0, 1);
        if (zero)
            (least, most) = (Math.Min(least, 0), Math.Max(most, 0));
        if (most - least <= 1e-12 * Math.Max(Math.Abs(most), Math.Abs(least)))
            (least, most) = least == 0 ? (0, 1) : (Math.Min(0, least), Math.Max(0, most));
        Step = RoundStep((most - least) / 4);
        Least = Math.Floor((least / Step) + 1e-9) * Step;
        Most = Math.Ceiling((most / Step) - 1e-9) * Step;
    }

    /// <summary>Distance of the marks.</summary>
    public double Step { get; }

    /// <summary>Start of the axis.</summary>
    public double Least { get; }

    /// <summary>End of the axis.</summary>
    public double Most { get; }

    /// <summary>The marks, from the least to the largest.</summary>
    public IEnumerable<double> Marks
    {
        get
        {
            int count = (int)Math.Round((Most - Least) / Step);
            for (int i = 0; i <= count; i++)
                yield return Math.Round((Least / Step) + i) * Step;
        }
    }

    /// <summary>A mark with as many decimals as the distance of the marks needs.</summary>
    /// <param name="mark">One of <see cref="Marks"/>.</param>
    public string Label(double mark)
    {
        if (Math.Abs(mark) < 1e-9 * Step)
            return "0";
        int decimals = (int)Math.Clamp(-Math.Floor(Math.Log10(Step * 1.0001)), 0, 12);
        if (decimals < 12 && Math.Abs((Step * Math.Pow(10, decimals)) - Math.Round(Step * Math.Pow(10, decimals))) > 1e-6)
            decimals++;
        return Math.Abs(mark) >= 10000 ? NumberText.Of(mark) : mark.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double head = rough / power;
        return (head <= 1 ? 1 : head <= 2 ? 2 : head <= 2.5 ? 2.5 : head <= 5 ? 5 : 10) * power;
    }
}
