namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>What a column of a tracker is about.</summary>
internal enum GemField
{
    /// <summary>Id of the unit or segment.</summary>
    Id,

    /// <summary>Id of the site that the unit belongs to.</summary>
    SiteId,

    /// <summary>Name of the pipeline or terminal.</summary>
    Name,

    /// <summary>Name of the unit, phase or segment.</summary>
    Unit,

    /// <summary>What it carries.</summary>
    Fuel,

    /// <summary>Stage of life.</summary>
    Status,

    /// <summary>Countries that it lies in.</summary>
    Countries,

    /// <summary>Country where it starts.</summary>
    StartCountry,

    /// <summary>Country where it ends.</summary>
    EndCountry,

    /// <summary>Place where it starts.</summary>
    StartLocation,

    /// <summary>Place where it ends.</summary>
    EndLocation,

    /// <summary>Owners with their shares.</summary>
    Owner,

    /// <summary>Owners of the owners with their shares.</summary>
    Parent,

    /// <summary>Capacity.</summary>
    Capacity,

    /// <summary>Unit of the capacity.</summary>
    CapacityUnit,

    /// <summary>Capacity with its unit in words.</summary>
    CapacityText,

    /// <summary>First year in service.</summary>
    StartYear,

    /// <summary>Year in which it went out of service.</summary>
    StopYear,

    /// <summary>Length in km.</summary>
    Length,

    /// <summary>Diameter.</summary>
    Diameter,

    /// <summary>Unit of the diameter.</summary>
    DiameterUnit,

    /// <summary>Route or point.</summary>
    Route,

    /// <summary>Latitude of a terminal.</summary>
    Latitude,

    /// <summary>Longitude of a terminal.</summary>
    Longitude,

    /// <summary>Whether a terminal exports or imports.</summary>
    Facility,

    /// <summary>Short name of the tracker.</summary>
    Tracker,

    /// <summary>Page with more about it.</summary>
    Url,
}
