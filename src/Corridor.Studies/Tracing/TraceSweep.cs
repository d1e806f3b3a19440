using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Tracing;

/// <summary>Mixes all vertices period by period, in the order of time, with stores and cargoes that carry mixtures onward.</summary>
internal sealed class TraceSweep
{
    private readonly TraceGraph _graph;
    private readonly TracePeriod _period;
    private readonly CompiledNetwork _network;
    private readonly DispatchResult _result;
    private readonly Mixture[] _vertices;
    private readonly Mixture[] _stores;
    private readonly Dictionary<(int Vertex, int Period), Mixture> _cargoes = [];
    private readonly int[] _longestDelay;
    private readonly TraceLoop _loop;
    private readonly double[] _days;
    private int _now;

    /// <summary>Begins a sweep.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="period">Its periods.</param>
    /// <param name="result">The dispatch, for the levels of its stores.</param>
    /// <param name="columns">Columns of the mixtures.</param>
    /// <param name="seeds">Number of seeds in them.</param>
    /// <param name="stores">Mixture of each store before the first period; changed by the sweep.</param>
    /// <param name="cargoes">Mixtures of what is under way before the first period, by vertex and period of departure.</param>
    public TraceSweep(
        TraceGraph graph, TracePeriod period, DispatchResult result, TraceColumns columns, int seeds, Mixture[] stores, IReadOnlyDictionary<(int Vertex, int Period), Mixture> cargoes)
    {
        _graph = graph;
        _period = period;
        _result = result;
        _network = result.Network;
        _stores = stores;
        _vertices = [.. graph.Country.Select(_ => new Mixture(columns, seeds))];
        _days = [.. _network.Horizon.Periods.Select(p => p.Days)];
        _longestDelay = new int[_vertices.Length];
        foreach (TraceLink link in graph.Links)
        {
            if (link.Delay > 0)
                _longestDelay[link.From] = Math.Max(_longestDelay[link.From], link.Delay);
        }

        foreach (((int Vertex, int Period) key, Mixture cargo) in cargoes)
            _cargoes[key] = cargo;
        _loop = new TraceLoop(columns, seeds);
    }

    /// <summary>Mixtures of the vertices in the period last swept.</summary>
    public IReadOnlyList<Mixture> Vertices => _vertices;

    /// <summary>Mixtures of the stores after the period last swept.</summary>
    public IReadOnlyList<Mixture> Stores => _stores;

    /// <summary>What departed from a vertex in a period and arrives later.</summary>
    public Mixture Departed(int vertex, int period) => _cargoes[(vertex, period)];

    /// <summary>Mixes a period.</summary>
    public void Run(int period)
    {
        _now = period;
        _period.Prepare(period);
        for (int s = 0; s < _period.Sets.Count; s++)
        {
            ReadOnlySpan<int> members = _period.Sets.Members(s);
            if (members.Length == 1)
                Mix(members[0]);
            else
                MixLoop(members);
        }

        for (int v = 0; v < _vertices.Length; v++)
        {
            if (_longestDelay[v] > 0)
                _cargoes[(v, period)] = _vertices[v].Clone();
        }

        for (int s = 0; s < _stores.Length; s++)
            Store(s);
    }

    // What a link brings; null for an origin, and untraced where nothing is known of it.
    private Mixture? Source(TraceLink link) => link.Kind switch
    {
        LinkKind.Origin => null,
        LinkKind.Store => _stores[link.From],
        _ when link.Delay == 0 => _vertices[link.From],
        _ => _cargoes[(link.From, (_now - link.Delay + _days.Length) % _days.Length)],
    };

    private void Mix(int v)
    {
        Mixture mixture = _vertices[v];
        mixture.Clear();
        double total = 0;
        foreach (int k in _period.Into(v))
            total += Source(_graph.Links[k]) is { Traced: false } ? 0 : _graph.Links[k].Rate[_now];
        if (total <= 0)
            return;
        foreach (int k in _period.Into(v))
            AddTo(mixture, _graph.Links[k], total);
        mixture.Traced = true;
        if (_graph.Country[v] >= 0)
            mixture.Enter(_graph.Country[v]);
    }

    private void AddTo(Mixture mixture, TraceLink link, double total)
    {
        double weight = link.Rate[_now] / total;
        Mixture? source = Source(link);
        if (source is null)
            mixture.AddOrigin(link.From, _graph.OriginCountry[link.From], weight, link.Route);
        else if (source.Traced)
            mixture.Add(source, weight, link.Route);
    }

    // Vertices that feed each other: what comes from outside the loop is known, the rest follows from linear equations.
    private void MixLoop(ReadOnlySpan<int> members)
    {
        _loop.Begin(members.Length);
        for (int i = 0; i < members.Length; i++)
            _vertices[members[i]].Clear();
        bool fed = false;
        for (int i = 0; i < members.Length; i++)
        {
            Mixture mixture = _vertices[members[i]];
            double total = 0;
            foreach (int k in _period.Into(members[i]))
            {
                TraceLink link = _graph.Links[k];
                bool inside = link.Kind == LinkKind.Vertex && link.Delay == 0 && members.Contains(link.From);
                total += inside || Source(link) is not { Traced: false } ? link.Rate[_now] : 0;
            }

            foreach (int k in _period.Into(members[i]))
            {
                TraceLink link = _graph.Links[k];
                int inside = link.Kind == LinkKind.Vertex && link.Delay == 0 ? members.IndexOf(link.From) : -1;
                if (inside >= 0)
                {
                    _loop.Inside(i, inside, link.Rate[_now] / total, link.Route);
                    continue;
                }

                fed |= Source(link) is not { Traced: false };
                AddTo(mixture, link, total);
            }

            _loop.Member(i, mixture, _graph.Country[members[i]]);
        }

        // A loop that nothing feeds is a circulation without beginning: nothing can be said of it.
        if (fed)
            _loop.Solve();
        else
            _loop.Forget();
    }

    private void Store(int s)
    {
        CompiledStorage storage = _network.Storages[s];
        int node = storage.Node.Value;
        double injection = _graph.Injection[s][_now];
        if (injection <= _period.Floor[node] || !_vertices[node].Traced)
            return;
        StorageResult result = _result.Storages[s];
        double before = Math.Max(_now == 0 ? result.FirstLevel : result.Level[_now - 1], 0) * Math.Pow(1 - storage.StandingLoss, _days[_now]);
        double added = _days[_now] * (1 - storage.InjectionLoss) * injection;
        if (added <= 0)
            return;
        double share = added / (before + added);
        _stores[s].Scale(1 - share);
        _stores[s].Add(_vertices[node], share, -1);
    }
}
