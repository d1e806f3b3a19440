using Corridor.Model.Scenarios;

namespace Corridor.Reporting.Summaries;

/// <summary>A scenario of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Question">The question that it asks; empty where it states none.</param>
/// <param name="Description">What is assumed, in a few sentences; empty where the changes say it all.</param>
/// <param name="Changes">Its changes in words, one sentence each.</param>
public sealed record ScenarioSummary(string Name, string Title, string Question, string Description, IReadOnlyList<string> Changes)
{
    /// <summary>The scenarios of a run.</summary>
    /// <param name="report">The run.</param>
    internal static IReadOnlyList<ScenarioSummary> Of(RunReport report)
    {
        if (report.Scenarios.Count == 0)
            return [];
        var words = new ChangeWords(report.System);
        return [.. report.Scenarios.Select(s => new ScenarioSummary(s.Name, s.Title, s.Question, s.Description, [.. s.Changes.Select(words.Of)]))];
    }
}
