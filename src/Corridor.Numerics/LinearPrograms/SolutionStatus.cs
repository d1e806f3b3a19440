namespace Corridor.Numerics.LinearPrograms;

/// <summary>What the primal or the dual part of a solution is.</summary>
public enum SolutionStatus
{
    /// <summary>There is no point.</summary>
    None,

    /// <summary>A point that satisfies its constraints within the tolerance.</summary>
    Feasible,

    /// <summary>A point that does not satisfy its constraints within the tolerance.</summary>
    Infeasible,

    /// <summary>No point, but a verified ray that proves the other side infeasible.</summary>
    CertificateRay,
}
