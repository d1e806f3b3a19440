namespace Corridor.Model.Scenarios;

/// <summary>Columns of a contract, or its suspension: nothing is delivered, and nothing is owed.</summary>
public sealed record ContractChange : ScenarioChange
{
    /// <summary>Id of the contract.</summary>
    public required ScenarioText Contract { get; init; }

    /// <summary>Whether it is suspended in the window.</summary>
    public bool Suspended { get; init; }

    /// <summary>New values by column name.</summary>
    public IReadOnlyDictionary<string, ScenarioText> Columns { get; init; } = new Dictionary<string, ScenarioText>();
}
