using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Netback;

/// <summary>One netback under way.</summary>
internal sealed class NetbackWork
{
    private readonly EnergySystem _system;
    private readonly NetbackRequest _request;
    private readonly NetbackGraph _graph;
    private readonly NetbackEdge _route;
    private readonly CompiledNetwork _network;
    private readonly string _carrier;
    private readonly double _unit;
    private readonly List<string> _notes = [];

    public NetbackWork(EnergySystem system, NetbackRequest request, NetbackGraph graph, NetbackEdge route)
    {
        _system = system;
        _request = request;
        _graph = graph;
        _route = route;
        _network = graph.Network;
        _carrier = _network.Nodes[route.To].Carrier;
        // Money of account per unit of account for a price of 1 in the unit of the result.
        _unit = graph.PricePerAccount(request.Unit, _carrier)
            ?? throw new ArgumentException($"{request.Unit} is no price unit of {_carrier}.", nameof(request));
    }

    public NetbackResult? Solve(FindingList findings, DispatchResult? with, DispatchResult? without)
    {
        // Upstream of the route gas comes by lines in service; candidates are taken only where nothing else reaches it.
        NetbackEdge[] same = [.. _graph.Edges.Where(e => !e.Converts && e.Id != _route.Id && _network.Nodes[e.From].Carrier == _carrier && _network.Nodes[e.To].Carrier == _carrier)];
        (CompiledSupply Field, NetbackEdge[] Way)? upstream = Upstream([.. same.Where(e => e.InService)]) ?? Upstream([.. same.Where(e => e.InService || e.Candidate)]);
        if (upstream is not { } found)
        {
            findings.Add(NetbackStudy.Fault("K004", _request.Route, _request.Field is null ? "No supply reaches the route." : $"The supply {_request.Field} does not exist, or does not reach the route.", "Name with --field a supply upstream of it."));
            return null;
        }

        double field = found.Field.Steps.Sum(s => s.Share * _graph.Mean(s.Price));
        NetbackStep start = NetbackGraph.Step(NetbackStepKind.Field, _system.Supplies.First(s => s.Id == found.Field.Id), field);
        NetbackEdge[] way = [.. found.Way, _route];
        NetbackStep[] chain = [.. Forward(start, way)];
        double cost = chain.Sum(s => s.Amount);
        double volume = _route.Capacity * _route.Yield * _request.LoadFactor * 365.25;
        Explain(chain);
        var result = new NetbackResult
        {
            Route = _route.Id,
            Field = found.Field.Id,
            FieldNode = _network.Nodes[found.Field.Node.Value].Id,
            Delivery = _network.Nodes[_route.To].Id,
            From = _request.Window.From,
            To = _request.Window.To,
            Unit = _request.Unit.Symbol,
            PerMmbtu = _graph.PricePerAccount(Model.Units.PriceUnit.Parse("USD/MMBtu_gross"), _carrier) / _unit,
            AnnualVolume = volume,
            VolumeUnit = _system.Carriers.First(c => c.Id == _carrier).Unit.Symbol,
            AnnualMoneyPerPrice = volume * _unit,
            DiscountRate = _request.DiscountRate,
            LoadFactor = _request.LoadFactor,
            OperatingShare = _request.OperatingShare,
            Chain = Scaled(chain),
            SellerCost = cost / _unit,
            CapitalCost = chain.Where(s => s.Kind is NetbackStepKind.Capital or NetbackStepKind.Operation).Sum(s => s.Amount) / _unit,
            Cases = [.. _request.Hubs.SelectMany(h => Cases(h, found.Field, field, cost, way, volume))],
            NodalPrice = Nodal(with),
            NodalPriceWithout = Nodal(without),
            Notes = [],
        };
        return result with { Notes = [.. _notes.Distinct()] };
    }

