namespace Corridor.Model.Scenarios;

/// <summary>What is done to a figure: exactly one of a new value, a factor, and an amount to add.</summary>
public sealed record FigureEdit
{
    /// <summary>The new value; it may name its unit.</summary>
    public ScenarioText? Value { get; init; }

    /// <summary>Multiplies what holds [1]; at or above zero.</summary>
    public double? Factor { get; init; }

    /// <summary>Is added to what holds; it may name its unit and be below zero.</summary>
    public ScenarioText? Add { get; init; }

    /// <summary>Unit of the value or of what is added; null for that of the row.</summary>
    public ScenarioText? Unit { get; init; }
}
