namespace Corridor.Model.Network;

/// <summary>What kind of energy a carrier is; decides colour, physics and which units make sense. Stored in tables in lower snake case.</summary>
public enum CarrierKind
{
    /// <summary>Natural gas in the gaseous state.</summary>
    Gas,

    /// <summary>Liquefied natural gas.</summary>
    Lng,

    /// <summary>Crude oil and condensate.</summary>
    Crude,

    /// <summary>Refined oil products.</summary>
    Products,

    /// <summary>Hard coal and lignite.</summary>
    Coal,

    /// <summary>Electric energy.</summary>
    Electricity,

    /// <summary>District heat.</summary>
    Heat,

    /// <summary>Hydrogen.</summary>
    Hydrogen,

    /// <summary>Anything else.</summary>
    Other,
}
