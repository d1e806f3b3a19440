using Corridor.Model.Time;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary>What a run was asked to do.</summary>
/// <param name="Package">Path of the package.</param>
/// <param name="Scenarios">Names or paths of scenarios, in the order of their application.</param>
/// <param name="From">First day; that of a scenario or of the package where null.</param>
/// <param name="To">First day after the span; that of a scenario or of the package where null.</param>
/// <param name="Step">Length of the periods; that of a scenario, or days, where null.</param>
/// <param name="Out">Folder of the files; a name that follows from the question, under <c>runs/</c>, where null.</param>
/// <param name="Threads">Threads of the solver.</param>
/// <param name="Solver">Name of the solver.</param>
/// <param name="Json">Whether the summary goes to standard output as JSON.</param>
/// <param name="Quiet">Whether nothing is told but what stands in the way.</param>
internal sealed record RunRequest(string Package, IReadOnlyList<string> Scenarios, DateOnly? From, DateOnly? To, TimeStep? Step, string? Out, int Threads, string Solver, bool Json, bool Quiet)
{
    /// <summary>Format of another program that <see cref="Package"/> is in; null for a package.</summary>
    public string? Format { get; init; }

    /// <summary>Countries to take of it; all where empty.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Mapping of plain CSV files; null for none.</summary>
    public string? Mapping { get; init; }

    /// <summary>What the physics of the gas lines does.</summary>
    public PhysicsMode Physics { get; init; }
}
