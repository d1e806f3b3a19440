namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// How exactly the limits of pressure count in a run, in this one place: exits, the watch over protected customers and the list of limits passed use the same
/// figure. A regulator that holds just what its customers need leaves them a few tenths of a pascal less, by the resistance that every element has.
/// </summary>
internal static class PressureSlack
{
    /// <summary>Share of a limit by which it may be missed [1].</summary>
    internal const double Share = 1e-4;

    /// <summary>Lowest pressure that still meets a lower limit [Pa].</summary>
    internal static double Least(double limit) => limit * (1.0 - Share);

    /// <summary>Share of a limit up to which it counts as kept [1].</summary>
    internal static double Most => 1.0 + Share;
}
