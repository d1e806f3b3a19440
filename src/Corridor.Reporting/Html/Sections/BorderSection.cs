using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Border regions by sector: served, curtailed, for how many days, and which emergency measures helped.</summary>
internal sealed class BorderSection
{
    private const int Shown = 16;

    private readonly ReportContext _context;
    private readonly List<MeasureUse> _measures;

    private BorderSection(ReportContext context, List<MeasureUse> measures)
    {
        _context = context;
        _measures = measures;
    }

    public static ReportSection? Create(ReportContext context)
    {
        IReadOnlyList<BorderRegionSummary> rows = context.Summary.BorderRegions;
        if (rows.Count == 0)
            return null;
        List<MeasureUse> measures = Measures(context);
        var lacking = rows.Where(IsShort).GroupBy(r => (r.Zone, r.Carrier)).Select(g => (g.Key, Days: g.Max(r => DaysShort(context, r)))).ToArray();
        string helped = measures.Count == 0 ? "no emergency measure is used" : measures.Count == 1 ? "1 emergency measure helps" : $"{measures.Count} emergency measures help";
        string title = lacking.Length == 0
            ? $"Border regions: all are served; {helped}"
            : $"Border regions: {string.Join(", ", lacking.Take(3).Select(l => $"{context.Zones.Name(l.Key.Zone)} lacks {context.Carrier(l.Key.Carrier)} for {NumberText.Of(l.Days)} days"))}; {helped}";
        return new("border-regions", "Border regions", title, html => new BorderSection(context, measures).Write(html, rows))
        {
            Flows = true,
        };
    }

    private void Write(HtmlWriter html, IReadOnlyList<BorderRegionSummary> rows)
    {
        HtmlTable<BorderRegionSummary> table = new HtmlTable<BorderRegionSummary>($"Border regions by sector, {_context.Period()}, modelled; demand from the package")
        {
            RowClass = r => IsShort(r) ? "bad" : null,
        };
        table
            .Column("Region", false, (h, r) =>
            {
                h.Text(_context.Zones.Name(r.Zone));
                _context.Sources.MarkDemand(h, _context, r.Zone, r.Carrier);
            })
            .Text("Carrier", r => _context.CarrierTitle(r.Carrier))
            .Text("Sector", r => r.Sector.Replace('_', ' ') + (r.Protected ? ", protected" : ""))
            .Number("Demand", r => NumberText.Of(r.Demand))
            .Number("Served", r => NumberText.Of(r.Served, r.Demand ?? 0))
            .Number("Not served", r => IsShort(r) ? NumberText.Of(r.Curtailed) : "0")
            .Text("Unit", r => ReportContext.UnitCell(r.Unit))
            .Number("Days short", r => NumberText.Of(DaysShort(_context, r)))
            .WriteFolded(html, [.. rows.OrderByDescending(IsShort)], Shown, "rows");
        if (_measures.Count == 0)
        {
            html.Leaf("p", "No emergency measure is used.");
            return;
        }

        new HtmlTable<MeasureUse>($"Emergency measures that are used, {_context.Period()}, modelled")
            .Column("Measure", false, (h, m) =>
            {
                h.Text(_context.Name(m.Measure.Id));
                _context.Sources.Mark(h, "measures", m.Measure.Id, _context.Name(m.Measure.Id));
            })
            .Text("Helps", m => _context.Zones.Name(m.Zone))
            .Text("Kind", m => SnakeCase.From(m.Measure.Kind.ToString()).Replace('_', ' '))
            .Text("From level", m => SnakeCase.From(m.Measure.Level.ToString()).Replace('_', ' '))
            .Number("Gives", m => NumberText.Of(m.Amount))
            .Text("Unit", m => ReportContext.UnitCell(m.Unit))
            .Number("Days", m => NumberText.Of(m.Days))
            .Text("Legal basis", m => m.Measure.LegalBasis)
            .Write(html, _measures);
    }

    private static bool IsShort(BorderRegionSummary r) => r.Curtailed > ReportContext.Rounding * r.Demand;

    /// <summary>Days of the periods in which something is curtailed.</summary>
    private static double DaysShort(ReportContext context, BorderRegionSummary row)
    {
        CompiledNetwork network = context.Network;
        var isShort = new bool[network.PeriodCount];
        for (int d = 0; d < network.Demands.Count; d++)
        {
            CompiledDemand demand = network.Demands[d];
            CompiledNode node = network.Nodes[demand.Node.Value];
            if (node.Zone != row.Zone || node.Carrier != row.Carrier || demand.Protected != row.Protected || SnakeCase.From(demand.Sector.ToString()) != row.Sector)
                continue;
            double threshold = ShortageTally.Tolerance * demand.Rate.Max();
            for (int t = 0; t < isShort.Length; t++)
                isShort[t] |= context.Result.Demands[d].Curtailed[t] > threshold;
        }

        return Enumerable.Range(0, isShort.Length).Sum(t => isShort[t] ? network.Horizon.Periods[t].Days : 0);
    }

    private static List<MeasureUse> Measures(ReportContext context)
    {
        CompiledNetwork network = context.Network;
        var used = new List<MeasureUse>();
        for (int m = 0; m < network.Measures.Count; m++)
        {
            CompiledMeasure compiled = network.Measures[m];
            CompiledNode node = network.Nodes[compiled.Node.Value];
            double[] rate = context.Result.Measures[m];
            double amount = ArcFlow.Total(rate, network.Horizon), most = compiled.Rate.Max();
            if (context.System.Measures.FirstOrDefault(x => x.Id == compiled.Id) is not { } measure || !(amount > 1e-5 * most * network.Horizon.Days))
                continue;
            DisplayUnit unit = context.Units[node.Carrier];
            double days = Enumerable.Range(0, rate.Length).Sum(t => rate[t] > 1e-4 * most ? network.Horizon.Periods[t].Days : 0);
            used.Add(new MeasureUse(measure, node.Zone, amount * unit.AmountPerAccount, unit.Amount.Symbol, days));
        }

        return used;
    }

    private sealed record MeasureUse(Measure Measure, string Zone, double Amount, string Unit, double Days);
}
