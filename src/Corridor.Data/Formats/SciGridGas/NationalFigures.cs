namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Consumption and supply of a country in a year.</summary>
/// <param name="Zone">Zone: the ISO code in lower case.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Demand">Consumption [bcm of 40 MJ/m³ gross, at 15 °C]; null where the country only supplies others.</param>
/// <param name="Supply">Production, or what is delivered to the modelled countries where the country only supplies others [bcm of 40 MJ/m³]; null where none is known.</param>
/// <param name="IsReported">Whether the figures are those of the Statistical Review for 2025; otherwise they are rounded by general knowledge.</param>
/// <param name="IsOnLand">Whether production lies mostly where the data set names none, so that it is spread over the country.</param>
internal sealed record NationalFigure(string Zone, string Name, double? Demand, double? Supply, bool IsReported, bool IsOnLand = false);

/// <summary>
/// Gas of European countries and their suppliers in 2025, in bcm of 40 MJ/m³ at 15 °C. Figures marked as reported are single figures of Energy Institute,
/// Statistical Review of World Energy 2026 (production, consumption, trade by pipeline); those of other countries are rounded by general knowledge so that the members of the
/// European Union add up to the 329.2 bcm consumed and the 33.9 bcm produced that the review states for the Union.
/// </summary>
internal static class NationalFigures
{
    /// <summary>Gigawatt-hours (gross) of a bcm of 40 MJ/m³.</summary>
    internal const double GigawattHours = 40_000.0 / 3.6;

    /// <summary>The figures, by zone.</summary>
    internal static IReadOnlyDictionary<string, NationalFigure> All { get; } = new NationalFigure[]
    {
        new("al", "Albania", 0.1, 0.1, false),
        new("am", "Armenia", 2.6, null, false),
        new("at", "Austria", 7.0, 0.6, false),
        new("az", "Azerbaijan", null, 25.5, false),
        new("ba", "Bosnia and Herzegovina", 0.2, null, false),
        new("be", "Belgium", 14.5, null, false),
        new("bg", "Bulgaria", 2.6, 0.02, false),
        new("by", "Belarus", 15.941, null, true),
        new("ch", "Switzerland", 2.8, null, false),
        new("cz", "Czechia", 6.6, 0.1, false),
        new("de", "Germany", 78.519, 3.737, true),
        new("dk", "Denmark", 2.2, 2.6, false),
        new("dz", "Algeria", null, 32.3, false),
        new("ee", "Estonia", 0.3, null, false),
        new("eg", "Egypt", null, 0, false),
        new("es", "Spain", 29.5, 0.05, false),
        new("fi", "Finland", 1.2, null, false),
        new("fr", "France", 33.0, 0.02, false),
        new("gb", "United Kingdom", 62.0, 29.0, false),
        new("ge", "Georgia", 3.2, 0.01, false),
        new("gr", "Greece", 6.9, null, false),
        new("hr", "Croatia", 2.6, 0.6, false),
        new("hu", "Hungary", 8.7, 1.7, false),
        new("ie", "Ireland", 5.1, 1.1, false),
        new("il", "Israel", null, 0, false),
        new("iq", "Iraq", null, 0, false),
        new("ir", "Iran", null, 7.413, true),
        new("it", "Italy", 61.3, 3.2, false),
        new("jo", "Jordan", null, 0, false),
        new("kz", "Kazakhstan", null, 0, false),
        new("lb", "Lebanon", null, 0, false),
        new("lt", "Lithuania", 1.6, null, false),
        new("lu", "Luxembourg", 0.6, null, false),
        new("lv", "Latvia", 0.8, null, false),
        new("ly", "Libya", null, 0.913, true),
        new("md", "Moldova", 0.9, null, false),
        new("mk", "North Macedonia", 0.3, null, false),
        new("mt", "Malta", 0.4, null, false),
        new("nl", "Netherlands", 26.5, 9.0, false),
        new("no", "Norway", 3.401, 120.56, true),
        new("pl", "Poland", 21.0, 3.4, false),
        new("ps", "Palestine", null, 0, false),
        new("pt", "Portugal", 3.9, null, false),
        new("ro", "Romania", 9.0, 7.6, false, true),
        new("rs", "Serbia", 2.7, 0.3, false),
        new("ru", "Russia", null, 51.896, true),
        new("se", "Sweden", 0.7, null, false),
        new("si", "Slovenia", 0.8, null, false),
        new("sk", "Slovakia", 4.2, 0.05, false),
        new("sy", "Syria", null, 0, false),
        new("tm", "Turkmenistan", null, 0.448, true),
        new("tn", "Tunisia", 4.6, 1.2, false),
        new("tr", "Türkiye", 56.448, 2.4, false, true),
        new("ua", "Ukraine", 22.531, 16.061, true, true),
    }.ToDictionary(f => f.Zone, StringComparer.Ordinal);

    /// <summary>Name of a country; null where it is not in the list.</summary>
    /// <param name="iso">ISO code, upper case.</param>
    internal static string? NameOf(string iso) => All.GetValueOrDefault(iso.ToLowerInvariant())?.Name;

    /// <summary>Supply of a zone [bcm of 40 MJ/m³]; null where none is known.</summary>
    /// <param name="zone">The zone.</param>
    internal static double? SupplyOf(string zone) => All.GetValueOrDefault(zone)?.Supply;
}
