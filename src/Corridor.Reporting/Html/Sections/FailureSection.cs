namespace Corridor.Reporting.Html.Sections;

/// <summary>Of a run without a certified result: what failed.</summary>
internal static class FailureSection
{
    public static ReportSection Create(ReportContext context) => new("failure", "What failed", "What stands in the way", html =>
    {
        using (html.Open("ul"))
        {
            foreach (string failure in context.Summary.Failures)
                html.Leaf("li", failure);
        }
    });
}
