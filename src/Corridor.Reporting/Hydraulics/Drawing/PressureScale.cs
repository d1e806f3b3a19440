using System.Globalization;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>Classes of pressure with round bounds, and their colours on the ramp of utilisation: light is low, dark is high.</summary>
internal sealed class PressureScale
{
    private const int MostClasses = 10;

    /// <summary>Chooses the classes.</summary>
    /// <param name="least">Least pressure [bar].</param>
    /// <param name="most">Greatest pressure [bar].</param>
    public PressureScale(double least, double most)
    {
        if (!double.IsFinite(least) || !double.IsFinite(most) || most < least)
            (least, most) = (0, 1);
        double span = Math.Max(most - least, 1e-6 * Math.Max(1, most));
        double power = Math.Pow(10, Math.Floor(Math.Log10(span / MostClasses)));
        foreach (double digit in new[] { 1, 2, 2.5, 5, 10, 20 })
        {
            Step = digit * power;
            Least = Math.Floor((least / Step) + 1e-9) * Step;
            Count = Math.Max(1, (int)Math.Ceiling(((most - Least) / Step) - 1e-9));
            if (Count <= MostClasses)
                break;
        }
    }

    /// <summary>Lower bound of the first class [bar].</summary>
    public double Least { get; }

    /// <summary>Width of a class [bar].</summary>
    public double Step { get; }

    /// <summary>Number of classes, 1 … 10.</summary>
    public int Count { get; }

    /// <summary>The class of a pressure.</summary>
    /// <param name="bar">Pressure [bar].</param>
    public int Class(double bar) => Math.Clamp((int)Math.Floor((bar - Least) / Step), 0, Count - 1);

    /// <summary>Step of the ramp that a class has, 0 … 9.</summary>
    /// <param name="index">The class.</param>
    public int Colour(int index) => Count == 1 ? 4 : (int)Math.Round((double)index * (UtilisationRamp.Colours.Count - 1) / (Count - 1));

    /// <summary>Lower bound of a class in words.</summary>
    /// <param name="index">The class; <see cref="Count"/> for the upper bound of the last.</param>
    public string Bound(int index)
    {
        int decimals = (int)Math.Clamp(Math.Ceiling(-Math.Log10(Step) - 1e-9), 0, 9);
        if (Math.Abs((Step * Math.Pow(10, decimals)) - Math.Round(Step * Math.Pow(10, decimals))) > 1e-6)
            decimals++;
        return (Least + (index * Step)).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
