namespace Corridor.Model.Scenarios;

/// <summary>Any column of a row.</summary>
public sealed record SetChange : ScenarioChange
{
    /// <summary>Name of the table.</summary>
    public required ScenarioText Table { get; init; }

    /// <summary>Id of the row; several key columns joined by <c>/</c>.</summary>
    public required ScenarioText Id { get; init; }

    /// <summary>Name of the column.</summary>
    public required ScenarioText Column { get; init; }

    /// <summary>What is done to it; a text, date or name as the value.</summary>
    public required FigureEdit Edit { get; init; }
}
