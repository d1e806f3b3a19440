using Corridor.Model.Provenance;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Backtest;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Modelled yearly volumes of routes and markets against what was reported.</summary>
internal sealed class ObservationSection(ReportContext context)
{
    private const int Shown = 20;

    /// <summary>A deviation above this share wants a reason.</summary>
    private const double Large = 0.25;

    public static ReportSection? Create(ReportContext context)
    {
        BacktestResult[] years = [.. BacktestStudy.Years(context.System)
            .Where(y => context.Report.Horizon.From <= new DateOnly(y, 1, 1) && context.Report.Horizon.To >= new DateOnly(y + 1, 1, 1))
            .Select(y => BacktestStudy.Compare(context.System, context.Result, y)).Where(r => r.Routes.Count > 0)];
        if (years.Length == 0)
            return null;
        BacktestResult first = years[0];
        string title = $"Reported against modelled: half of {NumberText.Count(first.Routes.Count)} routes are within {ReportContext.Percent(first.MedianAbsDeviation)}\u00A0% in {first.Year}, {NumberText.Count(first.Above(Large))} {(first.Above(Large) == 1 ? "is" : "are")} off by more than {ReportContext.Percent(Large)}\u00A0%";
        return new("reported", "Reported against modelled", title, html => new ObservationSection(context).Write(html, years));
    }

    private void Write(HtmlWriter html, BacktestResult[] years)
    {
        html.Leaf(
            "p",
            context.Report.Scenarios.Count == 0
                ? "Reported figures never enter the computation. The deviation is modelled less reported, divided by reported."
                : "Reported figures never enter the computation. This run asks what if, so a deviation is also the effect of the scenario. It is modelled less reported, divided by reported.",
            ("class", "note"));
        foreach (BacktestResult year in years)
        {
            new HtmlTable<RouteComparison>($"Routes and markets, {year.Year}; modelled against reported")
            {
                RowClass = r => Math.Abs(r.Deviation) > Large ? "short" : null,
            }
                .Text("Route or market", r => r.Name)
                .Text("Carrier", r => context.CarrierTitle(r.Carrier))
                .Number("Modelled", r => NumberText.Of(r.Modelled, r.Reported))
                .Column("Reported", true, (h, r) =>
                {
                    h.Text(NumberText.Of(r.Reported));
                    if (Observation(r) is { } observation)
                        context.Sources.Mark(h, "observations", observation.Id, $"reported figure of {r.Name}");
                })
                .Text("Unit", r => ReportContext.UnitCell(r.Unit))
                .Number("Deviation", r => r.Reported > 0 ? Signed(r.Deviation) : NumberText.None)
                .Text("Named cause", r => r.Cause)
                .WriteFolded(html, year.Routes, Shown, "routes");
        }
    }

    private Observation? Observation(RouteComparison route) =>
        context.System.Observations.FirstOrDefault(o => o.Route == route.Id && o.Start == route.Start && o.End == route.End && o.Source == route.Source);

    private static string Signed(double share) => ReportContext.Percent(share) is var text && text == "0" ? "0\u00A0%" : (share > 0 ? "+" : "") + text + "\u00A0%";
}
