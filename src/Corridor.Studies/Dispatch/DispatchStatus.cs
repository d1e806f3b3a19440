namespace Corridor.Studies.Dispatch;

/// <summary>How a dispatch ended.</summary>
public enum DispatchStatus
{
    /// <summary>Solved to the tolerance. Whether it may be shown is the certificate's word.</summary>
    Optimal,

    /// <summary>No flows satisfy the package; proved by a verified certificate.</summary>
    Infeasible,

    /// <summary>Stopped at a time or iteration limit, or cancelled.</summary>
    Limit,

    /// <summary>The solver could not reach the tolerance, or the package has no bounded optimum.</summary>
    Failed,
}
