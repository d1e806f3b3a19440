namespace Corridor.Model.Network;

/// <summary>Who consumes. Stored in tables in lower snake case.</summary>
public enum DemandSector
{
    /// <summary>Households and small commerce.</summary>
    Household,

    /// <summary>District heating.</summary>
    DistrictHeat,

    /// <summary>Industry.</summary>
    Industry,

    /// <summary>Power generation not modelled as a converter.</summary>
    Power,

    /// <summary>Transport.</summary>
    Transport,

    /// <summary>Everything else.</summary>
    Other,

    /// <summary>A market outside the modelled system that buys at a price.</summary>
    Market,
}
