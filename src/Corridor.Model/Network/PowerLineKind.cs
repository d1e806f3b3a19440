namespace Corridor.Model.Network;

/// <summary>Physics of a power line. Stored in tables in lower snake case.</summary>
public enum PowerLineKind
{
    /// <summary>Alternating current: flow follows voltage angles.</summary>
    Ac,

    /// <summary>Direct current, or a controlled back-to-back station.</summary>
    Dc,

    /// <summary>Direct current in a meshed grid without control: flow follows voltages and resistances.</summary>
    DcMeshed,
}
