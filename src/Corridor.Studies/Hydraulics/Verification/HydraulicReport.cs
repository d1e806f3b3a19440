namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>What a check of a solution ends with.</summary>
public enum HydraulicVerdict
{
    /// <summary>Everything that the solution claims holds within the tolerances.</summary>
    Verified,

    /// <summary>At least one residual is too great.</summary>
    Refuted,

    /// <summary>The solution claims no state: there is nothing to verify.</summary>
    NothingClaimed,
}

/// <summary>Result of an independent check of a hydraulic solution.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Residuals">The greatest residual of each kind, in the order of <see cref="HydraulicResidualKind"/>; empty where nothing is claimed.</param>
public sealed record HydraulicReport(HydraulicVerdict Verdict, IReadOnlyList<HydraulicResidual> Residuals)
{
    /// <summary>Those residuals that are too great.</summary>
    public IEnumerable<HydraulicResidual> Violations => Residuals.Where(residual => !residual.IsWithin);

    /// <summary>The greatest residual of a kind; null where nothing is claimed.</summary>
    /// <param name="kind">The kind.</param>
    public HydraulicResidual? this[HydraulicResidualKind kind] => Residuals.FirstOrDefault(residual => residual.Kind == kind);
}
