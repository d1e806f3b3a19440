namespace Corridor.Numerics.MixedInteger;

/// <summary>How far a point is from satisfying a <see cref="MixedIntegerProgram"/>; every figure but the objective is ≥ 0.</summary>
public sealed record MixedIntegerPointReport
{
    /// <summary>cᵀx + c₀.</summary>
    public required double Objective { get; init; }

    /// <summary>Largest distance of an integer column from a whole value.</summary>
    public required double Integrality { get; init; }

    /// <summary>Largest violation of a row bound.</summary>
    public required double RowInfeasibility { get; init; }

    /// <summary>Largest violation of a column bound.</summary>
    public required double BoundViolation { get; init; }

    /// <summary>The larger violation of rows and bounds, over 1 + the largest finite bound.</summary>
    public required double RelativeInfeasibility { get; init; }
}
