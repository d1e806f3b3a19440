namespace Corridor.Numerics.Simplex;

/// <summary>Where a column, or the activity of a row, stands in a basic solution.</summary>
public enum BasisStatus
{
    /// <summary>Not in the basis; at its lower bound.</summary>
    AtLower,

    /// <summary>Not in the basis; at its upper bound.</summary>
    AtUpper,

    /// <summary>Not in the basis; without a finite bound, at zero.</summary>
    Free,

    /// <summary>In the basis: its value follows from the others.</summary>
    Basic,
}
