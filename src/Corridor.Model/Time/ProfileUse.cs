namespace Corridor.Model.Time;

/// <summary>How the values of a profile are meant. Stored in tables in lower snake case.</summary>
public enum ProfileUse
{
    /// <summary>Only the shape counts: scaled so that its mean over a year is 1.</summary>
    Shape,

    /// <summary>The value multiplies as it stands.</summary>
    Factor,
}
