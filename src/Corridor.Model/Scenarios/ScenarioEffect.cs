namespace Corridor.Model.Scenarios;

/// <summary>What a change did to one figure, or the row that it added: the record of it for people and for comparison.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Change">The change.</param>
/// <param name="Table">Table of the row.</param>
/// <param name="Id">Id of the row; several key columns joined by <c>/</c>.</param>
/// <param name="Column">Column of the figure; null for a row that was added or taken out.</param>
/// <param name="Before">The figure before, as a cell's text; null where it differs by date, or for an added row.</param>
/// <param name="After">The figure after, as a cell's text in the unit of the row; null where it differs by date, or for a row taken out.</param>
/// <param name="Window">The days on which it holds.</param>
public sealed record ScenarioEffect(string Scenario, ScenarioChange Change, string Table, string Id, string? Column, string? Before, string? After, DateWindow Window);
