using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>Adds up the balances of groups of nodes (zones, or countries) by carrier over the horizon. Amounts in units of account.</summary>
internal sealed class BalanceTally
{
    private readonly DispatchResult _result;
    private readonly CompiledNetwork _network;
    private readonly Horizon _horizon;
    private readonly Dictionary<(string Group, string Carrier), Entry> _entries = [];
    private readonly Entry[] _ofNode;
    private readonly HashSet<string> _regasification;

    /// <summary>Adds up a result.</summary>
    /// <param name="result">A result with figures.</param>
    /// <param name="groupOfZone">Group of a zone.</param>
    /// <param name="regasification">Ids of the converters that make gas from LNG.</param>
    public BalanceTally(DispatchResult result, Func<string, string> groupOfZone, HashSet<string> regasification)
    {
        _regasification = regasification;
        _result = result;
        _network = result.Network;
        _horizon = _network.Horizon;
        _ofNode = new Entry[_network.Nodes.Count];
        for (int n = 0; n < _ofNode.Length; n++)
        {
            CompiledNode node = _network.Nodes[n];
            string group = groupOfZone(node.Zone);
            if (!_entries.TryGetValue((group, node.Carrier), out Entry? entry))
                _entries.Add((group, node.Carrier), entry = new Entry(group, node.Carrier));
            _ofNode[n] = entry;
        }

        AddDemands();
        AddSources();
        AddArcs();
        AddStoragesAndConverters();
        AddUnweightedPrices();
    }

    /// <summary>The balances, in the order in which their first node stands.</summary>
    public IEnumerable<Entry> Entries => _entries.Values;

    private Entry At(NodeIndex node) => _ofNode[node.Value];

    private double Sum(double[] rate) => ArcFlow.Total(rate, _horizon);

    private void AddDemands()
    {
        for (int i = 0; i < _network.Demands.Count; i++)
        {
            CompiledDemand demand = _network.Demands[i];
            DemandResult result = _result.Demands[i];
            Entry entry = At(demand.Node);
            entry.Demand += Sum(demand.Rate);
            entry.Served += Sum(result.Served);
            entry.Curtailed += Sum(result.Curtailed);
            foreach (double[] step in result.GivenUp)
                entry.GivenUp += Sum(step);
            double[] price = _result.NodalPrice[demand.Node.Value];
            for (int t = 0; t < price.Length; t++)
            {
                double weight = _horizon.Periods[t].Days * demand.Rate[t];
                entry.PriceWeight += weight;
                entry.PriceSum += weight * price[t];
            }
        }
    }

    private void AddSources()
    {
        for (int i = 0; i < _network.Supplies.Count; i++)
            At(_network.Supplies[i].Node).Supply += Sum(_result.Supplies[i].Output);
        for (int i = 0; i < _network.Measures.Count; i++)
            At(_network.Measures[i].Node).Measures += Sum(_result.Measures[i]);
    }

    private void AddArcs()
    {
        for (int i = 0; i < _network.Arcs.Count; i++)
        {
            CompiledArc arc = _network.Arcs[i];
            for (int direction = 0; direction < 2; direction++)
            {
                double[] flow = _result.Arcs[i].Flow[direction];
                double entering = Sum(flow), arriving = ArcFlow.TotalArriving(arc, flow, _horizon);
                Entry from = At(direction == 0 ? arc.From : arc.To), to = At(direction == 0 ? arc.To : arc.From);
                if (ReferenceEquals(from, to))
                {
                    from.Losses += entering - arriving;
                    continue;
                }

                from.Exports += entering;
                to.Imports += arriving;
                to.ImportsFrom[from.Group] = to.ImportsFrom.GetValueOrDefault(from.Group) + arriving;
            }
        }
    }

    private void AddStoragesAndConverters()
    {
        for (int i = 0; i < _network.Storages.Count; i++)
        {
            Entry entry = At(_network.Storages[i].Node);
            entry.Injection += Sum(_result.Storages[i].Injection);
            entry.Withdrawal += Sum(_result.Storages[i].Withdrawal);
        }

        for (int i = 0; i < _network.Converters.Count; i++)
        {
            double activity = Sum(_result.Converters[i].Activity);
            IReadOnlyList<CompiledConverterFlow> flows = _network.Converters[i].Flows;
            for (int f = 0; f < flows.Count; f++)
            {
                Entry entry = At(flows[f].Node);
                if (flows[f].Ratio < 0)
                {
                    entry.ConversionInput -= flows[f].Ratio * activity;
                    continue;
                }

                double output = (flows[f].Ratio * activity) - (_result.Converters[i].Disposed[f] is { } disposed ? Sum(disposed) : 0);
                entry.ConversionOutput += output;
                entry.Regasified += _regasification.Contains(_network.Converters[i].Id) ? output : 0;
            }
        }
    }

    /// <summary>Where nothing is demanded, the price is the mean over nodes and time.</summary>
    private void AddUnweightedPrices()
    {
        HashSet<Entry> without = [.. _entries.Values.Where(e => e.PriceWeight <= 0)];
        for (int n = 0; n < _ofNode.Length; n++)
        {
            if (!without.Contains(_ofNode[n]))
                continue;
            _ofNode[n].PriceSum += Sum(_result.NodalPrice[n]);
            _ofNode[n].PriceWeight += _horizon.Days;
        }
    }

    /// <summary>One balance, units of account.</summary>
    internal sealed class Entry(string group, string carrier)
    {
        /// <summary>Shares of all imports below this are the solver's rounding.</summary>
        private const double Rounding = 1e-6;

        public string Group { get; } = group;

        public string Carrier { get; } = carrier;

        public double Demand { get; set; }

        public double Served { get; set; }

        public double Curtailed { get; set; }

        public double GivenUp { get; set; }

        public double Supply { get; set; }

        public double Measures { get; set; }

        public double Imports { get; set; }

        public double Exports { get; set; }

        public double Losses { get; set; }

        public double Injection { get; set; }

        public double Withdrawal { get; set; }

        public double ConversionInput { get; set; }

        public double ConversionOutput { get; set; }

        public double Regasified { get; set; }

        public double PriceSum { get; set; }

        public double PriceWeight { get; set; }

        public Dictionary<string, double> ImportsFrom { get; } = new(StringComparer.Ordinal);

        public double AveragePrice => PriceSum / PriceWeight;

        public BalanceSummary ToSummary(DisplayUnit unit)
        {
            double factor = unit.AmountPerAccount;
            return new BalanceSummary
            {
                Zone = Group,
                Carrier = Carrier,
                Unit = unit.Amount.Symbol,
                Demand = Demand * factor,
                Served = Served * factor,
                Curtailed = Curtailed * factor,
                Production = (Supply + ConversionOutput) * factor,
                Imports = Imports * factor,
                Exports = Exports * factor,
                AveragePrice = AveragePrice * unit.PricePerAccount,
                PriceUnit = unit.Price.Symbol,
                GivenUp = GivenUp * factor,
                ConversionOutput = ConversionOutput * factor,
                Regasified = Regasified * factor,
                ConversionInput = ConversionInput * factor,
                StorageInjection = Injection * factor,
                StorageWithdrawal = Withdrawal * factor,
                Measures = Measures * factor,
                Losses = Losses * factor,
            };
        }

        public IEnumerable<ImportSummary> ImportSummaries(DisplayUnit unit) =>
            ImportsFrom.Where(p => p.Value > Rounding * Imports).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => new ImportSummary(Group, Carrier, p.Key, unit.Amount.Symbol, p.Value * unit.AmountPerAccount));
    }
}
