using Corridor.Model.Findings;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>The gas lines of a package at the greatest flow that pipe, pressures and stations allow.</summary>
/// <param name="Source">The package, as the user named it.</param>
/// <param name="Name">Name of the package.</param>
/// <param name="Lines">The lines with hydraulic data.</param>
/// <param name="Settings">What was assumed where the package states nothing.</param>
/// <param name="Seconds">Seconds from the beginning of reading.</param>
/// <param name="Findings">What was met in the package.</param>
public sealed record LineOutcome(string Source, string Name, CapacityFromPhysics Lines, LinePhysicsSettings Settings, double Seconds, FindingList Findings);
