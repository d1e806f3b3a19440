using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Whether the nodal prices support the flows within the package's own limits. For elements that nothing but the balances couples, the cost
/// at the nodal prices may not exceed the least possible: what it exceeds it by is a part of the gap. It shows a limit that
/// the program took too tight, which no violated limit can show.
/// </summary>
internal sealed class PriceCheck
{
    private readonly SystemFigures _figures;
    private readonly ResultFacts _facts;
    private readonly double[] _days;
    private readonly Dictionary<MatchedFlow, double[]> _levies = [];
    private readonly HashSet<MatchedFlow> _coupled = [];
    private readonly Dictionary<string, double> _excess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rent = new(StringComparer.Ordinal);

    private PriceCheck(SystemFigures figures, ResultFacts facts)
    {
        _figures = figures;
        _facts = facts;
        _days = figures.Package.Days;
        foreach (RuleFigures rule in figures.Rules.Values)
        {
            foreach (MatchedFlow flow in rule.Flows)
            {
                if (rule.Row.Effect is RuleEffect.CapVolume or RuleEffect.Require or RuleEffect.CapCo2)
                    _coupled.Add(flow);
                else if (rule.Row.Effect == RuleEffect.Levy && rule.Levy(figures.Basis(flow), figures.Package) is { } levy)
                    Add(flow, levy);
            }
        }
    }

    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        string currency = figures.Package.System.Description.Currency;
        ItemRecorder item = sheet.Begin(CertificateGroup.Gap, "price support", b =>
            $"at the nodal prices {b.Element} could save {CheckSheet.Number(b.Violation)} {currency} within its limits in the package");
        var check = new PriceCheck(figures, facts);
        check.Supplies();
        check.Demands();
        check.Arcs();
        check.Converters();
        check.Measures();
        check.Capacities();
        double scale = 1 + Math.Abs(facts.Result.Objective), sum = 0;
        foreach ((string element, double excess) in check._excess)
        {
            item.Given(element, Breach.WholeHorizon, excess, 0, excess, excess / scale);
            sum += excess;
        }

