using Corridor.Numerics.ExternalSolvers;

namespace Corridor.Studies.Solving;

/// <summary>Who solves: Corridor itself, or an installed program that is given the problem through a file.</summary>
public static class SolverChoice
{
    /// <summary>The solver of Corridor itself.</summary>
    public const string Own = "corridor";

    /// <summary>All names that may be chosen.</summary>
    public static IReadOnlyList<string> Names { get; } = [Own, "clp", "cbc", "highs"];

    /// <summary>Whether a solver can be started: Corridor's own always, another one if it is on the path.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static bool IsInstalled(string name) => Program(name) is not { } program || ExternalSolver.Find(program) is not null;

    internal static SolverProgram? Program(string name) => name switch
    {
        Own => null,
        "clp" => SolverProgram.Clp,
        "cbc" => SolverProgram.Cbc,
        "highs" => SolverProgram.Highs,
        _ => throw new ArgumentException($"There is no solver '{name}'.", nameof(name)),
    };
}
