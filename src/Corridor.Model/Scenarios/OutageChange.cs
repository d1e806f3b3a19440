namespace Corridor.Model.Scenarios;

/// <summary>Assets lose capacity: a row of <c>outages</c> for each.</summary>
public sealed record OutageChange : ScenarioChange
{
    /// <summary>The assets.</summary>
    public required RowSelector Assets { get; init; }

    /// <summary>Share of the capacity lost [1], from 0 to 1.</summary>
    public double Share { get; init; } = 1;
}
