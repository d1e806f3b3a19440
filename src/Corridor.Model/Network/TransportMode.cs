namespace Corridor.Model.Network;

/// <summary>Mode of a discrete transport. Stored in tables in lower snake case.</summary>
public enum TransportMode
{
    /// <summary>Railway.</summary>
    Rail,

    /// <summary>Sea or river.</summary>
    Ship,

    /// <summary>Road.</summary>
    Truck,
}
