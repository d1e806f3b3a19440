namespace Corridor.Reporting.Maps;

/// <summary>Marks of energy not served: hatched circles whose area is in proportion to the energy.</summary>
internal static class ShortageMark
{
    /// <summary>Radius of the largest flow's energy, were it not served; the root makes area proportional.</summary>
    private const double LargestRadius = 60;

    /// <summary>Smallest radius that shows a hatch.</summary>
    private const double Smallest = 4;

    /// <summary>Shortages below this share of the largest flow are rounding.</summary>
    private const double Rounding = 1e-6;

    /// <summary>What is not served; in a difference, what is not served more (positive) or less (negative).</summary>
    public static double Amount(MapPlace place, int step) =>
        MapDirection.At(place.Curtailed, step) - (place.CurtailedBefore is null ? 0 : MapDirection.At(place.CurtailedBefore, step));

    /// <summary>Radius of the mark; 0 where everything is served.</summary>
    public static double Radius(FlowLayout layout, int place, int step)
    {
        MapPlace at = layout.Model.Places[place];
        double width = layout.Scale.Width(at.Carrier, Math.Abs(Amount(at, step)), step < 0 ? null : layout.Model.Steps[step].Days) / FlowScale.Widest;
        return width < Rounding ? 0 : Math.Max(Smallest, LargestRadius * Math.Sqrt(width));
    }
}
