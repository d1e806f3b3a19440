using Corridor.Data.Scenarios;

namespace Corridor.Reporting.Archive;

/// <summary>Where the inputs of a run stand.</summary>
/// <param name="Package">Folder or zip file of the package.</param>
/// <param name="Scenarios">The scenarios, in the order of their application.</param>
public sealed record RunInputs(string Package, IReadOnlyList<ScenarioFile> Scenarios);