    /// <summary>The field and the cheapest way from it to the route, where any field reaches it.</summary>
    private (CompiledSupply Field, NetbackEdge[] Way)? Upstream(NetbackEdge[] edges)
    {
        (CompiledSupply Field, NetbackEdge[] Way)? best = null;
        double largest = 0;
        foreach (CompiledSupply supply in _network.Supplies)
        {
            double capacity = _graph.Mean(supply.Capacity);
            if (_network.Nodes[supply.Node.Value].Carrier != _carrier || (_request.Field is { } wanted ? supply.Id != wanted : capacity <= largest))
                continue;
            double cost = supply.Steps.Sum(s => s.Share * _graph.Mean(s.Price));
            (double[] costs, NetbackEdge?[] by) = NetbackSearch.Cheapest(_network.Nodes.Count, edges, [(supply.Node.Value, cost)]);
            if (!double.IsFinite(costs[_route.From]))
                continue;
            var way = new List<NetbackEdge>();
            for (int node = _route.From; by[node] is { } edge; node = edge.From)
                way.Insert(0, edge);
            (best, largest) = ((supply, [.. way]), capacity);
        }

        return best;
    }

    /// <summary>Costs from a start along a way; what is lost on the way is paid for by what arrives.</summary>
    private static IEnumerable<NetbackStep> Forward(NetbackStep start, IEnumerable<NetbackEdge> way)
    {
        double running = start.Amount;
        yield return start;
        foreach (NetbackEdge edge in way)
        {
            foreach (NetbackStep step in edge.Costs)
                yield return step;
            double entering = running + edge.Cost;
            running = entering / edge.Yield;
            if (edge.Yield < 1)
                yield return new NetbackStep(NetbackStepKind.Loss, edge.Id, running - entering, edge.Source, edge.Assumed);
        }
    }

    private IEnumerable<HubCase> Cases(HubRequest hub, CompiledSupply field, double fieldCost, double cost, NetbackEdge[] way, double volume)
    {
        PriceIndex index = _system.PriceIndices.First(i => i.Id == hub.Index);
        foreach (PriceLevels.PriceLevel level in PriceLevels.Of(_system, _request.History, hub, _request.Window))
        {
            (int Node, double Price)[] at = [.. At(index, level.Value)];
            NetbackPath? alternative = Alternative(index, at, field, volume);
            double carried = alternative is null ? cost : Forward(Plain(Math.Max(alternative.Value * _unit, fieldCost)), way).Sum(s => s.Amount);
            double floor = alternative is { Open: true } && !(alternative.Capacity < volume) ? Math.Max(cost, carried) : cost;
            NetbackPath? replacement = Replacement(index, at);
            double? ceiling = replacement?.Value * _unit;
            PriceRange? Range(double least) => ceiling is { } most && most >= least ? new PriceRange(least / _unit, most / _unit) : null;
            yield return new HubCase(
                index.Id, level.Name, level.Value, index.PriceUnit.Symbol, level.Origin, alternative, floor / _unit, alternative is null ? null : Math.Max(cost, carried) / _unit,
                replacement, Range(cost), Range(floor),
                [.. _request.Prices.Select(p => new PriceGain(p, ((p * _unit) - cost) * volume, ((p * _unit) - floor) * volume, ceiling is { } c ? (c - (p * _unit)) * volume : null))]);
        }
    }

    private static NetbackStep Plain(double amount) => new(NetbackStepKind.Field, "", amount, null, false);

    /// <summary>The price of an index at its nodes, money of account per unit of account.</summary>
    private IEnumerable<(int Node, double Price)> At(PriceIndex index, double level)
    {
        for (int n = 0; n < _network.Nodes.Count; n++)
        {
            if (!index.Nodes.Contains(_network.Nodes[n].Id))
                continue;
            if (_graph.PricePerAccount(index.PriceUnit, _network.Nodes[n].Carrier) is { } factor)
                yield return (n, level * factor);
            else
                _notes.Add($"{index.Id} in {index.PriceUnit.Symbol} cannot be stated for {_network.Nodes[n].Carrier}.");
        }
    }

