namespace Corridor.Numerics.ExternalSolvers;

/// <summary>Programs that solve linear programs and may be installed beside this one.</summary>
public enum SolverProgram
{
    /// <summary>COIN-OR Clp, <c>clp</c>: its dual simplex method.</summary>
    Clp,

    /// <summary>COIN-OR Cbc, <c>cbc</c>: the linear program at its root.</summary>
    Cbc,

    /// <summary>HiGHS, <c>highs</c>.</summary>
    Highs,
}
