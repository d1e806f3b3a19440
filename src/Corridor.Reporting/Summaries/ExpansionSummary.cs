namespace Corridor.Reporting.Summaries;

/// <summary>A capacity that the run chose, in the unit in which the package states it.</summary>
/// <param name="Id">Id of the asset.</param>
/// <param name="Kind"><c>supply</c>, <c>arc</c>, <c>storage</c> or <c>converter</c>.</param>
/// <param name="Unit">Unit of the capacities.</param>
/// <param name="Installed">What stands already.</param>
/// <param name="Chosen">What is chosen, ≥ 0.</param>
/// <param name="Least">Least that may be chosen.</param>
/// <param name="Most">Greatest that may be chosen; null for no limit.</param>
/// <param name="Cost">Cost of what is chosen above the installed over the horizon, money of account; below zero for a saving.</param>
/// <param name="ShadowValue">Saving over the horizon from one more unit: above zero where the greatest capacity holds it back, below where the least forces it.</param>
public sealed record ExpansionSummary(string Id, string Kind, string Unit, double Installed, double Chosen, double Least, double? Most, double Cost, double ShadowValue);
