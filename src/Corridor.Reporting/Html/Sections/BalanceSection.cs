using Corridor.Model.Network;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Who is supplied, from where: for each carrier a table of the countries and their balances by step of time; regions behind a fold.</summary>
internal sealed class BalanceSection
{
    private const int ChartsShown = 4;
    private const int RowsShown = 6;

    private readonly ReportContext _context;
    private readonly BalanceChart _charts;
    private readonly ILookup<string, BalanceSeries.Entry> _countries;
    private readonly ILookup<(string Country, string Carrier), BalanceSeries.Entry> _regions;
    private readonly ILookup<(string Zone, string Carrier), ImportSummary> _imports;

    private BalanceSection(ReportContext context)
    {
        _context = context;
        _charts = new BalanceChart(context);
        _countries = new BalanceSeries(context.Result, context.Zones.Country, context.Steps).Entries.ToLookup(e => e.Carrier);
        _regions = new BalanceSeries(context.Result, zone => zone, context.Steps).Entries.ToLookup(e => (context.Zones.Country(e.Group), e.Carrier));
        _imports = context.Summary.CountryImports.ToLookup(i => (i.Zone, i.Carrier));
    }

    public static ReportSection Create(ReportContext context) =>
        new("balances", "Who is supplied", "Who is supplied, and from where", html => new BalanceSection(context).Write(html));

    private void Write(HtmlWriter html)
    {
        html.Leaf(
            "p",
            $"Each column is one {_context.Steps.Step}: what reaches the country, stacked by the neighbour it comes over (where it was produced stands under Who supplies whom). The line is what is used there: demand, and what plants, refineries and terminals take. Red hatching below it is demand that is not served. What stands above the line is exported, stored or lost on the way.",
            ("class", "note"));
        bool first = true;
        foreach (IGrouping<string, BalanceSummary> carrier in _context.Summary.Countries.GroupBy(b => b.Carrier))
        {
            BalanceSummary[] rows = [.. carrier.Where(b => ReportContext.Size(b) > 0).OrderByDescending(b => b.Curtailed > ReportContext.Rounding * ReportContext.Size(b)).ThenByDescending(ReportContext.Size)];
            if (rows.Length == 0)
                continue;
            string id = HtmlWriter.Id("balance", carrier.Key);
            using (html.Open("section", ("class", "part"), ("id", id), ("aria-labelledby", id + "-title")))
            {
                html.Leaf("h3", _context.CarrierTitle(carrier.Key) + ": " + Sentence(rows), ("id", id + "-title"));
                Table(html, rows);
                Charts(html, rows, first);
            }

            html.Line();
            first = false;
        }
    }

    private static string Sentence(BalanceSummary[] rows)
    {
        double demand = rows.Sum(b => b.Demand ?? 0), curtailed = rows.Sum(b => b.Curtailed > ReportContext.Rounding * ReportContext.Size(b) ? b.Curtailed ?? 0 : 0), plants = rows.Sum(b => b.ConversionInput ?? 0);
        string unit = UnitText.Of(rows[0].Unit);
        string served = demand <= 0 ? "" : curtailed > 0 ? $"{NumberText.Of(curtailed)} of {NumberText.Of(demand)}\u00A0{unit} of demand is not served" : $"no demand is cut, {NumberText.Of(demand)}\u00A0{unit}";
        string taken = plants > ReportContext.Rounding * demand ? $"plants take {NumberText.Of(plants)}\u00A0{unit}" : "";
        return served.Length > 0 && taken.Length > 0 ? $"{served}; {taken}" : served + taken;
    }

