namespace Corridor.Studies.Tracing;

/// <summary>Makes rows of a trace from added-up mixtures.</summary>
internal sealed class TraceRows(TraceGraph graph, TraceColumns columns)
{
    // What is smaller is rounding; all that is left out together stays below the 1e-9 to which shares add up.
    private const double LeastShare = 1e-12;
    private const double LeastImport = 1e-9;

    public TraceRow Create(string place, string carrier, DateOnly? month, TraceTally.Sum sum)
    {
        int country = graph.Countries.Of(place);
        double[] ofCountry = new double[columns.Countries];
        var stocks = new double[columns.Countries];
        for (int o = 0; o < columns.Origins; o++)
            (graph.Stocks.Contains(o) ? stocks : ofCountry)[graph.OriginCountry[o]] += sum.Main[o] / sum.Amount;
        var origins = new List<(string Id, int Country, double Share)>();
        for (int c = 0; c < columns.Countries; c++)
        {
            origins.Add((graph.Countries.Ids[c], c, ofCountry[c]));
            origins.Add((TraceGraph.StockPrefix + graph.Countries.Ids[c], c, stocks[c]));
        }

        // Passed through c = not (never in c); what was produced there, or lay there, did not pass through it.
        IReadOnlyList<TraceShare> transits = Shares(Enumerable.Range(0, columns.Countries).Where(c => c != country)
            .Select(c => (graph.Countries.Ids[c], 1 - (sum.Main[columns.AvoidStart + c] / sum.Amount) - ofCountry[c] - stocks[c])));
        IReadOnlyList<TraceShare> routes = Shares(Enumerable.Range(0, columns.Routes).Select(r => (graph.Routes[r], sum.Main[columns.RouteStart + r] / sum.Amount)));
        return new TraceRow
        {
            Place = place,
            Country = graph.Countries.Ids[country],
            Carrier = carrier,
            Month = month,
            Amount = sum.Amount,
            Served = sum.Served,
            OriginZones = Shares(Enumerable.Range(0, columns.Origins).Select(o => (graph.Origins[o], sum.Main[o] / sum.Amount))),
            Origins = Shares(origins.Select(o => (o.Id, o.Share))),
            Transits = transits,
            Routes = routes,
            Concentration = Concentrate([.. origins.Where(o => o.Share > LeastShare)], country, transits, routes),
        };
    }

    private static TraceShare[] Shares(IEnumerable<(string Id, double Share)> all) =>
        [.. all.Where(s => s.Share > LeastShare).OrderByDescending(s => s.Share).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => new TraceShare(s.Id, s.Share))];

    private static Concentration Concentrate(List<(string Id, int Country, double Share)> origins, int country, IReadOnlyList<TraceShare> transits, IReadOnlyList<TraceShare> routes)
    {
        TraceShare[] foreign = Shares(origins.Where(o => o.Country != country).Select(o => (o.Id, o.Share)));
        double imports = foreign.Sum(o => o.Share), entered = routes.Sum(r => r.Share);
        bool imported = imports > LeastImport, enters = entered > LeastImport;
        return new Concentration
        {
            ImportShare = Math.Min(imports, 1),
            OriginHhi = Index(origins.Select(o => o.Share), origins.Sum(o => o.Share)),
            ImportHhi = imported ? Index(foreign.Select(o => o.Share), imports) : null,
            RouteHhi = enters ? Index(routes.Select(r => r.Share), entered) : null,
            LargestSupplier = imported ? foreign[0] : null,
            LargestSupplierOfImports = imported ? foreign[0].Share / imports : null,
            LargestRoute = enters ? routes[0] : null,
            LargestRouteOfImports = enters ? routes[0].Share / entered : null,
            LargestTransit = transits.Count > 0 ? transits[0] : null,
        };
    }

    private static double Index(IEnumerable<double> shares, double whole) => 10_000 * shares.Sum(s => s / whole * (s / whole));
}
