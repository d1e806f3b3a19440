using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Comparison;

/// <summary>What changed between runs, in the inputs and in what came of them, and which cause did what.</summary>
public sealed record RunComparison
{
    /// <summary>The runs; the first is the reference.</summary>
    public required IReadOnlyList<ComparedRun> Runs { get; init; }

    /// <summary>Settings in which the runs differ: name, and value by run.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Settings { get; init; }

    /// <summary>Rows of the packages (after scenarios) in which each run differs from the reference; none for the reference itself.</summary>
    public required IReadOnlyList<IReadOnlyList<RowDifference>> Inputs { get; init; }

    /// <summary>All figures, in a fixed order.</summary>
    public required IReadOnlyList<ComparedFigure> Figures { get; init; }

    /// <summary>Causes told apart, for each run that stacks several.</summary>
    public required IReadOnlyList<CauseReport> Causes { get; init; }

    /// <summary>What could not be told apart, or was taken together, and why; sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Figures that changed.</summary>
    public IEnumerable<ComparedFigure> Changes => Figures.Where(f => f.Changed);

    /// <summary>Whether inputs and figures are the same.</summary>
    public bool NothingChanged => Settings.Count == 0 && Inputs.All(i => i.Count == 0) && !Changes.Any();
}

/// <summary>The changes of a run, divided among its causes.</summary>
/// <param name="Run">Index of the run.</param>
/// <param name="Causes">Names of the causes.</param>
/// <param name="Figures">Figures that some cause, or all together, change.</param>
/// <param name="LargestRest">Largest difference between the sum of the parts and the whole, relative to the figure; at most 1e-9.</param>
public sealed record CauseReport(int Run, IReadOnlyList<string> Causes, IReadOnlyList<AttributedFigure> Figures, double LargestRest);

/// <summary>A figure whose change is divided.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Scale">The largest figure of its kind.</param>
/// <param name="Attribution">The division.</param>
public sealed record AttributedFigure(FigureKey Key, string Unit, double Scale, Attribution Attribution)
{
    /// <summary>Largest part of the division, as a share of <see cref="Scale"/>.</summary>
    public double Weight => Attribution.Alone.Append(Attribution.Whole).Append(Attribution.Interaction).Max(Math.Abs) / Scale;
}
