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

    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double head = rough / power;
        return (head <= 1 ? 1 : head <= 2 ? 2 : head <= 2.5 ? 2.5 : head <= 5 ? 5 : 10) * power;
    }
}
