namespace Corridor.Studies.PowerFlow;

/// <summary>Who takes up what the given outputs leave over: demand not covered, surplus and losses.</summary>
public enum SlackRule
{
    /// <summary>
    /// The slack bus of each island; where it has no unit, or no state is found that way, all units by their room. The result says which.
    /// </summary>
    Automatic,

    /// <summary>The slack bus of each island alone, as the peers do it.</summary>
    Single,

    /// <summary>Units in proportion to their participation, or where none is stated to the room that they have in the direction needed.</summary>
    Distributed,
}
