using Corridor.Reporting.Charts;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>
/// Balances of groups of nodes (zones, or countries) by carrier and step of time: the sums behind <see cref="BalanceSummary"/>, cut into
/// the steps that charts show.
/// </summary>
internal sealed class BalanceSeries
{
    private readonly TimeBuckets _steps;
    private readonly DispatchResult _result;
    private readonly CompiledNetwork _network;
    private readonly Dictionary<(string Group, string Carrier), Entry> _entries = [];
    private readonly Entry[] _ofNode;

    /// <summary>Adds up a result.</summary>
    /// <param name="result">A result with figures.</param>
    /// <param name="groupOfZone">Group of a zone.</param>
    /// <param name="steps">Steps of time.</param>
    public BalanceSeries(DispatchResult result, Func<string, string> groupOfZone, TimeBuckets steps)
    {
        _steps = steps;
        _result = result;
        _network = result.Network;
        _ofNode = new Entry[_network.Nodes.Count];
        for (int n = 0; n < _ofNode.Length; n++)
        {
            CompiledNode node = _network.Nodes[n];
            (string, string) key = (groupOfZone(node.Zone), node.Carrier);
            if (!_entries.TryGetValue(key, out Entry? entry))
                _entries.Add(key, entry = new Entry(key.Item1, key.Item2, steps.Count));
            _ofNode[n] = entry;
        }

        AddDemands();
        AddSources();
        AddArcs();
        AddStorages();
        AddConverters();
    }

    /// <summary>The balances, in the order in which their first node stands.</summary>
    public IEnumerable<Entry> Entries => _entries.Values;

    private Entry At(NodeIndex node) => _ofNode[node.Value];

    private void AddDemands()
    {
        for (int i = 0; i < _network.Demands.Count; i++)
        {
            CompiledDemand demand = _network.Demands[i];
            DemandResult result = _result.Demands[i];
            Entry entry = At(demand.Node);
            _steps.AddTo(entry.Use, demand.Rate, 1);
            foreach (double[] step in result.GivenUp)
                _steps.AddTo(entry.Use, step, -1);
            // What the solver's rounding leaves is no shortage.
            double threshold = ShortageTally.Tolerance * demand.Rate.Max();
            double[] curtailed = [.. result.Curtailed.Select(c => c > threshold ? c : 0)];
            _steps.AddTo(entry.Curtailed, curtailed, 1);
        }
    }

    private void AddSources()
    {
        for (int i = 0; i < _network.Supplies.Count; i++)
            _steps.AddTo(At(_network.Supplies[i].Node).Supply, _result.Supplies[i].Output, 1);
        for (int i = 0; i < _network.Measures.Count; i++)
            _steps.AddTo(At(_network.Measures[i].Node).Measures, _result.Measures[i], 1);
    }

    private void AddArcs()
    {
        var arriving = new double[_network.PeriodCount];
        for (int i = 0; i < _network.Arcs.Count; i++)
        {
            CompiledArc arc = _network.Arcs[i];
            for (int direction = 0; direction < 2; direction++)
            {
                Entry from = At(direction == 0 ? arc.From : arc.To), to = At(direction == 0 ? arc.To : arc.From);
                if (ReferenceEquals(from, to))
                    continue;
                double[] flow = _result.Arcs[i].Flow[direction];
                for (int t = 0; t < arriving.Length; t++)
                    arriving[t] = ArcFlow.Arriving(arc, flow, t);
                _steps.AddTo(to.From(from.Group, _steps.Count), arriving, 1);
                _steps.AddTo(from.Exports, flow, 1);
            }
        }
    }

    private void AddStorages()
    {
        for (int i = 0; i < _network.Storages.Count; i++)
        {
            Entry entry = At(_network.Storages[i].Node);
            double[] injection = _result.Storages[i].Injection, withdrawal = _result.Storages[i].Withdrawal;
            // What goes in and out on the same day, through another storage or the same one, is no supply.
            double[] net = [.. withdrawal.Select((w, t) => w - injection[t])];
            _steps.AddTo(entry.Withdrawal, [.. net.Select(n => Math.Max(n, 0))], 1);
            _steps.AddTo(entry.Injection, [.. net.Select(n => Math.Max(-n, 0))], 1);
        }
    }

    private void AddConverters()
    {
        for (int i = 0; i < _network.Converters.Count; i++)
        {
            CompiledConverter converter = _network.Converters[i];
            double[] activity = _result.Converters[i].Activity;
            // The carrier that most of the input is of names where the output comes from.
            string? fuel = converter.Flows.Where(f => f.Ratio < 0).Select(f => _network.Nodes[f.Node.Value].Carrier).FirstOrDefault();
            for (int f = 0; f < converter.Flows.Count; f++)
            {
                CompiledConverterFlow flow = converter.Flows[f];
                Entry entry = At(flow.Node);
                if (flow.Ratio < 0)
                {
                    _steps.AddTo(entry.Use, activity, -flow.Ratio);
                    continue;
                }

                double[] output = entry.By(fuel ?? "", _steps.Count);
                _steps.AddTo(output, activity, flow.Ratio);
                if (_result.Converters[i].Disposed[f] is { } disposed)
                    _steps.AddTo(output, disposed, -1);
            }
        }
    }

    /// <summary>One balance by step, units of account.</summary>
    internal sealed class Entry(string group, string carrier, int steps)
    {
        public string Group { get; } = group;

        public string Carrier { get; } = carrier;

        /// <summary>Demand that is not given up, and what plants take.</summary>
        public double[] Use { get; } = new double[steps];

        public double[] Curtailed { get; } = new double[steps];

        public double[] Supply { get; } = new double[steps];

        public double[] Measures { get; } = new double[steps];

        public double[] Withdrawal { get; } = new double[steps];

        public double[] Injection { get; } = new double[steps];

        public double[] Exports { get; } = new double[steps];

        /// <summary>Arrivals by neighbouring group.</summary>
        public SortedDictionary<string, double[]> ImportsFrom { get; } = new(StringComparer.Ordinal);

        /// <summary>Output of converters by the carrier that they take; an empty id for those without input.</summary>
        public SortedDictionary<string, double[]> Converted { get; } = new(StringComparer.Ordinal);

        public double[] From(string group, int count) => Of(ImportsFrom, group, count);

        public double[] By(string fuel, int count) => Of(Converted, fuel, count);

        private static double[] Of(SortedDictionary<string, double[]> values, string key, int count)
        {
            if (!values.TryGetValue(key, out double[]? found))
                values.Add(key, found = new double[count]);
            return found;
        }
    }
}
