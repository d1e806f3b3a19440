using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>What reading the network found.</summary>
internal static class FindingSection
{
    private const int Shown = 12;

    public static ReportSection? Create(HydraulicContext context)
    {
        Finding[] rows = [.. context.Input.Findings.Where(f => f.Severity > Severity.Information).OrderByDescending(f => f.Severity)];
        if (rows.Length == 0)
            return null;
        return new ReportSection("findings", "Findings", $"Findings about the files: {NumberText.Count(rows.Length)}", html =>
            new HtmlTable<Finding>("Findings; docs/findings.md explains each code")
                .Text("Code", f => f.Code)
                .Text("Severity", f => SnakeCase.From(f.Severity.ToString()))
                .Text("About", f => f.Subject)
                .Text("Finding", f => f.Message)
                .Text("What would mend it", f => f.Hint)
                .WriteFolded(html, rows, Shown, "findings"))
        {
            Flows = true,
        };
    }
}
