using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Prices at the main nodes of the largest countries against reported prices, and prices of contracts against what was observed.</summary>
internal sealed class PriceSection
{
    private const int MostNodes = 4;

    private readonly ReportContext _context;
    private readonly CarrierUnits _units;

    private PriceSection(ReportContext context)
    {
        _context = context;
        _units = new CarrierUnits(context.System, context.Units);
    }

    public static ReportSection Create(ReportContext context) =>
        new("prices", "Prices", "What one more unit costs, and what was reported", html => new PriceSection(context).Write(html));

    private void Write(HtmlWriter html)
    {
        html.Leaf(
            "p", "Lines: the cost of one more unit at one node of each country, named above them: where a reported price holds, or where most is used. Titles tell the means of the period there; those of whole countries, under Who is supplied, weigh all their nodes by demand. Dots: prices of hubs and indices as reported, converted to the same unit.", ("class", "note"));
        using (html.Open("div", ("class", "grid")))
        {
            foreach (Carrier carrier in _context.System.Carriers)
                Nodes(html, carrier);
            Contracts(html);
        }

        Indices(html);
    }

    private void Nodes(HtmlWriter html, Carrier carrier)
    {
        DisplayUnit unit = _context.Units[carrier.Id];
        (string Country, string Name, double[] Price)[] nodes = [.. MainNodes(carrier.Id).Select(n => (n.Country, NameOf(n.Node), _context.Steps.Mean(_context.Result.NodalPrice[n.Node], unit.PricePerAccount)))];
        if (nodes.Length == 0)
            return;
        DotSeries[] dots = [.. _context.System.PriceIndices.Where(i => Concerns(i, carrier)).Select(i => Reported(i, carrier.Id))];
        (string low, string high) = (Extreme(nodes, least: true), Extreme(nodes, least: false));
        bool same = NumberText.Of(nodes.Min(n => Mean(n.Price))) == NumberText.Of(nodes.Max(n => Mean(n.Price)));
        new LineChart
        {
            Id = HtmlWriter.Id("chart", "price", carrier.Id),
            Title = nodes.Length == 1 || same ? $"{_context.CarrierTitle(carrier.Id)} costs {high}{(nodes.Length > 1 ? " and at the other nodes drawn" : "")}" : $"{_context.CarrierTitle(carrier.Id)}: {low}, {high}",
            Note = $"{UnitText.Of(unit.Price.Symbol)}; lines modelled{(nodes.Length == 1 ? "" : ": " + string.Join("; ", nodes.Select(n => $"{_context.Zones.Name(n.Country)} at {n.Name}")))}{(dots.Any(d => d.Values.Any(double.IsFinite)) ? ", dots reported" : "")}",
            Unit = UnitText.Of(unit.Price.Symbol),
            Steps = _context.Steps,
            Lines = [.. nodes.Select(n => new LineSeries(_context.Zones.Title(n.Country), ReportContext.ZoneColour(n.Country), n.Price))],
            Dots = dots,
        }.Write(html);
    }

    private string Extreme((string Country, string Name, double[] Price)[] nodes, bool least)
    {
        (string zone, string name, double[] price) = least ? nodes.MinBy(n => Mean(n.Price)) : nodes.MaxBy(n => Mean(n.Price));
        string country = _context.Zones.Name(zone);
        return $"{NumberText.Of(Mean(price))} at {ReportContext.Short(name)}{(_context.Zones.IsSole || name.Contains(country, StringComparison.OrdinalIgnoreCase) ? "" : $" ({country})")}";
    }

    /// <summary>The name of a node; one called like its country, or by a number, is told apart.</summary>
    private string NameOf(int node)
    {
        CompiledNode compiled = _context.Network.Nodes[node];
        string name = _context.Name(compiled.Id);
        return name == CountryOf(node) ? $"node {compiled.Id}" : name.All(char.IsAsciiDigit) ? "node " + name : name;
    }

    private string CountryOf(int node) => _context.Zones.Name(_context.Zones.Country(_context.Network.Nodes[node].Zone));

    private double Mean(double[] prices) => Enumerable.Range(0, prices.Length).Sum(i => prices[i] * _context.Steps.Days(i)) / Enumerable.Range(0, prices.Length).Sum(_context.Steps.Days);

    /// <summary>In each of the countries that use most the node that a reported price holds at, otherwise the one that uses most.</summary>
    private IEnumerable<(string Country, int Node)> MainNodes(string carrier)
    {
        CompiledNetwork network = _context.Network;
        var use = new double[network.Nodes.Count];
        foreach (CompiledDemand demand in network.Demands)
            use[demand.Node.Value] += ArcFlow.Total(demand.Rate, network.Horizon);
        for (int c = 0; c < network.Converters.Count; c++)
        {
            foreach (CompiledConverterFlow flow in network.Converters[c].Flows.Where(f => f.Ratio < 0))
                use[flow.Node.Value] -= flow.Ratio * ArcFlow.Total(_context.Result.Converters[c].Activity, network.Horizon);
        }

        HashSet<string> quoted = [.. _context.System.PriceIndices.SelectMany(i => i.Nodes)];
        return Enumerable.Range(0, use.Length).Where(n => network.Nodes[n].Carrier == carrier && use[n] > 0)
            .GroupBy(n => _context.Zones.Country(network.Nodes[n].Zone))
            .OrderByDescending(g => g.Sum(n => use[n]))
            .Take(MostNodes)
            .Select(g => (g.Key, g.OrderByDescending(n => quoted.Contains(network.Nodes[n].Id)).ThenByDescending(n => use[n]).First()));
    }

