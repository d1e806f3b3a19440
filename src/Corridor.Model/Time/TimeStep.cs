namespace Corridor.Model.Time;

/// <summary>Length of the periods of a horizon.</summary>
public enum TimeStep
{
    /// <summary>One hour.</summary>
    Hour,

    /// <summary>One day.</summary>
    Day,

    /// <summary>Seven days; the last period may be shorter.</summary>
    Week,

    /// <summary>A calendar month; the first and last may be cut by the horizon.</summary>
    Month,

    /// <summary>The periods that the package itself states in its table <c>periods</c>.</summary>
    Period,
}
