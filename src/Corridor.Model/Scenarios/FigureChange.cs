namespace Corridor.Model.Scenarios;

/// <summary>A figure of some rows changes.</summary>
public abstract record FigureChange : ScenarioChange
{
    /// <summary>The rows.</summary>
    public required RowSelector Rows { get; init; }

    /// <summary>Column of the figure; null for the usual one of the kind of change and the table.</summary>
    public ScenarioText? Of { get; init; }

    /// <summary>What is done to it.</summary>
    public required FigureEdit Edit { get; init; }
}
