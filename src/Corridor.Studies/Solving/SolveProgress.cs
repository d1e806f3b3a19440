namespace Corridor.Studies.Solving;

/// <summary>How far a solve has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Count">Iterations or nodes so far, ≥ 0.</param>
/// <param name="Gap">Relative gap, ≥ 0; +∞ where there is none yet.</param>
public readonly record struct SolveProgress(SolveStage Stage, int Count, double Gap);

/// <summary>Stages of a solve.</summary>
public enum SolveStage
{
    /// <summary>Iterations of the interior-point method.</summary>
    Iterations,

    /// <summary>Nodes of a search.</summary>
    Nodes,

    /// <summary>From the interior point to a vertex; not counted.</summary>
    Crossover,
}
