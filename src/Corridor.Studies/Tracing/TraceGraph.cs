using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Tracing;

/// <summary>
/// A dispatch as a graph of mixtures: its vertices are the nodes and, after them, the converters; its links are all ways in which energy
/// enters them. What leaves a vertex has the mixture of what enters it.
/// </summary>
internal sealed class TraceGraph
{
    /// <summary>What the id of an origin begins with that is a stock.</summary>
    public const string StockPrefix = "stock:";

    private readonly DispatchResult _result;
    private readonly CompiledNetwork _network;
    private readonly Dictionary<string, int> _originOfZone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _arcs = new(StringComparer.Ordinal);
    private readonly List<string> _origins = [];
    private readonly List<int> _originCountry = [];
    private readonly List<string> _routes = [];
    private readonly List<TraceLink> _links = [];
    private readonly double[] _days;

    public TraceGraph(DispatchResult result, EnergySystem system)
    {
        _result = result;
        _network = result.Network;
        _days = [.. _network.Horizon.Periods.Select(p => p.Days)];
        Countries = new Countries(system.Zones);
        int nodes = _network.Nodes.Count;
        Country = new int[nodes + _network.Converters.Count];
        Array.Fill(Country, -1);
        for (int n = 0; n < nodes; n++)
            Country[n] = Countries.Of(_network.Nodes[n].Zone);
        for (int a = 0; a < _network.Arcs.Count; a++)
            _arcs.TryAdd(_network.Arcs[a].Id, a);
        AddSupplies();
        AddMeasures(system.Measures);
        AddArcs();
        AddConverters(new CarrierEnergy(system.Carriers));
        AddStores();
        Links = [.. _links.OrderBy(l => l.Target)];
        LinkStart = new int[Country.Length + 1];
        foreach (TraceLink link in Links)
            LinkStart[link.Target + 1]++;
        for (int v = 0; v < Country.Length; v++)
            LinkStart[v + 1] += LinkStart[v];
    }

    public Countries Countries { get; }

    /// <summary>Country of each vertex; −1 for converters, which are in none.</summary>
    public int[] Country { get; }

    /// <summary>Links by target.</summary>
    public TraceLink[] Links { get; }

    /// <summary>Where the links of each vertex begin.</summary>
    public int[] LinkStart { get; }

    /// <summary>Ids of the origins: zones of production, and stocks of unknown origin.</summary>
    public IReadOnlyList<string> Origins => _origins;

    /// <summary>Country of each origin; of a stock the country where it lies.</summary>
    public IReadOnlyList<int> OriginCountry => _originCountry;

    /// <summary>Origins that are stocks, not zones of production.</summary>
    public HashSet<int> Stocks { get; } = [];

    /// <summary>Ids of the routes over which countries are entered.</summary>
    public IReadOnlyList<string> Routes => _routes;

    /// <summary>Net injection at the node by store and period, units of account per day; negative for withdrawal.</summary>
    public double[][] Injection { get; private set; } = [];

    private int Origin(string id, string zone)
    {
        if (_originOfZone.TryGetValue(id, out int index))
            return index;
        index = _origins.Count;
        _origins.Add(id);
        _originCountry.Add(Countries.Of(zone));
        _originOfZone.Add(id, index);
        return index;
    }

    /// <summary>Origin of what lay at a node from the start and cannot be told further.</summary>
    public int StockOrigin(NodeIndex node)
    {
        int origin = Origin(StockPrefix + ZoneOf(node), ZoneOf(node));
        Stocks.Add(origin);
        return origin;
    }

    private string ZoneOf(NodeIndex node) => _network.Nodes[node.Value].Zone;

    private int RouteOf(string id, int fromCountry, int toCountry)
    {
        if (fromCountry == toCountry)
            return -1;
        int index = _routes.IndexOf(id);
        if (index < 0)
        {
            index = _routes.Count;
            _routes.Add(id);
        }

        return index;
    }

    private static double[] Positive(double[] rate) => [.. rate.Select(r => Math.Max(r, 0))];

    private void AddSupplies()
    {
        for (int s = 0; s < _network.Supplies.Count; s++)
        {
            NodeIndex node = _network.Supplies[s].Node;
            _links.Add(new TraceLink(LinkKind.Origin, Origin(ZoneOf(node), ZoneOf(node)), node.Value, Positive(_result.Supplies[s].Output)));
        }
    }

