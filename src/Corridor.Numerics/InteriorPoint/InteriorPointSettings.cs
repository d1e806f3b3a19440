namespace Corridor.Numerics.InteriorPoint;

/// <summary>What an interior-point solve may be told.</summary>
public sealed record InteriorPointSettings
{
    /// <summary>The settings that suit nearly every problem.</summary>
    public static InteriorPointSettings Default { get; } = new();

    /// <summary>Largest relative residual and relative gap of an optimum, on the problem as given; positive.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Largest number of iterations; ≥ 0.</summary>
    public int IterationLimit { get; init; } = 400;

    /// <summary>Largest time; null for none. A run that meets no limit does not depend on it.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Threads used, ≥ 1. The result has the same bits for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the problem is simplified before it is solved.</summary>
    public bool Presolve { get; init; } = true;

    /// <summary>Refuses settings out of range.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    internal void Validate()
    {
        if (!(Tolerance > 0.0) || !double.IsFinite(Tolerance))
            throw new ArgumentException("The tolerance must be positive and finite.");
        if (IterationLimit < 0)
            throw new ArgumentException("The limit on iterations must not be negative.");
        if (Threads < 1)
            throw new ArgumentException("At least one thread is needed.");
        if (TimeLimit is { } limit && limit < TimeSpan.Zero)
            throw new ArgumentException("The time limit must not be negative.");
    }
}
