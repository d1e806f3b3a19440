using Corridor.Numerics.LinearPrograms;

namespace Corridor.Numerics.ExternalSolvers;

/// <summary>What another program answered.</summary>
/// <param name="Solution">Its point, every figure recomputed on the problem as given.</param>
/// <param name="Words">The last line in which it says how it ended, as printed; empty where it said nothing.</param>
public sealed record ExternalAnswer(LinearProgramSolution Solution, string Words);
