namespace Corridor.Numerics.MixedInteger;

/// <summary>Why branch and bound stopped. Only <see cref="Optimal"/> promises that the gap is closed; a limit states the gap that is left.</summary>
public enum MixedIntegerStopReason
{
    /// <summary>A point was found whose objective is within the gap asked for of a proven bound.</summary>
    Optimal,

    /// <summary>No point exists: every part of the search space was proven empty.</summary>
    Infeasible,

    /// <summary>A point exists, and a verified ray of the relaxation lowers the objective without end (with rational data: of the problem as well).</summary>
    Unbounded,

    /// <summary>The limit on nodes was reached first.</summary>
    NodeLimit,

    /// <summary>The limit on time was reached first.</summary>
    TimeLimit,

    /// <summary>The caller asked to stop.</summary>
    Cancelled,

    /// <summary>Parts of the search space could neither be solved nor proven empty, and they keep the gap open.</summary>
    NumericalDifficulty,
}
