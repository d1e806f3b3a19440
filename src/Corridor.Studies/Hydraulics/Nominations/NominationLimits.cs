namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>How long a nomination is worked on, and what counts as met.</summary>
public sealed record NominationLimits
{
    /// <summary>Longest time; null for none. A search that it ends gives <see cref="NominationStatus.Undecided"/>.</summary>
    public TimeSpan? Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Greatest number of assignments of discrete states that are tried by local search; ≥ 1.</summary>
    public int MaxAssignments { get; init; } = 2_000;

    /// <summary>Greatest number of cases that a proof of infeasibility may be split into; ≥ 1.</summary>
    public int MaxCases { get; init; } = 4_000;

    /// <summary>How far a verified pressure or flow may lie outside its bounds, relative to the bound's size [1]; ≥ 0.</summary>
    public double BoundTolerance { get; init; } = 1e-6;

    /// <summary>
    /// Greatest difference between the fixed entries and exits of a connected network, relative to the flow [1], that is taken for rounding in the
    /// nomination and shared out among its entries in proportion; above it the nomination is infeasible. The verdict states the difference.
    /// </summary>
    public double BalanceTolerance { get; init; } = 1e-3;
}