    private void Table(HtmlWriter html, BalanceSummary[] rows)
    {
        string price = UnitText.Price(rows[0].PriceUnit);
        HtmlTable<BalanceSummary> table = new HtmlTable<BalanceSummary>($"{_context.CarrierTitle(rows[0].Carrier)} by country, {UnitText.Of(rows[0].Unit)}, {_context.Period()}, modelled; demand from the package")
        {
            RowClass = b => b.Curtailed > ReportContext.Rounding * ReportContext.Size(b) ? "bad" : null,
        };
        table
            .Text("Country", b => _context.Zones.Title(b.Zone))
            .Column("Demand", true, (h, b) =>
            {
                h.Text(Of(b.Demand, b));
                if (b.Demand > 0)
                    _context.Sources.MarkDemand(h, _context, b.Zone, b.Carrier);
            })
            .Number("Not served", b => Of(b.Curtailed, b));
        if (rows.Any(b => b.GivenUp > ReportContext.Rounding * ReportContext.Size(b)))
            table.Number("Given up for price", b => Of(b.GivenUp, b));
        table.Number("Plants take", b => Of(b.ConversionInput, b)).Number("Own", b => Of(b.Production - b.Regasified, b));
        if (rows.Any(b => b.Regasified > 0))
            table.Number("From LNG", b => Of(b.Regasified, b));
        if (rows.Any(b => b.Losses > 0.005 * ReportContext.Size(b)))
            table.Number("Losses", b => Of(b.Losses, b));
        table.Number("Imports", b => Of(b.Imports, b)).Text("by way of", Origins).Number("Exports", b => Of(b.Exports, b)).Number($"Price, {price}", b => NumberText.Of(b.AveragePrice));
        table.WriteFolded(html, rows, RowsShown, "countries");
    }

    private void Charts(HtmlWriter html, BalanceSummary[] rows, bool open)
    {
        Dictionary<string, BalanceSeries.Entry> entries = _countries[rows[0].Carrier].ToDictionary(e => e.Group);
        BalanceSummary[] drawn = [.. rows.Where(b => entries.ContainsKey(b.Zone))];
        // One carrier is open at first: a page of all would hide what matters.
        using (html.Open("details", ("class", "charts"), ("open", open ? "" : null)))
        {
            html.Leaf("summary", $"{_context.CarrierTitle(rows[0].Carrier)} by {_context.Steps.Step}: {Names(drawn.Take(ChartsShown))}");
            using (html.Open("div", ("class", "grid")))
            {
                foreach (BalanceSummary row in drawn.Take(ChartsShown))
                    Country(html, row, entries[row.Zone]);
            }

            if (drawn.Length > ChartsShown)
            {
                using (html.Open("details", ("class", "charts")))
                {
                    html.Leaf("summary", $"{drawn.Length - ChartsShown} more: {Names(drawn.Skip(ChartsShown))}");
                    using (html.Open("div", ("class", "grid")))
                    {
                        foreach (BalanceSummary row in drawn.Skip(ChartsShown))
                            Country(html, row, entries[row.Zone]);
                    }
                }
            }
        }
    }

    private void Country(HtmlWriter html, BalanceSummary row, BalanceSeries.Entry entry)
    {
        using (html.Open("div", ("class", "cell")))
        {
            _charts.Write(html, entry, "country");
            BalanceSeries.Entry[] regions = [.. _regions[(row.Zone, row.Carrier)].Where(e => BalanceChart.Total(e) > 0)];
            if (regions.Length < 2)
                return;
            using (html.Open("details", ("class", "regions")))
            {
                html.Leaf("summary", $"{regions.Length} regions");
                foreach (BalanceSeries.Entry region in regions.OrderByDescending(e => e.Curtailed.Sum()).ThenByDescending(BalanceChart.Total))
                    _charts.Write(html, region, "region");
            }
        }
    }

    private string Names(IEnumerable<BalanceSummary> rows)
    {
        string[] names = [.. rows.Select(b => _context.Zones.Name(b.Zone))];
        return names.Length <= 5 ? string.Join(", ", names) : string.Join(", ", names.Take(4)) + ", …";
    }

    private string Origins(BalanceSummary b)
    {
        double size = ReportContext.Size(b);
        ImportSummary[] from = [.. _imports[(b.Zone, b.Carrier)].Where(i => i.Amount > 1e-3 * size)];
        return string.Join(", ", from.Take(4).Select(i => $"{_context.Zones.Name(i.Origin)}\u00A0{NumberText.Of(i.Amount)}")) + (from.Length > 4 ? ", …" : "");
    }

    private static string Of(double? value, BalanceSummary b) => value is null ? NumberText.None : NumberText.Of(value, ReportContext.Size(b));
}
