namespace Corridor.Model.Scenarios;

/// <summary>Columns of a rule, or its suspension.</summary>
public sealed record RuleChange : ScenarioChange
{
    /// <summary>Id of the rule.</summary>
    public required ScenarioText Rule { get; init; }

    /// <summary>Whether the rule is out of force in the window.</summary>
    public bool Off { get; init; }

    /// <summary>New values by column name.</summary>
    public IReadOnlyDictionary<string, ScenarioText> Columns { get; init; } = new Dictionary<string, ScenarioText>();
}
