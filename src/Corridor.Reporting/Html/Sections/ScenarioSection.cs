using Corridor.Model.Scenarios;

namespace Corridor.Reporting.Html.Sections;

/// <summary>What the scenarios change, in words.</summary>
internal static class ScenarioSection
{
    public static ReportSection? Create(ReportContext context)
    {
        IReadOnlyList<Scenario> scenarios = context.Report.Scenarios;
        if (scenarios.Count == 0)
            return null;
        int changes = scenarios.Sum(s => s.Changes.Count);
        return new("scenario", "What is changed", $"What is changed: {(changes == 1 ? "1 change" : $"{changes} changes")} over the package", html =>
        {
            foreach (Scenario scenario in scenarios)
            {
                html.Leaf("h3", scenario.Title);
                if (scenario.Description.Length > 0)
                    html.Leaf("p", scenario.Description);
            }
        });
    }
}
