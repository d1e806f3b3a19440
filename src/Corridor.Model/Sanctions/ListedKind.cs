namespace Corridor.Model.Sanctions;

/// <summary>What an entry of a sanctions list is. Stored in lower snake case.</summary>
public enum ListedKind
{
    /// <summary>The list does not say more than that it is no person, ship or aircraft.</summary>
    Entity,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A ship.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,

    /// <summary>A port, terminal, field, project or other thing.</summary>
    Asset,
}
