using Corridor.Data.Packages;
using Corridor.Data.Scenarios;

namespace Corridor.Reporting.Archive;

/// <summary>Where the inputs of a run stand.</summary>
/// <param name="Package">Folder or zip file of the package.</param>
/// <param name="Scenarios">The scenarios, in the order of their application.</param>
public sealed record RunInputs(string Package, IReadOnlyList<ScenarioFile> Scenarios)
{
    /// <summary>The package itself where it stands on no disk; null where <see cref="Package"/> is one.</summary>
    public PackageImage? Image { get; init; }

    /// <summary>The fidelity report of the import as JSON; empty where a package was run.</summary>
    public ReadOnlyMemory<byte> Fidelity { get; init; }
}