    /// <summary>The seller's best other way from the field to the hub: one that is open and takes the volume, else one that would take it, else an open one, else any.</summary>
    private NetbackPath? Alternative(PriceIndex index, (int Node, double Price)[] at, CompiledSupply field, double volume)
    {
        NetbackEdge[] others = [.. _graph.Edges.Where(e => e.Id != _route.Id)];
        NetbackEdge[] large = [.. others.Where(e => !Limits(e) || e.Capacity * 365.25 >= volume)];
        foreach (NetbackEdge[] edges in (NetbackEdge[][])[[.. large.Where(e => e.Open)], large, [.. others.Where(e => e.Open)], others])
        {
            (double[] value, NetbackEdge?[] by) = NetbackSearch.Dearest(_network.Nodes.Count, edges, at);
            if (double.IsFinite(value[field.Node.Value]))
                return Backward(index, at, field.Node.Value, by);
        }

        return null;
    }

    // Ships are hired; lines and plants are there or not.
    private bool Limits(NetbackEdge edge) => _network.Nodes[edge.From].Carrier == _carrier;

    /// <summary>What the buyer would pay for gas at the delivery otherwise: delivered LNG, regasified where it lands, less the way there from the delivery.</summary>
    private NetbackPath? Replacement(PriceIndex index, (int Node, double Price)[] at)
    {
        string country = Country(_network.Nodes[_route.To].Zone);
        bool Home(int node) => Country(_network.Nodes[node].Zone) == country;
        NetbackEdge[] open = [.. _graph.Edges.Where(e => e.Open && e.Id != _route.Id)];
        List<(int Node, NetbackStep[] Steps)> landed = [.. at.Where(a => Home(a.Node)).Select(a => (a.Node, new[] { Quote(index, a.Price) }))];
        if (landed.Count == 0)
            landed = Diverted(index, at, open, Home);

        // LNG becomes gas at its terminal; a hub of the buyer's own is there already.
        var gas = new Dictionary<int, NetbackStep[]>();
        foreach ((int node, NetbackStep[] steps) in landed)
        {
            if (_network.Nodes[node].Carrier == _carrier)
                Keep(gas, node, steps);
            foreach (NetbackEdge edge in open.Where(e => e.Converts && e.From == node && _network.Nodes[e.To].Carrier == _carrier))
                Keep(gas, edge.To, [.. steps.Concat(edge.Costs).Select(s => s with { Amount = s.Amount / edge.Yield })]);
        }

        NetbackEdge[] inland = [.. open.Where(e => !e.Converts && Home(e.From) && Home(e.To) && _network.Nodes[e.From].Carrier == _carrier)];
        (double[] value, NetbackEdge?[] by) = NetbackSearch.Dearest(_network.Nodes.Count, inland, gas.Select(g => (g.Key, g.Value.Sum(s => s.Amount))));
        if (!double.IsFinite(value[_route.To]))
        {
            _notes.Add($"{index.Id} does not reach {_network.Nodes[_route.To].Id}: no terminal of its country lies on a way in service.");
            return null;
        }

        var edges = new List<NetbackEdge>();
        int at0 = _route.To;
        for (; by[at0] is { } edge; at0 = edge.To)
            edges.Add(edge);
        return Path(gas[at0], edges);
    }

    private static void Keep(Dictionary<int, NetbackStep[]> gas, int node, NetbackStep[] steps)
    {
        if (!gas.TryGetValue(node, out NetbackStep[]? known) || steps.Sum(s => s.Amount) < known.Sum(s => s.Amount))
            gas[node] = steps;
    }

    /// <summary>Cargoes that could go to the hub, diverted to the buyer: the hub's netback where they load, and the freight from there.</summary>
    private List<(int Node, NetbackStep[] Steps)> Diverted(PriceIndex index, (int Node, double Price)[] at, NetbackEdge[] open, Func<int, bool> home)
    {
        (double[] value, NetbackEdge?[] by) = NetbackSearch.Dearest(_network.Nodes.Count, open, at);
        var best = new Dictionary<int, NetbackStep[]>();
        foreach (NetbackEdge ship in open.Where(e => !e.Converts && home(e.To) && !home(e.From) && _network.Nodes[e.To].Carrier != _carrier && double.IsFinite(value[e.From])))
        {
            NetbackStep[] atLoading = [.. Backward(index, at, ship.From, by).Steps.Select(s => s with { Amount = s.Amount * _unit })];
            double entering = atLoading.Sum(s => s.Amount) + ship.Cost;
            Keep(best, ship.To, [.. atLoading, .. ship.Costs, .. Loss(ship, (entering / ship.Yield) - entering)]);
        }

        return [.. best.Select(b => (b.Key, b.Value))];
    }

