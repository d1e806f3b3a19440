namespace Corridor.Studies.PowerFlow;

/// <summary>How a run of Newton's method ended.</summary>
internal enum NewtonEnd
{
    /// <summary>The mismatch is small everywhere.</summary>
    Converged,

    /// <summary>No step makes the mismatch smaller.</summary>
    Stalled,

    /// <summary>Too many iterations.</summary>
    IterationLimit,

    /// <summary>The Jacobian is singular.</summary>
    Singular,

    /// <summary>A number is not finite.</summary>
    NotFinite,
}
