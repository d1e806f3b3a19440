namespace Corridor.Model.Contracts;

/// <summary>Kind of actor. Stored in tables in lower snake case.</summary>
public enum ActorKind
{
    /// <summary>State or its ministries.</summary>
    State,

    /// <summary>Company.</summary>
    Company,

    /// <summary>Bank.</summary>
    Bank,

    /// <summary>Regulator or authority.</summary>
    Regulator,

    /// <summary>Person in office.</summary>
    Person,

    /// <summary>International organisation.</summary>
    Organisation,

    /// <summary>Anything else.</summary>
    Other,
}
