namespace Corridor.Studies.PowerFlow;

/// <summary>One island.</summary>
/// <param name="Buses">Its buses, ascending.</param>
/// <param name="Slack">Its slack buses; empty where it has no source.</param>
/// <param name="IsStated">Whether the file names the slack bus.</param>
/// <param name="HasUnits">Whether a unit in service is in it.</param>
internal sealed record GridIsland(int[] Buses, int[] Slack, bool IsStated, bool HasUnits);