    /// <summary>Whether an index quotes a carrier: by the nodes where it holds; without any by the quantity it is stated in, and its name where several carriers share one.</summary>
    private bool Concerns(PriceIndex index, Carrier carrier)
    {
        if (index.Nodes.Count > 0)
            return index.Nodes.Any(n => _context.NodesById.GetValueOrDefault(n)?.Carrier == carrier.Id);
        string name = $"{index.Id} {index.Name}";
        AmountUnit amount = index.PriceUnit.Amount;
        bool liquefied = name.Contains("LNG", StringComparison.OrdinalIgnoreCase) || name.Contains("JKM", StringComparison.OrdinalIgnoreCase);
        return carrier.Kind switch
        {
            CarrierKind.Gas => !liquefied && (amount.Dimension == Dimension.GasVolume || (amount.Dimension == Dimension.Energy && amount.Basis != HeatingBasis.Unstated)),
            CarrierKind.Lng => liquefied,
            CarrierKind.Crude => amount.Dimension == Dimension.LiquidVolume,
            CarrierKind.Electricity => amount.Dimension == Dimension.Energy && amount.Basis == HeatingBasis.Unstated,
            _ => name.Contains(carrier.Id, StringComparison.OrdinalIgnoreCase),
        };
    }

    private DotSeries Reported(PriceIndex index, string carrier)
    {
        double[] values = Empty();
        foreach (PricePoint point in _context.System.PriceSeries.Where(p => p.Index == index.Id))
        {
            int step = _context.Steps.Step == "month" ? _context.Steps.Find(point.Month) : -1;
            // A horizon may begin within a month.
            if (_context.Steps.Step == "month" && step < 0 && point.Month.AddMonths(1) > _context.Steps.Starts[0] && point.Month <= _context.Steps.Starts[0])
                step = 0;
            if (step >= 0 && _units.Price(carrier, new UnitPrice(point.Value, index.PriceUnit), point.Month) is { } value)
                values[step] = value;
        }

        return new DotSeries(index.Name ?? index.Id, values);
    }

    private void Contracts(HtmlWriter html)
    {
        CompiledNetwork network = _context.Network;
        for (int k = 0; k < network.Contracts.Count; k++)
        {
            CompiledContract compiled = network.Contracts[k];
            Contract? contract = _context.System.Contracts.FirstOrDefault(c => c.Id == compiled.Id);
            Observation[] observed = [.. _context.System.Observations.Where(o => o.Table == "contracts" && o.Subject == compiled.Id && o.Price is not null && o.End > _context.Report.Horizon.From && o.Start < _context.Report.Horizon.To)];
            if (contract is null || !compiled.HasPrice || observed.Length == 0)
                continue;
            DisplayUnit unit = _context.Units[contract.Carrier];
            double[] formula = _context.Steps.Mean(compiled.Price, unit.PricePerAccount);
            double[] dots = Empty();
            foreach (Observation o in observed)
            {
                if (_units.Price(contract.Carrier, o.Price!.Value, o.Start) is not { } price)
                    continue;
                for (int i = 0; i < dots.Length; i++)
                {
                    if (_context.Steps.Starts[i] >= o.Start && _context.Steps.Starts[i] < o.End)
                        dots[i] = price;
                }
            }

            if (!dots.Any(double.IsFinite))
                continue;
            using HtmlWriter.Element cell = html.Open("div", ("class", "cell"));
            new LineChart
            {
                Id = HtmlWriter.Id("chart", "contract-price", compiled.Id),
                Title = $"{_context.Name(compiled.Id)}: the formula gives {NumberText.Of(Mean(formula))} on average, reported {NumberText.Of(dots.Where(double.IsFinite).Average())}",
                Note = $"Contract price, {UnitText.Of(unit.Price.Symbol)}; line by formula, dots reported",
                Unit = UnitText.Of(unit.Price.Symbol),
                Steps = _context.Steps,
                Lines = [new LineSeries("by formula", ReportContext.CarrierColour(contract.Carrier), formula)],
                Dots = [new DotSeries("reported", dots)],
            }.Write(html);
            using HtmlWriter.Element marks = html.Open("p", ("class", "marks"));
            html.Text("Terms");
            _context.Sources.Mark(html, "contracts", compiled.Id, $"terms of {_context.Name(compiled.Id)}");
            html.Text(", price as reported");
            foreach (Observation o in observed)
                _context.Sources.Mark(html, "observations", o.Id, $"reported price of {_context.Name(compiled.Id)}");
        }
    }

    private void Indices(HtmlWriter html)
    {
        PriceIndex[] indices = [.. _context.System.PriceIndices.Where(i => _context.System.Carriers.Any(c => Concerns(i, c)))];
        if (indices.Length == 0)
            return;
        using (html.Open("p", ("class", "note")))
        {
            html.Text("Reported prices: ");
            for (int i = 0; i < indices.Length; i++)
            {
                html.Text((i == 0 ? "" : ", ") + $"{indices[i].Name ?? indices[i].Id} ({UnitText.Of(indices[i].PriceUnit.Symbol)})");
                _context.Sources.Mark(html, "price_indices", indices[i].Id, indices[i].Name ?? indices[i].Id);
            }

            html.Text(".");
        }
    }

    private double[] Empty()
    {
        var values = new double[_context.Steps.Count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
