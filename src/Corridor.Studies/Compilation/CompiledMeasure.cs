namespace Corridor.Studies.Compilation;

/// <summary>An emergency measure, ready for a program.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Node">Node that is helped.</param>
/// <param name="Rate">Largest rate, units of account per day, by period.</param>
/// <param name="Cost">Cost of a unit, money of account, by period.</param>
/// <param name="Volume">Largest sum over the horizon, units of account; +∞ where there is none.</param>
/// <param name="Demand">Index of the only demand that it may serve, or −1.</param>
public sealed record CompiledMeasure(string Id, NodeIndex Node, double[] Rate, double[] Cost, double Volume, int Demand = -1);
