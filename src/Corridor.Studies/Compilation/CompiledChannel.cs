namespace Corridor.Studies.Compilation;

/// <summary>A payment channel, ready for a program.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Capacity">Largest value settled, money of account per day, by period; +∞ where unlimited, 0 where closed.</param>
/// <param name="Cost">Cost as a share of the value settled.</param>
public sealed record CompiledChannel(string Id, double[] Capacity, double Cost);
