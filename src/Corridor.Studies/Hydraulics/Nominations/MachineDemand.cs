namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>How much of the machines of a running station a point must respect.</summary>
internal enum MachineDemand
{
    /// <summary>Nothing of them: the station may raise the pressure of any flow to any extent that its bounds allow.</summary>
    None,

    /// <summary>The greatest volume flow and power of any configuration.</summary>
    Capacity,

    /// <summary>Those, and the least volume flow of any configuration: for a station that a decision keeps running.</summary>
    Range,

    /// <summary>The map of the best configuration.</summary>
    Map,
}
