namespace Corridor.Studies.Compilation;

/// <summary>A fleet, ready for a program.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Load">Load that its vehicles can hold at one time, in units of account, by period.</param>
public sealed record CompiledFleet(string Id, double[] Load);