        item.Given("all elements together", Breach.WholeHorizon, sum, 0, sum, sum / scale);
    }

    private double[] Price(string node) => _facts.Prices.GetValueOrDefault(node) ?? new double[_days.Length];

    private void Add(MatchedFlow flow, double[] levy)
    {
        if (!_levies.TryGetValue(flow, out double[]? sum))
            _levies[flow] = sum = new double[levy.Length];
        for (int t = 0; t < levy.Length; t++)
            sum[t] += levy[t];
    }

    /// <summary>
    /// Cost of a flow at a cost of its own, that rises by a slope with the flow, above the least that it could be between zero and its limit. What the limit is
    /// worth pays for a capacity that was chosen.
    /// </summary>
    private void Excess(string element, string asset, double days, double flow, double limit, double free, double cost, double slope = 0)
    {
        double most = free == 0 ? 0 : limit * free;
        double best = cost >= 0 ? 0 : slope > 0 ? Math.Min(most, -cost / slope) : most;
        double excess = days * ((cost * flow) + (0.5 * slope * flow * flow) - (cost * best) - (0.5 * slope * best * best));
        _excess[element] = _excess.GetValueOrDefault(element) + Math.Max(0, excess);
        if (_figures.Expansions.ContainsKey(asset))
            _rent[asset] = _rent.GetValueOrDefault(asset) + (days * most * Math.Max(0, -cost - (slope * most)));
    }

    /// <summary>A chosen capacity costs what its limits are worth, unless a limit of its own holds it.</summary>
    private void Capacities()
    {
        foreach ((string id, double rent) in _rent)
        {
            ExpansionFigures row = _figures.Expansions[id];
            if (_figures.Package.System.Interconnections.Any(i => i.Arc == id))
                continue;
            double net = row.Cost - (rent / row.Scale / row.Stated);

            // Without a limit, the gain of twice as much stands for the gain without end.
            double best = net >= 0 ? row.Least : Math.Min(row.Most, Math.Max(2 * row.Chosen, row.Stated));
            _excess[$"the capacity of {id}"] = Math.Max(0, net * (row.Chosen - best));
        }
    }

    private void Supplies()
    {
        foreach ((string id, SupplyResult result) in _facts.Supplies)
        {
            var flow = new MatchedFlow(FlowKind.Supply, id);
            if (!_figures.Supplies.TryGetValue(id, out SupplyFigures? row) || row.AnnualFactor is not null || _coupled.Contains(flow) || Series.Ever(row.MinOutput))
                continue;
            double[] price = Price(row.Row.Node);
            double[]? levy = _levies.GetValueOrDefault(flow), free = _figures.Free(FlowKind.Supply, id);
            for (int k = 0; k < row.Share.Length; k++)
            {
                for (int t = 0; t < _days.Length; t++)
                    Excess($"supply {id}", id, _days[t], result.StepOutput[k][t], row.Share[k] * row.Capacity[t], free?[t] ?? 1, row.Cost[k][t] + (levy?[t] ?? 0) - price[t], row.Slope?[t] ?? 0);
            }
        }
    }

    private void Demands()
    {
        foreach ((string id, DemandResult result) in _facts.Demands)
        {
            if (!_figures.Demands.TryGetValue(id, out DemandFigures? row))
                continue;
            if (_figures.Measures.Values.Any(m => m.Row.Demand == id))
                continue;
            double[] price = Price(row.Row.Node);
            double rigid = Math.Max(0, 1 - row.Share.Sum());
            for (int t = 0; t < _days.Length; t++)
            {
                if (row.CurtailmentCost is { } dearness)
                    Excess($"demand {id}", id, _days[t], result.Curtailed[t], rigid * row.Rate[t], 1, dearness[t] - price[t]);
                for (int k = 0; k < row.Share.Length; k++)
                    Excess($"demand {id}", id, _days[t], result.GivenUp[k][t], row.Share[k] * row.Rate[t], 1, row.Price[k][t] - price[t]);
            }
        }
    }

    private void Arcs()
    {
        foreach ((string id, ArcResult result) in _facts.Arcs)
        {
            if (!_figures.Arcs.TryGetValue(id, out ArcFigures? row) || row.Susceptance != 0 || row.Fleet is not null || row.Access == ArcAccess.ContractOnly)
                continue;
            for (int direction = 0; direction < 2; direction++)
            {
                FlowKind kind = direction == 0 ? FlowKind.ArcForward : FlowKind.ArcBackward;
                var flow = new MatchedFlow(kind, id);
                if (_coupled.Contains(flow) || _facts.ContractsOnArc[(id, direction)].Any())
                    continue;
                double[] entry = Price(row.Entry(direction)), exit = Price(row.Exit(direction));
                double[]? levy = _levies.GetValueOrDefault(flow), free = _figures.Free(kind, id);
                for (int t = 0; t < _days.Length; t++)
                {
                    double cost = row.Cost[direction][t] + (levy?[t] ?? 0) + entry[t] - ((1 - row.Loss) * exit[(t + row.Delay) % _days.Length]);
                    Excess($"{row.Kind} {id}", id, _days[t], result.Flow[direction][t], row.Capacity[direction][t], free?[t] ?? 1, cost);
                }
            }
        }
    }

    private void Converters()
    {
        foreach ((string id, ConverterResult result) in _facts.Converters)
        {
            var flow = new MatchedFlow(FlowKind.Activity, id);
            if (!_figures.Converters.TryGetValue(id, out ConverterFigures? row) || row.AnnualFactor is not null || row.Row.MinLoad > 0
                || _coupled.Contains(flow) || Array.Exists(row.Flows, f => f.Disposable))
                continue;
            double[]? levy = _levies.GetValueOrDefault(flow), free = _figures.Free(FlowKind.Activity, id);
            double[][] price = [.. row.Flows.Select(f => Price(f.Node))];
            for (int t = 0; t < _days.Length; t++)
            {
                double cost = row.Cost[t] + row.Co2Cost[t] + (levy?[t] ?? 0);
                for (int k = 0; k < price.Length; k++)
                    cost += row.Ratio[k] * (row.Flows[k].Side == FlowSide.In ? price[k][t] : -price[k][t]);
                Excess($"converter {id}", id, _days[t], result.Activity[t], row.Capacity[t], free?[t] ?? 1, cost);
            }
        }
    }

    private void Measures()
    {
        foreach ((string id, double[] rate) in _facts.Measures)
        {
            if (!_figures.Measures.TryGetValue(id, out MeasureFigures? row) || double.IsFinite(row.Volume) || row.Row.Demand is not null)
                continue;
            double[] price = Price(row.Row.Node);
            for (int t = 0; t < _days.Length; t++)
                Excess($"measure {id}", id, _days[t], rate[t], row.Rate[t], 1, row.Cost[t] - price[t]);
        }
    }
}
