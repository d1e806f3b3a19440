namespace Corridor.Studies.PowerFlow;

/// <summary>How a power flow ended.</summary>
public enum PowerFlowStatus
{
    /// <summary>Every island with a source has a state, and the independent check confirms it.</summary>
    Converged,

    /// <summary>An island has none that was found, or the check refutes it.</summary>
    NotConverged,

    /// <summary>No island has a source.</summary>
    NoSource,
}
