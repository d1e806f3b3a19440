namespace Corridor.Studies.Compilation;

/// <summary>Dense number of a node within one compiled network; never to be confused with its stable id.</summary>
/// <param name="Value">From 0.</param>
public readonly record struct NodeIndex(int Value);
