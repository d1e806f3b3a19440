using Corridor.Model.Findings;

namespace Corridor.Model.Scenarios;

/// <summary>A value as a scenario's file states it: text that is read when the column that it is for is known.</summary>
/// <param name="Text">Text without blanks around it; empty for a cell that is to be cleared. A quantity may name its unit after a blank: <c>44 bcm@20C/year</c>.</param>
/// <param name="Place">Where it stands.</param>
public readonly record struct ScenarioText(string Text, SourcePlace Place);
