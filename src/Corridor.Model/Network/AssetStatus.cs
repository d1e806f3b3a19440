namespace Corridor.Model.Network;

/// <summary>Stage of life of an asset; only operating assets take part in a dispatch. Stored in tables in lower snake case.</summary>
public enum AssetStatus
{
    /// <summary>In service.</summary>
    Operating,

    /// <summary>Out of service, may return.</summary>
    Suspended,

    /// <summary>Out of service for good.</summary>
    Retired,

    /// <summary>Being built.</summary>
    Construction,

    /// <summary>Decided, not yet being built.</summary>
    Planned,

    /// <summary>Under discussion.</summary>
    Proposed,
}
