using System.Globalization;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Gas lines on their pipes: pressures, compressor power, what does not flow; capacities that follow from the physics.</summary>
internal static class PhysicsSection
{
    private const int Shown = 12;

    public static ReportSection? Create(ReportContext context)
    {
        if (context.Summary.Physics is not { } physics)
            return null;
        int infeasible = PhysicsText.NotCarrying(physics);
        string title = physics.Lines.Count == 0
            ? "Gas physics: no line with data carries anything"
            : infeasible == 0
                ? "Gas physics: the pipes carry what the dispatch sends"
                : $"Gas physics: {infeasible} {(infeasible == 1 ? "line does" : "lines do")} not carry what the dispatch sends";
        return new("physics", "Gas physics", title, html => Write(html, context, physics));
    }

    private static void Write(HtmlWriter html, ReportContext context, PhysicsSummary physics)
    {
        html.Leaf("p", PhysicsText.Headline(physics));
        html.Leaf(
            "p",
            "Each line begins at its largest pressure, its stations restore it as far as power and ratio allow, and it must deliver at its smallest; regions share no pressures. Lines without data are named below, not passed.",
            ("class", "note"));
        if (PhysicsText.Agreement(physics) is { Length: > 0 } agreement)
            html.Leaf("p", agreement, ("class", "note"));
        foreach (LinePhysicsSummary l in physics.Lines.Where(l => l.InfeasiblePeriods > 0))
            html.Leaf("p", PhysicsText.Infeasible(l, context.Name(l.Id)));
        Lines(html, context, physics);
        Stations(html, context, physics);
        Capacities(html, context, physics);
        WithoutData(html, context, physics);
    }

    private static void Lines(HtmlWriter html, ReportContext context, PhysicsSummary physics) =>
        new HtmlTable<LinePhysicsSummary>($"Gas lines on their pipes, {context.Period()}; pressures absolute, extremes over the {context.Summary.Horizon.Step}s")
            .Text("Line", l => Named(context, l.Id, l.Direction))
            .Number("Sent", l => NumberText.Of(l.Flow))
            .Number("Pipe carries", l => NumberText.Of(l.Capacity))
            .Text("Unit", l => ReportContext.UnitCell(l.Unit))
            .Number("Full, %", l => NumberText.Of(100 * l.Utilisation))
            .Column("", false, (h, l) => Bar(h, l.Utilisation))
            .Number("Starts, bar", l => NumberText.Of(l.InletPressure))
            .Number("Lowest", l => NumberText.Of(l.LowestPressure))
            .Number("Arrives", l => NumberText.Of(l.DeliveryPressure))
            .Number("Must arrive", l => NumberText.Of(l.DeliveryPressureMin))
            .Number("Power, MW", l => NumberText.Of(l.Power))
            .Number("Installed", l => NumberText.Of(l.PowerAvailable))
            .Number("Fastest, m/s", l => NumberText.Of(l.Velocity))
            .Number("Gas in the pipe", l => NumberText.Of(l.Linepack))
            .Number("Too much in", l => NumberText.Count(l.InfeasiblePeriods))
            .WriteFolded(html, physics.Lines, Shown, "lines");

    private static void Stations(HtmlWriter html, ReportContext context, PhysicsSummary physics) =>
        new HtmlTable<StationPhysicsSummary>("Compressor stations: greatest ratio and shaft power over the time")
            .Text("Station", s => context.Name(s.Id))
            .Text("Line", s => Named(context, s.Line, s.Direction))
            .Number("Ratio", s => NumberText.Of(s.Ratio))
            .Number("Power, MW", s => NumberText.Of(s.Power))
            .Number("Would restore all", s => NumberText.Of(s.PowerNeeded))
            .Number("Installed", s => NumberText.Of(s.PowerAvailable))
            .Number("At its limit in", s => NumberText.Count(s.LimitedPeriods))
            .WriteFolded(html, physics.Stations, Shown, "stations");

    private static void Capacities(HtmlWriter html, ReportContext context, PhysicsSummary physics) =>
        new HtmlTable<LineCapacitySummary>(physics.Mode == "capacity" ? "Capacities stated and derived; the dispatch used the column Used" : "Capacities stated and derived; the dispatch used the stated ones")
            .Text("Line", c => Named(context, c.Id, c.Direction))
            .Column("Stated", true, (h, c) =>
            {
                h.Text(NumberText.Of(c.Stated));
                context.Sources.Mark(h, "pipelines", c.Id, $"capacity of {context.Name(c.Id)}");
            })
            .Number("Derived", c => NumberText.Of(c.Derived))
            .Number("Arrives of it", c => NumberText.Of(c.Delivered))
            .Text("Unit", c => ReportContext.UnitCell(c.Unit))
            .Number("Deviation, %", c => c.Deviation is { } d ? (d < 0 ? "−" : "+") + Math.Abs(100 * d).ToString("0.0", CultureInfo.InvariantCulture) : NumberText.None)
            .Number("Used", c => physics.Mode == "capacity" ? NumberText.Of(c.Used) : NumberText.Of(c.Stated))
            .Text("Held back by", PhysicsText.Limit)
            .Text("Assumed", c => string.Join(", ", c.Assumed))
            .WriteFolded(html, physics.Capacities, Shown, "lines");

    private static void WithoutData(HtmlWriter html, ReportContext context, PhysicsSummary physics) =>
        new HtmlTable<LineWithoutDataSummary>("Gas lines in service that were not looked at, for want of data")
            .Text("Line", w => context.Name(w.Id))
            .Number("Sent", w => NumberText.Of(w.Flow))
            .Text("Unit", w => ReportContext.UnitCell(w.Unit))
            .Text("Missing", w => string.Join(", ", w.Missing))
            .WriteFolded(html, physics.WithoutData, Shown, "lines");

    private static string Named(ReportContext context, string id, string direction) => direction == "backward" ? context.Name(id) + " (reverse)" : context.Name(id);

    private static void Bar(HtmlWriter html, double share)
    {
        double length = 110 * Math.Min(share, 1);
        using (html.Open("svg", ("class", "bar"), ("viewBox", "0 0 112 14"), ("aria-hidden", "true"), ("focusable", "false")))
            html.Shape("path", ("class", "fill"), ("d", $"M1 3h{SvgText.Of(length)}v8h{SvgText.Of(-length)}z"));
    }
}
