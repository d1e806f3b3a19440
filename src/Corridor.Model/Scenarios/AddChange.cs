namespace Corridor.Model.Scenarios;

/// <summary>New rows of a table, with the checks of the cells of a file.</summary>
public sealed record AddChange : ScenarioChange
{
    /// <summary>Name of the table.</summary>
    public required ScenarioText Table { get; init; }

    /// <summary>The rows: text by column name.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, ScenarioText>> Rows { get; init; }
}
