namespace Corridor.Model.Network;

/// <summary>Kind of conversion. Stored in tables in lower snake case.</summary>
public enum ConverterKind
{
    /// <summary>Crude oil to products.</summary>
    Refinery,

    /// <summary>Fuel to electricity.</summary>
    PowerPlant,

    /// <summary>Fuel to electricity and heat.</summary>
    Chp,

    /// <summary>Gas to LNG.</summary>
    Liquefaction,

    /// <summary>LNG to gas.</summary>
    Regasification,

    /// <summary>Electricity to hydrogen.</summary>
    Electrolyser,

    /// <summary>Raw gas to sales gas.</summary>
    GasProcessing,

    /// <summary>Anything else.</summary>
    Other,
}
