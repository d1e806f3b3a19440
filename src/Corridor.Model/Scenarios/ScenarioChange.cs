using Corridor.Model.Findings;

namespace Corridor.Model.Scenarios;

/// <summary>One change of a scenario. Its kinds are the records that derive from it.</summary>
public abstract record ScenarioChange
{
    /// <summary>Where it stands in the scenario's file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;

    /// <summary>The days on which it holds; open on both sides for all of them.</summary>
    public DateWindow Window { get; init; } = DateWindow.Always;

    /// <summary>Id of the source of its figures in the package's table <c>sources</c>; null where it is an assumption of the scenario.</summary>
    public string? Source { get; init; }

    /// <summary>The reasoning behind it.</summary>
    public string? Note { get; init; }
}
