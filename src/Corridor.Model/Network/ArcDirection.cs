namespace Corridor.Model.Network;

/// <summary>Direction along an arc. Stored in tables in lower snake case.</summary>
public enum ArcDirection
{
    /// <summary>From the from-node to the to-node.</summary>
    Forward,

    /// <summary>From the to-node to the from-node.</summary>
    Reverse,
}
