namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// How far a primal and a dual point are from optimal for a <see cref="LinearProgram"/>, all of it on the problem as given.
/// Every figure is ≥ 0. Relative rows and bounds are divided by 1 + max |finite bound|, relative dual figures by 1 + max |cost|,
/// the relative gap by 1 + |objective|.
/// </summary>
public sealed record ResidualReport
{
    /// <summary>Largest violation of a row bound.</summary>
    public required double RowInfeasibility { get; init; }

    /// <summary>Largest violation of a row bound, relative.</summary>
    public required double RelativeRowInfeasibility { get; init; }

    /// <summary>Largest violation of a column bound.</summary>
    public required double BoundViolation { get; init; }

    /// <summary>Largest violation of a column bound, relative.</summary>
    public required double RelativeBoundViolation { get; init; }

    /// <summary>Largest reduced cost or row dual whose sign asks for a bound that is absent.</summary>
    public required double DualInfeasibility { get; init; }

    /// <summary>Largest dual infeasibility, relative.</summary>
    public required double RelativeDualInfeasibility { get; init; }

    /// <summary>Largest product of a dual and the distance to the bound it belongs to.</summary>
    public required double Complementarity { get; init; }

    /// <summary>|objective − dual objective|.</summary>
    public required double Gap { get; init; }

    /// <summary>The gap, relative.</summary>
    public required double RelativeGap { get; init; }

    /// <summary>The largest of the relative figures: one number to compare with a tolerance.</summary>
    public double Worst => Math.Max(
        Math.Max(RelativeRowInfeasibility, RelativeBoundViolation),
        Math.Max(RelativeDualInfeasibility, RelativeGap));
}
