using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Scenarios;
using Corridor.Model.Schema;

namespace Corridor.Data.Scenarios;

/// <summary>Reads a change of weather.</summary>
internal static class WeatherReader
{
    private static readonly string[] Sectors = [.. Enum.GetNames<DemandSector>().Select(SnakeCase.From), "all"];

    internal static ScenarioChange? Read(MapReader map)
    {
        List<ScenarioText> zones = map.Texts("weather");
        if (zones.Count == 0 && map.Take("weather") is null)
            map.Report(ScenarioFindings.MissingKey, map.PlaceOf("weather"), "'weather' (a zone or a list of zones) is missing.");
        MapReader? demand = map.Map("demand"), supply = map.Map("supply");
        Dictionary<string, double> factors = demand is null ? [] : BySector(demand, 0, 100);
        HeatingDegrees? temperature = map.Map("temperature") is { } inner ? Temperature(inner) : null;
        Dictionary<string, double> supplies = supply?.Numbers(0, 100) ?? [];
        ScenarioText? carrier = map.Text("carrier");
        if (map.Has("demand") && map.Has("temperature"))
            map.Report(ScenarioFindings.WrongKind, map.PlaceOf("temperature"), "The change states both 'demand' factors and a 'temperature' that they would follow from.", "Keep one of them.");
        if (!map.Has("demand") && !map.Has("temperature") && !map.Has("supply"))
            map.Report(ScenarioFindings.MissingKey, map.Place, "The change states neither 'demand' nor 'temperature' nor 'supply'.");
        return zones.Count == 0 ? null : new WeatherChange { Zones = zones, Carrier = carrier, Demand = factors, Temperature = temperature, Supply = supplies };
    }

    private static HeatingDegrees? Temperature(MapReader map)
    {
        double? normal = Required(map, "normal"), actual = Required(map, "actual");
        double threshold = map.Number("base", -100, 100) ?? 18;
        MapReader? share = map.Map("share");
        Dictionary<string, double> shares = share is null ? [] : BySector(share, 0, 1);
        if (!map.Has("share"))
            map.Report(ScenarioFindings.MissingKey, map.Place, "'share' (share of the demand that heats, by sector) is missing.");
        map.Finish();
        if (normal is not { } n || actual is not { } a)
            return null;
        if (n < threshold)
            return new HeatingDegrees(threshold, n, a, shares);
        map.Report(ScenarioFindings.WrongValue, map.PlaceOf("normal"), $"At a normal temperature of {CellFormat.Number(n)} °C nothing is heated: it must be below 'base', {CellFormat.Number(threshold)} °C.");
        return null;
    }

    private static double? Required(MapReader map, string key)
    {
        if (map.Take(key) is null)
            map.Report(ScenarioFindings.MissingKey, map.Place, $"'{key}' (mean temperature, °C) is missing.");
        return map.Number(key, -100, 100);
    }

    private static Dictionary<string, double> BySector(MapReader map, double least, double most)
    {
        Dictionary<string, double> numbers = map.Numbers(least, most);
        foreach (string key in map.Keys)
        {
            if (Sectors.Contains(key))
                continue;
            map.Report(ScenarioFindings.WrongValue, map.PlaceOf(key), $"'{YamlTree.Short(key)}' is no sector; expected one of {string.Join(", ", Sectors)}.", Suggestion.Ask(key, Sectors));
            numbers.Remove(key);
        }

        return numbers;
    }
}
