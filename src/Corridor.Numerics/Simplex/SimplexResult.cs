namespace Corridor.Numerics.Simplex;

/// <summary>How one method left the state.</summary>
internal enum SimplexResult
{
    /// <summary>No candidate is left: optimal for the bounds and costs at work.</summary>
    Done,

    /// <summary>No point satisfies the bounds; the ray is in the method's vectors.</summary>
    Infeasible,

    /// <summary>The objective falls without end along a ray.</summary>
    Unbounded,

    /// <summary>A limit was reached.</summary>
    Limit,

    /// <summary>The factors could not be trusted.</summary>
    Trouble,
}
