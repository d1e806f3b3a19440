namespace Corridor.Numerics.Simplex;

/// <summary>What a crossover may be told.</summary>
public sealed record CrossoverSettings
{
    /// <summary>The settings that suit nearly every problem.</summary>
    public static CrossoverSettings Default { get; } = new();

    /// <summary>Largest relative residual of the vertex on the problem as given, and tolerance of the simplex method that cleans up; positive.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Largest number of pushes and of simplex iterations, each; ≥ 0.</summary>
    public int IterationLimit { get; init; } = int.MaxValue;

    /// <summary>Largest time; null for none. A run that meets no limit does not depend on it.</summary>
    public TimeSpan? TimeLimit { get; init; }

    internal SimplexSettings ForSimplex() => new() { Tolerance = Tolerance, IterationLimit = IterationLimit, TimeLimit = TimeLimit };
}
