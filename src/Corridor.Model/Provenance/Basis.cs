namespace Corridor.Model.Provenance;

/// <summary>How a figure came to be. Stored in tables in lower snake case.</summary>
public enum Basis
{
    /// <summary>Measured, from a meter or an operator.</summary>
    Measured,

    /// <summary>Reported by the source.</summary>
    Reported,

    /// <summary>Computed from reported figures.</summary>
    Derived,

    /// <summary>Estimated by the source.</summary>
    Estimated,

    /// <summary>Assumed here, with the reasoning in the note.</summary>
    Assumed,
}
