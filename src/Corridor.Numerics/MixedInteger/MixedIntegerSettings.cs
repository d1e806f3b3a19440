namespace Corridor.Numerics.MixedInteger;

/// <summary>What branch and bound may be told.</summary>
public sealed record MixedIntegerSettings
{
    /// <summary>The settings that suit nearly every problem.</summary>
    public static MixedIntegerSettings Default { get; } = new();

    /// <summary>The gap (objective − bound)/(1 + |objective|) at which a point counts as optimal; ≥ 0. Below 2e-8, the accuracy of relaxations, it counts as that.</summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>The gap objective − bound at which a point counts as optimal, whatever the relative one is; ≥ 0.</summary>
    public double AbsoluteGap { get; init; } = 1e-9;

    /// <summary>Largest violation of rows and bounds of an accepted point, relative to 1 + the largest finite bound; positive.</summary>
    public double FeasibilityTolerance { get; init; } = 1e-8;

    /// <summary>Largest number of nodes, the root included; ≥ 1.</summary>
    public int NodeLimit { get; init; } = int.MaxValue;

    /// <summary>Largest time; null for none. A run that meets no limit does not depend on it.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Threads of the interior-point relaxation, ≥ 1. The result has the same bits for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How relaxations are solved.</summary>
    public RelaxationMethod Relaxation { get; init; } = RelaxationMethod.DualSimplex;

    /// <summary>Whether bounds and coefficients are tightened before the search.</summary>
    public bool Presolve { get; init; } = true;

    /// <summary>Largest number of rounds of cutting planes at the root; 0 for none.</summary>
    public int CutRounds { get; init; } = 20;

    /// <summary>Whether points are looked for apart from the tree.</summary>
    public bool Heuristics { get; init; } = true;

    /// <summary>Refuses settings out of range.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    internal void Validate()
    {
        if (!(RelativeGap >= 0.0) || !(AbsoluteGap >= 0.0))
            throw new ArgumentException("Gaps must not be negative.");
        if (!(FeasibilityTolerance > 0.0) || !double.IsFinite(FeasibilityTolerance))
            throw new ArgumentException("The tolerance must be positive and finite.");
        if (NodeLimit < 1)
            throw new ArgumentException("At least the root must be allowed.");
        if (Threads < 1)
            throw new ArgumentException("At least one thread is needed.");
        if (CutRounds < 0)
            throw new ArgumentException("The number of rounds of cutting planes must not be negative.");
        if (TimeLimit is { } limit && limit < TimeSpan.Zero)
            throw new ArgumentException("The time limit must not be negative.");
    }
}
