using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>What reading and compiling the package found.</summary>
internal static class FindingSection
{
    private const int Shown = 20;

    public static ReportSection Create(ReportContext context)
    {
        FindingList findings = context.Report.Findings;
        return new("findings", "Findings", $"Findings about the package: {FindingsView.Count(findings)}", html =>
        {
            Finding[] rows = [.. findings.Items.Where(f => f.Severity > Severity.Information).OrderByDescending(f => f.Severity)];
            if (rows.Length == 0)
                html.Leaf("p", "Nothing in the package is in doubt for the program.");
            new HtmlTable<Finding>("Findings; docs/findings.md explains each code")
                .Text("Code", f => f.Code)
                .Text("Severity", f => SnakeCase.From(f.Severity.ToString()))
                .Text("About", f => f.Subject)
                .Text("Finding", f => f.Message)
                .Text("What would mend it", f => f.Hint)
                .WriteFolded(html, rows, Shown, "findings");
            if (findings.NotKept > 0)
                html.Leaf("p", $"{NumberText.Count(findings.NotKept)} more were counted and not kept.");
        })
        {
            Flows = true,
        };
    }
}
