using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>How far the state can be trusted: the solver's residual, and the word of the independent check.</summary>
internal static class CheckSection
{
    private const double BarPascal = 1e5;

    public static ReportSection? Create(HydraulicContext context)
    {
        if (context.IsInstant)
            return OfRun(context.Input.Transient!);
        if (context.Solution is not { } solution)
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

    /// <summary>The second look at a run: it belongs to the whole time, not to the instant that is drawn.</summary>
    private static ReportSection OfRun(TransientResult run)
    {
        TransientCertificate? certificate = run.Certificate;
        string title = certificate is null ? "Certificate: the run was not checked a second time"
            : certificate.Holds ? "Certificate: the run holds, its mass balance and every step" : "Certificate: the run does not hold";
        return new ReportSection("certificate", "Certificate", title, html =>
        {
            if (certificate is null)
            {
                html.Leaf("p", $"The solver reports a greatest relative residual of {NumberText.Residual(run.Steps.Residual)} over {NumberText.Count(run.Steps.Accepted)} steps; no second look was taken.");
                return;
            }

            html.Leaf("p", "After the run, masses were calculated again by the equation of state itself instead of its table, the balance from what crossed the boundary in every stage, and the equations of every step were put together again.");
            HydraulicCheck[] checks =
            [
                new("Mass balance of the whole run", certificate.MassError, TransientCertificate.MassTolerance, ""),
                new("Equations of every step", certificate.Residual, TransientCertificate.ResidualTolerance, ""),
            ];
            new HtmlTable<HydraulicCheck>("What was checked")
            {
                RowClass = c => c.Holds ? null : "bad",
            }
                .Text("Item", c => c.Name)
                .Number("Worst residual", c => NumberText.Residual(c.Residual))
                .Number("Allowed", c => NumberText.Residual(c.Limit))
                .Text("Holds", c => c.Holds ? "yes" : "no")
                .Write(html, checks);
            html.Leaf("p", $"The lowest pressure met anywhere is {NumberText.Of(certificate.LowestPressure / BarPascal)}\u00A0bar absolute; it must be above zero.");
        })
        {
            Flows = true,
        };
    }
}
