namespace Corridor.Numerics.MixedInteger;

/// <summary>The state of a search.</summary>
/// <param name="Nodes">Nodes looked at.</param>
/// <param name="OpenNodes">Nodes waiting.</param>
/// <param name="Relaxations">Linear programs solved.</param>
/// <param name="Objective">Objective of the best point; +∞ before there is one.</param>
/// <param name="BestBound">Proven lower bound of the optimum.</param>
public readonly record struct MixedIntegerProgress(int Nodes, int OpenNodes, int Relaxations, double Objective, double BestBound);
