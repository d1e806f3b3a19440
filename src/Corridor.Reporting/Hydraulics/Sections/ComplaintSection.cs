using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>What stands in the way of a state, or which limits a state passes.</summary>
internal static class ComplaintSection
{
    private const int Shown = 10;

    public static ReportSection? Create(HydraulicContext context)
    {
        HydraulicComplaint[] complaints = [.. context.Complaints.OrderByDescending(c => c.IsFatal)];
        if (complaints.Length == 0)
            return null;
        string title = context.MayBeShown
            ? complaints.Length == 1 ? "One limit is passed" : $"{NumberText.Count(complaints.Length)} limits are passed"
            : "What stands in the way";
        return new ReportSection("complaints", context.MayBeShown ? "Limits passed" : "Why not", title, html =>
            new HtmlTable<HydraulicComplaint>(context.MayBeShown ? "Limits that the state passes, the gravest first" : "Found in the study, the gravest first")
                .Text("Where", context.Subject)
                .Text("What", c => Words(c.Kind))
                .Text("Finding", c => c.Message)
                .WriteFolded(html, complaints, Shown, "complaints"))
        {
            Flows = true,
        };
    }

    private static string Words(ComplaintKind kind) => kind switch
    {
        ComplaintKind.NoPressureReference => "no pressure is held",
        ComplaintKind.CutOff => "cut off",
        ComplaintKind.ConflictingSetpoints => "set points contradict each other",
        ComplaintKind.NegativePressure => "more flow than pressure can drive",
        ComplaintKind.NotConverged => "greatest residual",
        ComplaintKind.MissingFigure => "a figure is missing",
        ComplaintKind.PressureBound => "limit of pressure",
        ComplaintKind.FlowBound => "limit of flow",
        ComplaintKind.Velocity => "velocity",
        _ => "limit of a station",
    };
}
