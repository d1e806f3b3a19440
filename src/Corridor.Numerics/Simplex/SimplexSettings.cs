namespace Corridor.Numerics.Simplex;

/// <summary>What a simplex solve may be told.</summary>
public sealed record SimplexSettings
{
    /// <summary>The settings that suit nearly every problem.</summary>
    public static SimplexSettings Default { get; } = new();

    /// <summary>Largest violation of a bound and of the sign of a reduced cost, in the scaled problem; and the largest relative residual of an optimum on the problem as given; positive.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Largest number of iterations, primal and dual together; ≥ 0.</summary>
    public int IterationLimit { get; init; } = int.MaxValue;

    /// <summary>Largest time; null for none. A run that meets no limit does not depend on it.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Updates of the factors after which they are made anew; ≥ 1.</summary>
    public int UpdateLimit { get; init; } = 100;

    /// <summary>Refuses settings out of range.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    internal void Validate()
    {
        if (!(Tolerance > 0.0) || !double.IsFinite(Tolerance))
            throw new ArgumentException("The tolerance must be positive and finite.");
        if (IterationLimit < 0)
            throw new ArgumentException("The limit on iterations must not be negative.");
        if (TimeLimit is { } limit && limit < TimeSpan.Zero)
            throw new ArgumentException("The time limit must not be negative.");
        if (UpdateLimit < 1)
            throw new ArgumentException("At least one update must be allowed.");
    }
}
