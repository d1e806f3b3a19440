namespace Corridor.Model.Units;

/// <content>Duration, ratio, electric quantities.</content>
public static partial class UnitTable
{
    private static Unit[] Others() =>
    [
        new("h", Dimension.Duration, 1, 0, Si, "canonical", "hour", "hours", "hr"),
        new("s", Dimension.Duration, 1.0 / 3600, 0, Si, "", "second"),
        new("min", Dimension.Duration, 1.0 / 60, 0, Si, "", "minute"),
        new("d", Dimension.Duration, 24, 0, Si, "", "day", "days"),
        new("week", Dimension.Duration, 168, 0, Definition, "7 days", "weeks"),
        new("year", Dimension.Duration, 8760, 0, Definition, "365 days exactly, so that a yearly rate is the same daily rate in every year", "years", "yr", "y", "a"),

        new("share", Dimension.Ratio, 1, 0, Definition, "canonical; 1 = the whole", "1"),
        new("%", Dimension.Ratio, 1e-2, 0, Definition, "per cent", "percent"),
        new("permille", Dimension.Ratio, 1e-3, 0, Definition, "per thousand", "‰"),
        new("ppm", Dimension.Ratio, 1e-6, 0, Definition, "per million"),

        new("kV", Dimension.Voltage, 1, 0, Si, "canonical"),
        new("V", Dimension.Voltage, 1e-3, 0, Si, ""),
        new("ohm", Dimension.Impedance, 1, 0, Si, "canonical", "\u03A9", "\u2126"),
    ];
}
