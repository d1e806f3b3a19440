using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Archive;

/// <summary>A run that was read back from its folder: the same report as when it was solved.</summary>
/// <param name="Folder">The folder, as given.</param>
/// <param name="Report">Everything that the run's files and pages are made from.</param>
/// <param name="Stamp">How it came to be.</param>
/// <param name="Timing">Seconds by stage, when it was solved.</param>
public sealed record RestoredRun(string Folder, RunReport Report, RunStamp Stamp, TimingSummary Timing);
