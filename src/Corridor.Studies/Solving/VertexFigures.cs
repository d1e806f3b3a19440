namespace Corridor.Studies.Solving;

/// <summary>What the crossover to a vertex came to.</summary>
/// <param name="IsVertex">Whether the solution is a certified vertex; otherwise the interior point stands.</param>
/// <param name="PrimalPushes">Columns and rows pushed to a bound or into the basis, ≥ 0.</param>
/// <param name="DualPushes">Basic columns and rows whose reduced cost was pushed to zero or that left the basis, ≥ 0.</param>
/// <param name="Pivots">Simplex iterations after the pushes, ≥ 0.</param>
/// <param name="Seconds">Time it took, s.</param>
public sealed record VertexFigures(bool IsVertex, int PrimalPushes, int DualPushes, int Pivots, double Seconds);
