using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>How far the state can be trusted: the solver's residual, and the word of the independent check.</summary>
internal static class CheckSection
{
    public static ReportSection? Create(HydraulicContext context)
    {
        if (context.Solution is not { } solution || context.IsInstant)
            return null;
        IReadOnlyList<HydraulicCheck> checks = context.Input.Checks;
        string title = !context.HasState ? "Certificate: there is no state to check"
            : checks.Count == 0 ? "Certificate: converged, not checked independently"
            : context.MayBeShown ? "Certificate: the state holds, checked from the network" : "Certificate: the state is not confirmed";
        return new ReportSection("certificate", "Certificate", title, html =>
        {
            html.Leaf("p", $"The solver ended after {NumberText.Count(solution.Iterations)} iteration{(solution.Iterations == 1 ? "" : "s")} with a greatest relative residual of {NumberText.Residual(solution.Residual)}; {NumberText.Residual(solution.Settings.Tolerance)} is allowed.");
            if (checks.Count > 0)
                html.Leaf("p", "Every balance and law was evaluated again from the network, by a program that shares nothing with the solver but the formulae of its laws. A residual is the worst violation, relative to the largest figure involved.");
            new HtmlTable<HydraulicCheck>("What was checked")
            {
                RowClass = c => c.Holds ? null : "bad",
            }
                .Text("Item", c => c.Name.Length == 0 ? "" : char.ToUpperInvariant(c.Name[0]) + c.Name[1..])
                .Number("Worst residual", c => NumberText.Residual(c.Residual))
                .Number("Allowed", c => NumberText.Residual(c.Limit))
                .Text("Where", c => c.Where)
                .Text("Holds", c => c.Holds ? "yes" : "no")
                .Write(html, [.. checks]);
        })
        {
            Flows = true,
        };
    }
}
