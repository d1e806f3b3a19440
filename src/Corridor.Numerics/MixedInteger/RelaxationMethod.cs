namespace Corridor.Numerics.MixedInteger;

/// <summary>How the linear relaxations of a search are solved.</summary>
public enum RelaxationMethod
{
    /// <summary>By the dual simplex method from the basis of the parent; what it cannot settle goes to the interior-point method.</summary>
    DualSimplex,

    /// <summary>By the interior-point method, each from nothing: for relaxations so large that few nodes can be looked at.</summary>
    InteriorPoint,
}
