using Corridor.Model.Time;

namespace Corridor.Model.Scenarios;

/// <summary>What if: an ordered list of typed, dated changes over a package. Several are applied one after the other.</summary>
public sealed record Scenario
{
    /// <summary>Short name, lower case letters, digits and -; the name of its file.</summary>
    public required string Name { get; init; }

    /// <summary>File it was read from, as shown in findings; empty where there is none.</summary>
    public string File { get; init; } = "";

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The question that it asks.</summary>
    public string Question { get; init; } = "";

    /// <summary>What is assumed, in a few sentences; empty where the changes say it all.</summary>
    public string Description { get; init; } = "";

    /// <summary>First day of its usual horizon; null for that of the package.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day after its usual horizon; null for that of the package.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Its usual step; null for days.</summary>
    public TimeStep? Step { get; init; }

    /// <summary>The changes, in the order in which they are applied.</summary>
    public IReadOnlyList<ScenarioChange> Changes { get; init; } = [];
}
