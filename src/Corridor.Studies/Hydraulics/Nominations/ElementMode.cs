namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>What an element does in one assignment of discrete states.</summary>
internal enum ElementMode
{
    /// <summary>A pipe, short pipe or resistor: always there.</summary>
    Passive,

    /// <summary>A valve that lets gas pass both ways, or a regulator or station in its bypass: no change of pressure but a stated loss.</summary>
    Open,

    /// <summary>Nothing flows.</summary>
    Closed,

    /// <summary>A regulator that lowers, or a station that raises, the pressure in the direction of flow.</summary>
    Active,
}
