using System.Globalization;

namespace Corridor.Reporting.Charts;

/// <summary>Numbers as SVG wants them.</summary>
internal static class SvgText
{
    /// <summary>A coordinate with one decimal at most; what is not finite becomes 0.</summary>
    public static string Of(double value)
    {
        double rounded = double.IsFinite(value) ? Math.Round(value, 1) : 0;
        return (rounded == 0 ? 0 : rounded).ToString(CultureInfo.InvariantCulture);
    }
}
