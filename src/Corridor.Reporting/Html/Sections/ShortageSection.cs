using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Who goes short, when, by how much, and what stands in the way.</summary>
internal static class ShortageSection
{
    private const int Shown = 8;

    public static ReportSection? Create(ReportContext context)
    {
        IReadOnlyList<ShortageSummary> shortages = context.Summary.Shortages;
        if (shortages.Count == 0)
            return null;
        string title = shortages.Count == 1
            ? $"{context.Zones.Title(shortages[0].Zone)} goes short of {context.Carrier(shortages[0].Carrier)}"
            : $"{shortages.Count} times a zone goes short of a carrier, {context.Zones.Name(shortages[0].Zone)} most";
        return new ReportSection("shortages", "Who goes short", title, html =>
        {
            html.Leaf("p", "Curtailed against the consumer's will, dearest first. At its limit: lines, plants, laws and payment channels that could have helped and were full, closed or forbidden.", ("class", "note"));
            new HtmlTable<ShortageSummary>("Demand not served, modelled")
                .Column("Zone", false, (h, s) =>
                {
                    h.Text(context.Zones.Title(s.Zone));
                    context.Sources.MarkDemand(h, context, s.Zone, s.Carrier);
                })
                .Text("Carrier", s => context.CarrierTitle(s.Carrier))
                .Number("Not served", s => NumberText.Of(s.Curtailed))
                .Number("Of demand", s => NumberText.Of(s.Demand))
                .Number("Protected customers", s => s.CurtailedProtected > 0 ? NumberText.Of(s.CurtailedProtected) : "0")
                .Text("Unit", s => ReportContext.UnitCell(s.Unit))
                .Text("When", s => s.First == s.Last ? ReportContext.Day(s.First) : $"{ReportContext.Period(s.First, s.Last)}, {NumberText.Count(s.Periods)} {context.Summary.Horizon.Step}{(s.Periods == 1 ? "" : "s")}")
                .Column("At its limit", false, (h, s) => Limits(h, context, s))
                .WriteFolded(html, shortages, Shown, "shortages");
        });
    }

    private static void Limits(HtmlWriter html, ReportContext context, ShortageSummary shortage)
    {
        if (shortage.Limits.Count == 0)
            html.Text("no single limit explains it");
        for (int i = 0; i < Math.Min(4, shortage.Limits.Count); i++)
        {
            html.Text((i == 0 ? "" : "; ") + context.Name(shortage.Limits[i]));
            if (context.Sources.TableOf(shortage.Limits[i]) is { } table)
                context.Sources.Mark(html, table, shortage.Limits[i], context.Name(shortage.Limits[i]));
        }

        if (shortage.Limits.Count > 4)
            html.Text($"; {shortage.Limits.Count - 4} more");
    }
}
