using System.Collections.Frozen;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Series;

/// <summary>Units as the publishers of series print them.</summary>
internal static class SeriesUnits
{
    private static readonly FrozenDictionary<string, string> Prices = new Dictionary<string, string>
    {
        ["$/bbl"] = "USD/bbl",
        ["us$/bbl"] = "USD/bbl",
        ["dollars per barrel"] = "USD/bbl",
        ["dollar per barrel"] = "USD/bbl",
        ["$/barrel"] = "USD/bbl",
        ["$/mmbtu"] = "USD/MMBtu_gross",
        ["us$/mmbtu"] = "USD/MMBtu_gross",
        ["usd/mmbtu"] = "USD/MMBtu_gross",
        ["dollars per million btu"] = "USD/MMBtu_gross",
        ["dollars per million british thermal units"] = "USD/MMBtu_gross",
        ["$/mt"] = "USD/t",
        ["$/t"] = "USD/t",
        ["us$/mt"] = "USD/t",
        ["dollars per metric ton"] = "USD/t",
        ["$/st"] = "USD/short_ton",
        ["dollars per short ton"] = "USD/short_ton",
        ["$/gal"] = "USD/gal_US",
        ["dollars per gallon"] = "USD/gal_US",
        ["eur/mwh"] = "EUR/MWh_gross",
        ["€/mwh"] = "EUR/MWh_gross",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The price unit of a printed one; null where it is no price of an amount of energy, mass or volume.</summary>
    public static PriceUnit? Price(string printed)
    {
        string text = printed.Trim().Trim('(', ')', '[', ']').Trim();
        string spelling = Prices.GetValueOrDefault(text, text);
        return PriceUnit.TryParse(spelling, out PriceUnit? unit, out _) && !unit.IsDistanceBased ? unit : null;
    }

    /// <summary>Energy of a flow in a day: the unit of the amount; null where it is none.</summary>
    public static AmountUnit? Daily(string printed) => printed.Trim().ToLowerInvariant() switch
    {
        "kwh/d" or "kwh" => AmountUnit.Parse("kWh_gross"),
        "mwh/d" or "mwh" => AmountUnit.Parse("MWh_gross"),
        "gwh/d" or "gwh" => AmountUnit.Parse("GWh_gross"),
        _ => null,
    };
}
