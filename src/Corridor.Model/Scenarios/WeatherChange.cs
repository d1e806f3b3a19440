namespace Corridor.Model.Scenarios;

/// <summary>Weather over zones: it scales demands by sector, and the output of water, wind and sun.</summary>
public sealed record WeatherChange : ScenarioChange
{
    /// <summary>The zones; those within them count as well.</summary>
    public required IReadOnlyList<ScenarioText> Zones { get; init; }

    /// <summary>Carrier of the demands; null for all.</summary>
    public ScenarioText? Carrier { get; init; }

    /// <summary>Factor on the demands [1], by sector as stored in tables; <c>all</c> for those not named.</summary>
    public IReadOnlyDictionary<string, double> Demand { get; init; } = new Dictionary<string, double>();

    /// <summary>Temperature that the factors on demands follow from; null where they are given.</summary>
    public HeatingDegrees? Temperature { get; init; }

    /// <summary>Factor on the capacity of supplies [1], by id or pattern with <c>*</c>; only those within the zones count.</summary>
    public IReadOnlyDictionary<string, double> Supply { get; init; } = new Dictionary<string, double>();
}
