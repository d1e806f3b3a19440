using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Of a run without a certified result: what failed; of an infeasible one what contradicts what, and what would mend it.</summary>
internal static class FailureSection
{
    public static ReportSection Create(ReportContext context) => new("failure", "What failed", "What stands in the way", html =>
    {
        using (html.Open("ul"))
        {
            foreach (string failure in context.Summary.Failures)
                html.Leaf("li", failure);
        }

        if (context.Summary.Infeasibility is { } why)
            Contradiction(html, why);
    });

    private static void Contradiction(HtmlWriter html, InfeasibilitySummary why)
    {
        html.Leaf("h3", InfeasibilityText.Conflict.TrimEnd(':'));
        List(html, why.Conflict);
        html.Leaf("p", string.Join(' ', new[] { InfeasibilityText.Irreducible(why), InfeasibilityText.Nodes(why) }.OfType<string>()), ("class", "note"));
        for (int number = 0; number < why.Proposals.Count; number++)
        {
            html.Leaf("h3", InfeasibilityText.Proposal(why, number).TrimEnd(':'));
            List(html, why.Proposals[number].Changes);
        }
    }

    private static void List(HtmlWriter html, IReadOnlyList<LimitSummary> limits)
    {
        using (html.Open("ul"))
        {
            foreach (LimitSummary limit in limits)
                html.Leaf("li", limit.Text);
        }
    }
}
