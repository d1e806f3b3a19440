using System.Globalization;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Who supplies whom: for each carrier the countries that use most against the countries of production, and how concentrated that is.</summary>
internal sealed class SupplierSection
{
    private const int MostOrigins = 8;
    private const int MostConsumers = 10;

    /// <summary>Shares below this are not worth a cell.</summary>
    private const double LeastShare = 0.005;

    private readonly ReportContext _context;
    private readonly ILookup<(string Zone, string Carrier), OriginSummary> _origins;
    private readonly Dictionary<string, string> _arcNames = new(StringComparer.Ordinal);

    private SupplierSection(ReportContext context)
    {
        _context = context;
        _origins = context.Summary.CountryOrigins.ToLookup(o => (o.Zone, o.Carrier));
    }

    public static ReportSection? Create(ReportContext context)
    {
        ConcentrationSummary[] importers = [.. context.Summary.CountryConcentration.Where(c => c is { ImportShare: > LeastShare, LargestSupplier: not null })];
        if (importers.Length == 0)
            return null;
        ConcentrationSummary most = importers.OrderByDescending(c => context.FindCarrier(c.Carrier)?.Kind == Model.Network.CarrierKind.Gas).ThenByDescending(c => c.Amount * c.ImportShare).First();
        string title = $"Who supplies whom: {context.Zones.Name(most.Zone)} uses {ReportContext.Amount(most.Amount, most.Unit)} of {context.Carrier(most.Carrier)}, {NumberText.Of(most.Amount * most.LargestSupplierShare)} of them from {context.Zones.Name(most.LargestSupplier!)}";
        return new("suppliers", "Who supplies whom", title, html => new SupplierSection(context).Write(html));
    }

    private void Write(HtmlWriter html)
    {
        html.Leaf(
            "p",
            "Shares in % of what a country uses, plants included, by country of production, traced through lines, ships, storages and plants by proportional sharing. The index (HHI) of the origins, the own country among them, is 10\u2009000 for a single one. Through: the third country that most passes. This is where the energy physically comes from: it mixes where routes meet, whoever sold it to whom; deliveries by contract stand under Contracts.",
            ("class", "note"));
        bool first = true;
        foreach (IGrouping<string, ConcentrationSummary> carrier in _context.Summary.CountryConcentration.GroupBy(c => c.Carrier))
        {
            ConcentrationSummary[] rows = [.. carrier.Where(c => c.ImportShare > LeastShare && c.Amount > 0).OrderByDescending(c => c.Amount * c.ImportShare)];
            if (rows.Length == 0)
                continue;
            string[] origins = [.. rows.SelectMany(r => _origins[(r.Zone, r.Carrier)].Where(o => o.Origin != r.Zone)).GroupBy(o => o.Origin).OrderByDescending(g => g.Sum(o => o.Amount ?? 0)).Select(g => g.Key)];
            string[] shown = [.. origins.Where(o => !IsStock(o)).Take(MostOrigins)];
            using (html.Open("details", ("class", "charts"), ("open", first ? "" : null)))
            {
                html.Leaf("summary", $"{_context.CarrierTitle(carrier.Key)}: {rows.Length} countries that import");
                using (html.Open("div", ("class", "matrix")))
                    Table(carrier.Key, shown, origins.Length > shown.Length).WriteFolded(html, rows, MostConsumers, "countries");
            }

            first = false;
        }
    }

    private HtmlTable<ConcentrationSummary> Table(string carrier, string[] origins, bool others)
    {
        HtmlTable<ConcentrationSummary> table = new($"{_context.CarrierTitle(carrier)}: origin of what is used, % of the amount, {_context.Period()}, modelled");
        table
            .Text("Country", c => _context.Zones.Title(c.Zone))
            .Number("Uses", c => ReportContext.Amount(c.Amount, c.Unit));
        table.Column("own", true, (h, c) => Cell(h, Share(c, c.Zone)));
        foreach (string origin in origins)
            table.Column(ReportContext.Short(_context.Zones.Name(origin)), true, (h, c) => Cell(h, origin == c.Zone ? 0 : Share(c, origin)));
        if (others)
            table.Column("others, stock", true, (h, c) => Cell(h, _origins[(c.Zone, c.Carrier)].Where(o => o.Origin != c.Zone && !origins.Contains(o.Origin)).Sum(o => o.Share ?? 0)));
        return table
            .Number("HHI", c => NumberText.Of(c.OriginHhi))
            .Text("Largest route of entry", c => c.LargestRoute is null ? NumberText.None : $"{Route(c.LargestRoute)}, {ReportContext.Percent(c.LargestRouteShare ?? 0)}\u00A0%")
            .Text("Through", c => c.LargestTransit is null || !(c.LargestTransitShare >= LeastShare) ? NumberText.None : $"{_context.Zones.Name(c.LargestTransit)}, {ReportContext.Percent(c.LargestTransitShare.Value)}\u00A0%");
    }

    private string Route(string id)
    {
        if (!_arcNames.TryGetValue(id, out string? name))
            _arcNames.Add(id, name = _context.Name(id));
        return name;
    }

    private double Share(ConcentrationSummary c, string origin) => _origins[(c.Zone, c.Carrier)].Where(o => o.Origin == origin).Sum(o => o.Share ?? 0);

    private static void Cell(HtmlWriter html, double share)
    {
        if (share < LeastShare)
            return;
        string heat = Math.Round(45 * Math.Min(share, 1)).ToString(CultureInfo.InvariantCulture);
        html.Leaf("span", ReportContext.Percent(share), ("class", "heat"), ("style", $"--h:{heat}%"));
    }

    private static bool IsStock(string origin) => origin.StartsWith("stock:", StringComparison.Ordinal);
}
