using System.Globalization;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics;

/// <summary>Spans of time in the unit that suits their length.</summary>
internal static class TimeText
{
    private const double Minute = 60;
    private const double Hour = 3600;
    private const double Day = 86400;

    /// <summary>Seconds in one unit of the axis for a run of some length.</summary>
    public static double Unit(double seconds) => seconds > 10 * Day ? Day : seconds > 3 * Hour ? Hour : seconds > 10 * Minute ? Minute : 1;

    /// <summary>Name of that unit.</summary>
    public static string Name(double seconds) => Unit(seconds) switch
    {
        Day => "days",
        Hour => "h",
        Minute => "min",
        _ => "s",
    };

    /// <summary>A span: "45 s", "12.5 min", "3 h 20 min", "4.2 days".</summary>
    public static string Of(double seconds)
    {
        if (!double.IsFinite(seconds))
            return NumberText.None;
        if (Math.Abs(seconds) < 10 * Minute)
            return Math.Abs(seconds) < Minute ? NumberText.Of(seconds) + "\u00A0s" : NumberText.Of(seconds / Minute) + "\u00A0min";
        if (Math.Abs(seconds) > 4 * Day)
            return NumberText.Of(seconds / Day) + "\u00A0days";
        long minutes = (long)Math.Round(seconds / Minute);
        string rest = (minutes % 60).ToString(CultureInfo.InvariantCulture);
        return minutes < 60 ? rest + "\u00A0min" : minutes % 60 == 0 ? NumberText.Count(minutes / 60) + "\u00A0h" : $"{NumberText.Count(minutes / 60)}\u00A0h {rest}\u00A0min";
    }
}
