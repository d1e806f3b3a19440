namespace Corridor.Model.Scenarios;

/// <summary>Columns of a payment channel, or its closing.</summary>
public sealed record ChannelChange : ScenarioChange
{
    /// <summary>Id of the channel.</summary>
    public required ScenarioText Channel { get; init; }

    /// <summary>Whether it is closed in the window.</summary>
    public bool Closed { get; init; }

    /// <summary>New values by column name.</summary>
    public IReadOnlyDictionary<string, ScenarioText> Columns { get; init; } = new Dictionary<string, ScenarioText>();
}
