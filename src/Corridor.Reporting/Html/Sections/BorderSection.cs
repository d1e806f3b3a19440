using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Border regions: the answer for each, by sector what was served and curtailed for how many days, and what helped.</summary>
internal sealed class BorderSection(ReportContext context)
{
    private const int Shown = 16;

    private readonly RunSummary _summary = context.Summary;

    public static ReportSection? Create(ReportContext context)
    {
        IReadOnlyList<BorderSupplySummary> supplies = context.Summary.BorderRegionSupply;
        if (supplies.Count == 0)
            return null;
        BorderSupplySummary[] lacking = [.. supplies.Where(s => s.ShortDays > 0).OrderByDescending(s => s.ShortDays)];
        string title = lacking.Length == 0
            ? "Border regions: all customers are served"
            : $"Border regions: {string.Join(", ", lacking.Take(3).Select(s => $"{context.Zones.Name(s.Zone)} lacks {context.Carrier(s.Carrier)} on {NumberText.Of(s.ShortDays)} days"))}{(lacking.Length > 3 ? $", {lacking.Length - 3} more" : "")}";
        return new("border-regions", "Border regions", title, html => new BorderSection(context).Write(html))
        {
            Flows = lacking.Length == 0,
        };
    }

    private void Write(HtmlWriter html)
    {
        // A region that nothing happened to needs no sentence of its own.
        BorderSupplySummary[] told = [.. _summary.BorderRegionSupply.Where(s => s.ShortDays > 0 || s.StressDays > 0).OrderByDescending(s => s.ShortDays > 0).ThenByDescending(s => s.Curtailed / s.Demand)];
        if (told.Length > 0)
        {
            using (html.Open("ul", ("class", "told")))
            {
                foreach (BorderSupplySummary supply in told)
                {
                    html.Leaf("li", supply.Answer, ("class", supply.ShortDays > 0 ? "short" : null));
                }
            }
        }

        Sectors(html);
        Help(html);
    }

    private void Sectors(HtmlWriter html)
    {
        HtmlTable<BorderRegionSummary> table = new HtmlTable<BorderRegionSummary>($"Border regions by sector, {context.Period()}, modelled; demand from the package")
        {
            RowClass = r => r.ShortDays > 0 ? "bad" : null,
        };
        table
            .Column("Region", false, (h, r) =>
            {
                h.Text(context.Zones.Title(r.Zone));
                context.Sources.MarkDemand(h, context, r.Zone, r.Carrier);
            })
            .Text("Carrier", r => context.CarrierTitle(r.Carrier))
            .Text("Sector", r => r.Sector.Replace('_', ' ') + (r.Protected ? ", protected" : ""))
            .Number("Demand", r => NumberText.Of(r.Demand))
            .Number("Served", r => NumberText.Of(r.Served, r.Demand ?? 0))
            .Number("Not served", r => r.ShortDays > 0 ? NumberText.Of(r.Curtailed) : "0")
            .Text("Unit", r => ReportContext.UnitCell(r.Unit))
            .Number("Days short", r => NumberText.Of(r.ShortDays))
            .Text("Worst", r => r.ShortDays > 0 && r.WorstDay is { } day ? $"{ReportContext.Percent(r.WorstShare ?? 0)}\u00A0% of that day's demand, {ReportContext.Day(day)}" : "")
            .WriteFolded(html, [.. _summary.BorderRegions.OrderByDescending(r => r.ShortDays > 0)], Shown, "rows");
    }

    private void Help(HtmlWriter html)
    {
        BorderHelpSummary[] helped = [.. _summary.BorderRegionHelp.Where(h => h.Helped)], would = [.. _summary.BorderRegionHelp.Where(h => !h.Helped)];
        if (helped.Length == 0)
            html.Leaf("p", "No emergency measure is used.");
        new HtmlTable<BorderHelpSummary>("What helped, modelled: emergency measures, and routes and plants that gave more than before")
            .Column("Help", false, (h, m) => Name(h, m.Id))
            .Text("Helps", m => $"{context.Zones.Name(m.Zone)}, {context.Carrier(m.Carrier)}")
            .Text("Kind", m => m.Kind.Replace('_', ' ') + (m.Level is null ? "" : $", from {m.Level.Replace('_', ' ')}"))
            .Number("Gives", m => NumberText.Of(m.Amount))
            .Text("Unit", m => ReportContext.UnitCell(m.Unit))
            .Number("Days", m => NumberText.Of(m.Days))
            .Number($"Cost, {_summary.Currency}", m => m.Cost is null ? NumberText.None : NumberText.Money(m.Cost))
            .Text("Legal basis", m => m.LegalBasis)
            .WriteFolded(html, helped, Shown, "rows");
        new HtmlTable<BorderHelpSummary>("What would have helped: worth of one more unit on the short days, modelled")
            .Column("Limit", false, (h, m) => Name(h, m.Id))
            .Text("Would help", m => $"{context.Zones.Name(m.Zone)}, {context.Carrier(m.Carrier)}")
            .Number("One more unit saves", m => NumberText.Of(m.Value))
            .Text("a unit", m => UnitText.Price(m.PriceUnit))
            .Text("State", m => m.Closed ? "closed" : "full")
            .Write(html, [.. would.OrderByDescending(m => m.Value).Take(6)]);
    }

    private void Name(HtmlWriter html, string id)
    {
        html.Text(context.Name(id));
        if (context.Sources.TableOf(id) is { } table)
            context.Sources.Mark(html, table, id, context.Name(id));
    }
}
