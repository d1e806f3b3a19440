namespace Corridor.Model.Network;

/// <summary>Whether a converter takes or gives at a node. Stored in tables in lower snake case.</summary>
public enum FlowSide
{
    /// <summary>Taken from the node.</summary>
    In,

    /// <summary>Given to the node.</summary>
    Out,
}