    /// <summary>From a place along its best way to the hub, told from the hub back.</summary>
    private NetbackPath Backward(PriceIndex index, (int Node, double Price)[] at, int place, NetbackEdge?[] by)
    {
        var edges = new List<NetbackEdge>();
        int node = place;
        for (; by[node] is { } edge; node = edge.To)
            edges.Add(edge);
        return Path([Quote(index, at.Where(a => a.Node == node).Max(a => a.Price))], edges);
    }

    /// <summary>A value at the end of a way, brought back to its start: less losses, less costs.</summary>
    private NetbackPath Path(IEnumerable<NetbackStep> end, List<NetbackEdge> way)
    {
        List<NetbackStep> steps = [.. end];
        for (int i = way.Count - 1; i >= 0; i--)
        {
            NetbackEdge edge = way[i];
            if (edge.Converts)
                steps = [.. steps.Select(s => s with { Amount = s.Amount * edge.Yield })];
            else
                steps.AddRange(Loss(edge, -(1 - edge.Yield) * steps.Sum(s => s.Amount)));
            steps.AddRange(edge.Costs.Select(c => c with { Amount = -c.Amount }));
        }

        double? narrowest = null;
        double arriving = 1;
        foreach (NetbackEdge edge in way)
        {
            if (Limits(edge))
                narrowest = Math.Min(narrowest ?? double.PositiveInfinity, edge.Capacity * 365.25 / arriving);
            arriving *= edge.Yield;
        }

        return new NetbackPath(Scaled(steps), steps.Sum(s => s.Amount) / _unit, [.. way.Where(e => !e.InService).Select(e => e.Id)], [.. way.SelectMany(e => e.Rules).Distinct()], narrowest);
    }

    private static IEnumerable<NetbackStep> Loss(NetbackEdge edge, double amount) => amount == 0 ? [] : [new NetbackStep(NetbackStepKind.Loss, edge.Id, amount, edge.Source, edge.Assumed)];

    private static NetbackStep Quote(PriceIndex index, double price) => NetbackGraph.Step(NetbackStepKind.HubPrice, index, price);

    private NetbackStep[] Scaled(IEnumerable<NetbackStep> steps) => [.. steps.Select(s => s with { Amount = s.Amount / _unit })];

    private double? Nodal(DispatchResult? run)
    {
        if (run is null)
            return null;
        string id = _network.Nodes[_route.To].Id;
        int node = Enumerable.Range(0, run.Network.Nodes.Count).First(n => run.Network.Nodes[n].Id == id);
        double sum = 0, days = 0;
        foreach (Model.Time.Period period in run.Network.Horizon.Periods)
        {
            (sum, days) = (sum + (period.Days * run.NodalPrice[node][period.Index]), days + period.Days);
        }

        return sum / days / _unit;
    }

    private void Explain(NetbackStep[] chain)
    {
        foreach (NetbackStep capital in chain.Where(s => s.Kind == NetbackStepKind.Capital))
        {
            Project project = _system.Projects.First(p => p.Id == capital.Id);
            _notes.Add(FormattableString.Invariant($"{project.Id}: {project.Cost:0.#} million {project.Currency} of {project.PriceYear} over {project.Life ?? 30} years{(project.Life is null ? " (assumed)" : "")} stand in place of the tariff of {project.Asset}; interest during construction, taxes and inflation are left out."));
        }

        _notes.Add("The field's cost is the mean of its cost steps. Taxes and export duties are left out: they move money between a company and its state, not between the two sides.");
    }

    /// <summary>The outermost zone with an ISO code around a zone.</summary>
    private string Country(string zone)
    {
        string country = zone;
        string? at = zone;
        for (int steps = 0; at is not null && steps <= _system.Zones.Count && _system.Zones.FirstOrDefault(z => z.Id == at) is { } row; steps++)
        {
            country = row.Iso is not null ? row.Id : country;
            at = row.Parent;
        }

        return country;
    }
}
