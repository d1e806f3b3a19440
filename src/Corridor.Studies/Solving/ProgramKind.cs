namespace Corridor.Studies.Solving;

/// <summary>Kinds of programs; each has its method.</summary>
public enum ProgramKind
{
    /// <summary>A linear program: the interior-point method, and a crossover to a vertex where one is asked for.</summary>
    Linear,

    /// <summary>A convex quadratic objective: the interior-point method.</summary>
    Quadratic,

    /// <summary>A linear program with integer columns: branch and bound.</summary>
    MixedInteger,
}
