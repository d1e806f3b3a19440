namespace Corridor.Model.Network;

/// <summary>Kind of storage. Stored in tables in lower snake case.</summary>
public enum StorageKind
{
    /// <summary>Underground gas storage.</summary>
    Underground,

    /// <summary>Oil or product tanks.</summary>
    Tank,

    /// <summary>Tanks of an LNG terminal.</summary>
    LngTank,

    /// <summary>Hydro reservoir.</summary>
    Reservoir,

    /// <summary>Coal stockpile.</summary>
    Stockpile,

    /// <summary>Battery or pumped storage.</summary>
    Battery,

    /// <summary>Anything else.</summary>
    Other,
}
