namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>What an asset of the trackers is about.</summary>
internal enum GemFuel
{
    /// <summary>Natural gas.</summary>
    Gas,

    /// <summary>Hydrogen.</summary>
    Hydrogen,

    /// <summary>Crude oil.</summary>
    Oil,

    /// <summary>Natural gas liquids.</summary>
    Ngl,

    /// <summary>Liquefied natural gas.</summary>
    Lng,

    /// <summary>Coal.</summary>
    Coal,
}