    // An extra import over a route comes from the other end of the route; every other measure is help from the zone itself.
    private void AddMeasures(IReadOnlyList<Measure> measures)
    {
        Dictionary<string, Measure> rows = new(StringComparer.Ordinal);
        foreach (Measure measure in measures)
            rows.TryAdd(measure.Id, measure);
        for (int m = 0; m < _network.Measures.Count; m++)
        {
            CompiledMeasure measure = _network.Measures[m];
            string zone = ZoneOf(measure.Node);
            int route = -1;
            if (rows.GetValueOrDefault(measure.Id) is { Kind: MeasureKind.ExtraImport, Asset: { } asset } && _arcs.TryGetValue(asset, out int a))
            {
                foreach (string end in (string[])[ZoneOf(_network.Arcs[a].From), ZoneOf(_network.Arcs[a].To)])
                {
                    if (route >= 0 || Countries.Of(end) == Countries.Of(zone))
                        continue;
                    route = RouteOf(asset, Countries.Of(end), Countries.Of(zone));
                    zone = end;
                }
            }

            _links.Add(new TraceLink(LinkKind.Origin, Origin(zone, zone), measure.Node.Value, Positive(_result.Measures[m])) { Route = route });
        }
    }

    // What flows both ways in one period passes by: only the difference carries a mixture.
    private void AddArcs()
    {
        for (int a = 0; a < _network.Arcs.Count; a++)
        {
            CompiledArc arc = _network.Arcs[a];
            if (arc.From == arc.To)
                continue;
            double[][] flow = _result.Arcs[a].Flow;
            for (int direction = 0; direction < 2; direction++)
            {
                (int from, int to) = direction == 0 ? (arc.From.Value, arc.To.Value) : (arc.To.Value, arc.From.Value);
                var rate = new double[_days.Length];
                for (int t = 0; t < rate.Length; t++)
                {
                    int loaded = (t - arc.Delay + rate.Length) % rate.Length;
                    double other = arc.Delay == 0 ? flow[1 - direction][loaded] : 0;
                    rate[t] = Math.Max(flow[direction][loaded] - other, 0) * (1 - arc.Loss) * _days[loaded] / _days[t];
                }

                if (arc.Delay > 0)
                    StockOrigin(new NodeIndex(from));
                _links.Add(new TraceLink(LinkKind.Vertex, from, to, rate) { Delay = arc.Delay, Route = RouteOf(arc.Id, Country[from], Country[to]) });
            }
        }
    }

    private void AddConverters(CarrierEnergy energy)
    {
        for (int c = 0; c < _network.Converters.Count; c++)
        {
            CompiledConverter converter = _network.Converters[c];
            ConverterResult result = _result.Converters[c];
            int vertex = _network.Nodes.Count + c;
            CompiledConverterFlow[] inputs = [.. converter.Flows.Where(f => f.Ratio < 0)];
            double[] weights = energy.Of(inputs.Select(f => (_network.Nodes[f.Node.Value].Carrier, -f.Ratio)));
            for (int i = 0; i < inputs.Length; i++)
            {
                double weight = weights[i];
                if (weight > 0)
                    _links.Add(new TraceLink(LinkKind.Vertex, inputs[i].Node.Value, vertex, [.. result.Activity.Select(x => Math.Max(x, 0) * weight)]));
            }

            for (int f = 0; f < converter.Flows.Count; f++)
            {
                CompiledConverterFlow flow = converter.Flows[f];
                if (flow.Ratio <= 0)
                    continue;
                double[]? disposed = result.Disposed[f];
                double[] rate = [.. result.Activity.Select((x, t) => Math.Max((x * flow.Ratio) - (disposed?[t] ?? 0), 0))];
                string zone = ZoneOf(flow.Node);
                if (inputs.Length == 0)
                    _links.Add(new TraceLink(LinkKind.Origin, Origin(zone, zone), flow.Node.Value, rate));
                else
                    _links.Add(new TraceLink(LinkKind.Vertex, vertex, flow.Node.Value, rate) { Route = RouteOf(converter.Id, Country[inputs[0].Node.Value], Countries.Of(zone)) });
            }
        }
    }

    // What enters and leaves a store in one period passes by.
    private void AddStores()
    {
        Injection = new double[_network.Storages.Count][];
        for (int s = 0; s < Injection.Length; s++)
        {
            NodeIndex node = _network.Storages[s].Node;
            StorageResult result = _result.Storages[s];
            Injection[s] = [.. result.Injection.Select((x, t) => Math.Max(x, 0) - Math.Max(result.Withdrawal[t], 0))];
            StockOrigin(node);
            _links.Add(new TraceLink(LinkKind.Store, s, node.Value, [.. Injection[s].Select(x => Math.Max(-x, 0))]));
        }
    }
}
