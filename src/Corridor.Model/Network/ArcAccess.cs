namespace Corridor.Model.Network;

/// <summary>Who may use an arc. Stored in tables in lower snake case.</summary>
public enum ArcAccess
{
    /// <summary>Contracts and spot.</summary>
    Open,

    /// <summary>Only the contracts delivered over it.</summary>
    ContractOnly,
}
