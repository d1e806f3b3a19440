namespace Corridor.Model.Time;

/// <summary>One period of a horizon, from a start to an exclusive end.</summary>
/// <param name="Index">Position in the horizon, from 0.</param>
/// <param name="Start">Start, local to the package (no time zone).</param>
/// <param name="End">Exclusive end; later than the start.</param>
public readonly record struct Period(int Index, DateTime Start, DateTime End)
{
    /// <summary>Hours that the period stands for where the package states them; positive. Null where they are those from start to end.</summary>
    public double? Hours { get; init; }

    /// <summary>Length in days; positive.</summary>
    public double Days => Hours is { } hours ? hours / 24 : (End - Start).TotalDays;

    /// <summary>Calendar year in which the period starts.</summary>
    public int Year => Start.Year;
}
