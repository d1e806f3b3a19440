namespace Corridor.Model.Provenance;

/// <summary>How far a figure may be trusted. Stored in tables in lower snake case.</summary>
public enum Confidence
{
    /// <summary>Primary source or several agree.</summary>
    High,

    /// <summary>One good secondary source.</summary>
    Medium,

    /// <summary>Single, old, or indirect.</summary>
    Low,
}
