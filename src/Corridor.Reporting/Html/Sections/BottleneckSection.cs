using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Routes whose capacity is worth most.</summary>
internal static class BottleneckSection
{
    private const int Shown = 10;

    public static ReportSection Create(ReportContext context)
    {
        IReadOnlyList<BottleneckSummary> rows = context.Summary.Bottlenecks;
        string title = rows.Count == 0 ? "Bottlenecks: no line holds anything back" : $"Bottlenecks: {context.Name(rows[0].Id)} is worth most";
        return new("bottlenecks", "Bottlenecks", title, html => Write(html, context, rows));
    }

    private static void Write(HtmlWriter html, ReportContext context, IReadOnlyList<BottleneckSummary> rows)
    {
        if (rows.Count == 0)
        {
            html.Leaf("p", "No capacity of a line, ship or railway is worth anything: more of it would change nothing.");
            return;
        }

        html.Leaf("p", "A capacity is worth what one more unit of it would have saved, summed over the period.", ("class", "note"));
        double most = rows[0].Value ?? 0;
        new HtmlTable<BottleneckSummary>($"Routes whose capacity is worth most, {context.Period()}; worth modelled, capacity from the package")
            .Text("Route", b => b.Direction == "backward" ? context.Name(b.Id) + " (reverse)" : context.Name(b.Id))
            .Text("Carrier", b => context.CarrierTitle(b.Carrier))
            .Column("Capacity", true, (h, b) =>
            {
                h.Text(NumberText.Of(b.Capacity));
                if (context.Sources.TableOf(b.Id) is { } table)
                    context.Sources.Mark(h, table, b.Id, $"capacity of {context.Name(b.Id)}");
            })
            .Text("Unit", b => ReportContext.UnitCell(b.Unit))
            .Number("One more unit saves", b => NumberText.Of(b.ShadowValue))
            .Text("a unit", b => UnitText.Price(b.PriceUnit))
            .Number($"Full in, of {NumberText.Count(context.Summary.Horizon.Periods)} {context.Summary.Horizon.Step}{(context.Summary.Horizon.Periods == 1 ? "" : "s")}", b => NumberText.Count(b.PeriodsBinding))
            .Number($"Worth, {context.Summary.Currency}", b => NumberText.Money(b.Value))
            .Column("", false, (h, b) => Bar(h, b.Value ?? 0, most))
            .WriteFolded(html, rows, Shown, "routes");
    }

    private static void Bar(HtmlWriter html, double value, double most)
    {
        if (!(most > 0))
            return;
        double length = 110 * value / most;
        using (html.Open("svg", ("class", "bar"), ("viewBox", "0 0 112 14"), ("aria-hidden", "true"), ("focusable", "false")))
            html.Shape("path", ("class", "fill"), ("d", $"M1 3h{SvgText.Of(length)}v8h{SvgText.Of(-length)}z"));
    }
}
