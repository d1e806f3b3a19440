namespace Corridor.Reporting.Maps;

/// <summary>
/// Ten colours from an empty to a full line, light to dark: the map "cividis" in steps (J. R. Nuñez, C. R. Anderton, R. S. Renslow,
/// Optimizing colormaps with consideration for color vision deficiency, PLoS ONE 13(7), 2018).
/// </summary>
public static class UtilisationRamp
{
    /// <summary>At this utilisation a line is at capacity.</summary>
    public const double Full = 0.995;

    /// <summary>Colours, 0–10 % first.</summary>
    public static IReadOnlyList<string> Colours { get; } =
        ["#FEE838", "#E1CC55", "#C3B369", "#A59C74", "#8A8678", "#707173", "#575D6D", "#3B496C", "#123570", "#00224E"];

    /// <summary>Class of a utilisation.</summary>
    /// <param name="utilisation">Share, 0 … 1.</param>
    /// <returns>Index into <see cref="Colours"/>.</returns>
    public static int Class(double utilisation) => Math.Clamp((int)(utilisation * 10), 0, 9);
}
