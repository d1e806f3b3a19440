using System.Globalization;

namespace Corridor.Reporting.Backtest;

/// <summary>Deviations as people read them.</summary>
public static class DeviationText
{
    /// <summary>Absolute deviation above which a cause is told.</summary>
    public const double Notable = 0.10;

    /// <summary>Absolute deviation above which a cause must be named.</summary>
    public const double Large = 0.25;

    /// <summary>A signed share in percent: "+8 %", "−0.4 %", "0 %".</summary>
    /// <param name="share">Share of one; NaN gives a dash.</param>
    public static string Of(double share)
    {
        if (!double.IsFinite(share))
            return "–";
        double percent = Math.Abs(share) * 100;
        string text = percent < 0.05 ? "0" : percent.ToString(percent < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
        return (text == "0" ? "" : share > 0 ? "+" : "−") + text + "\u00A0%";
    }

    /// <summary>A share without sign: "8.2 %".</summary>
    /// <param name="share">Share of one, ≥ 0; NaN gives a dash.</param>
    public static string Unsigned(double share) => Of(share).TrimStart('+');
}
