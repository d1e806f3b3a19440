namespace Corridor.Model.Scenarios;

/// <summary>Assets, or the assets of projects, go into operation for the window.</summary>
public sealed record BuildChange : ScenarioChange
{
    /// <summary>Ids of assets, fleets, payment channels or projects.</summary>
    public required IReadOnlyList<ScenarioText> Ids { get; init; }
}
