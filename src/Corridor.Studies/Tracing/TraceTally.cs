using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Tracing;

/// <summary>Adds up what each zone uses of a carrier in each month, with its mixture.</summary>
internal sealed class TraceTally
{
    private readonly TraceGraph _graph;
    private readonly TraceColumns _columns;
    private readonly CompiledNetwork _network;
    private readonly double[] _floor;
    private readonly double[][] _served;
    private readonly double[][] _taken;
    private readonly int[] _groupOfNode;
    private readonly List<(string Zone, string Carrier)> _groups = [];
    private readonly int[] _monthOfPeriod;
    private readonly List<DateOnly> _months = [];
    private readonly Sum?[][] _sums;

    public TraceTally(TraceGraph graph, TraceColumns columns, DispatchResult result, double[] floor)
    {
        _graph = graph;
        _columns = columns;
        _network = result.Network;
        _floor = floor;
        int nodes = _network.Nodes.Count;
        _served = [.. Enumerable.Range(0, nodes).Select(_ => new double[_network.PeriodCount])];
        _taken = [.. Enumerable.Range(0, nodes).Select(_ => new double[_network.PeriodCount])];
        for (int d = 0; d < _network.Demands.Count; d++)
            Add(_served[_network.Demands[d].Node.Value], result.Demands[d].Served, 1);
        for (int c = 0; c < _network.Converters.Count; c++)
        {
            foreach (CompiledConverterFlow flow in _network.Converters[c].Flows.Where(f => f.Ratio < 0))
                Add(_taken[flow.Node.Value], result.Converters[c].Activity, -flow.Ratio);
        }

        _groupOfNode = new int[nodes];
        for (int n = 0; n < nodes; n++)
        {
            (string, string) group = (_network.Nodes[n].Zone, _network.Nodes[n].Carrier);
            if (!_groups.Contains(group))
                _groups.Add(group);
            _groupOfNode[n] = _groups.IndexOf(group);
        }

        _monthOfPeriod = new int[_network.PeriodCount];
        for (int t = 0; t < _monthOfPeriod.Length; t++)
        {
            DateTime start = _network.Horizon.Periods[t].Start;
            var month = new DateOnly(start.Year, start.Month, 1);
            if (_months.Count == 0 || _months[^1] != month)
                _months.Add(month);
            _monthOfPeriod[t] = _months.Count - 1;
        }

        _sums = [.. _groups.Select(_ => new Sum?[_months.Count])];
    }

    /// <summary>Adds a period.</summary>
    public void Add(int period, IReadOnlyList<Mixture> vertices)
    {
        double days = _network.Horizon.Periods[period].Days;
        for (int n = 0; n < _groupOfNode.Length; n++)
        {
            double used = _served[n][period] + _taken[n][period];
            if (used <= _floor[n] || !vertices[n].Traced)
                continue;
            Sum sum = _sums[_groupOfNode[n]][_monthOfPeriod[period]] ??= new Sum(_columns.MainLength);
            sum.Amount += days * used;
            sum.Served += days * _served[n][period];
            Mixture.AddTo(sum.Main, vertices[n].Main, days * used);
        }
    }

    /// <summary>The rows of all zones and countries.</summary>
    public TraceResult Result()
    {
        var rows = new TraceRows(_graph, _columns);
        var zones = new List<TraceRow>();
        for (int g = 0; g < _groups.Count; g++)
            Add(zones, rows, _groups[g].Zone, _groups[g].Carrier, [_sums[g]]);
        var countries = new List<TraceRow>();
        foreach (IGrouping<(int Country, string Carrier), int> country in Enumerable.Range(0, _groups.Count).GroupBy(g => (_graph.Countries.Of(_groups[g].Zone), _groups[g].Carrier)))
            Add(countries, rows, _graph.Countries.Ids[country.Key.Country], country.Key.Carrier, [.. country.Select(g => _sums[g])]);
        return new TraceResult { Zones = zones, Countries = countries };
    }

    private void Add(List<TraceRow> target, TraceRows rows, string place, string carrier, Sum?[][] parts)
    {
        var whole = new Sum(_columns.MainLength);
        var months = new Sum[_months.Count];
        for (int m = 0; m < months.Length; m++)
        {
            months[m] = new Sum(_columns.MainLength);
            foreach (Sum?[] part in parts)
                months[m].Add(part[m]);
            whole.Add(months[m]);
        }

        if (whole.Amount <= 0)
            return;
        target.Add(rows.Create(place, carrier, null, whole));
        for (int m = 0; m < months.Length; m++)
        {
            if (months[m].Amount > 0)
                target.Add(rows.Create(place, carrier, _months[m], months[m]));
        }
    }

    private static void Add(double[] target, double[] rate, double factor)
    {
        for (int t = 0; t < target.Length; t++)
            target[t] += factor * Math.Max(rate[t], 0);
    }

    /// <summary>Amounts of a group in a month: the whole, and by column.</summary>
    internal sealed class Sum(int length)
    {
        public double Amount { get; set; }

        public double Served { get; set; }

        public double[] Main { get; } = new double[length];

        public void Add(Sum? other)
        {
            if (other is null)
                return;
            Amount += other.Amount;
            Served += other.Served;
            Mixture.AddTo(Main, other.Main, 1);
        }
    }
}
