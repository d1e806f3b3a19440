using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Comparison;

/// <summary>A certified run that is compared.</summary>
/// <param name="Label">Letter by which tables call it: A is the reference.</param>
/// <param name="Path">Its folder, as given; null for a run that the comparison solved itself.</param>
/// <param name="Report">The run.</param>
/// <param name="Summary">Its summary.</param>
public sealed record ComparedRun(string Label, string? Path, RunReport Report, RunSummary Summary);

/// <summary>A run with several causes more than the reference, and the runs that tell them apart.</summary>
/// <param name="Run">Index of the run among those compared.</param>
/// <param name="Causes">Names of the causes, in the order of their application; at least two.</param>
/// <param name="Combinations">Runs by combination of causes: bit i of the index says whether cause i acts; null where not known. None, each alone, and all are known.</param>
public sealed record StackedRun(int Run, IReadOnlyList<string> Causes, IReadOnlyList<ComparedRun?> Combinations);
