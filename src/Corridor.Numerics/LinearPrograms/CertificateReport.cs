namespace Corridor.Numerics.LinearPrograms;

/// <summary>Everything that follows from a primal point and row duals on the problem as given.</summary>
public sealed class CertificateReport
{
    /// <summary>A x, one value a row.</summary>
    public required double[] RowActivity { get; init; }

    /// <summary>z = c − Aᵀy, one value a column.</summary>
    public required double[] ReducedCost { get; init; }

    /// <summary>cᵀx + c₀.</summary>
    public required double Objective { get; init; }

    /// <summary>The objective of the dual point.</summary>
    public required double DualObjective { get; init; }

    /// <summary>The residuals.</summary>
    public required ResidualReport Residuals { get; init; }
}
