using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Security;

/// <summary>Looks at one carrier of one border region.</summary>
internal sealed class RegionLook
{
    private const int MostNeeds = 5;

    private readonly EnergySystem _system;
    private readonly DispatchResult _result;
    private readonly CompiledNetwork _network;
    private readonly IReadOnlyList<Period> _periods;
    private readonly string _zone;
    private readonly string _carrier;
    private readonly HashSet<int> _nodes;
    private readonly int[] _demands;
    private readonly double[] _demand;
    private readonly double[] _curtailed;
    private readonly List<(HelpKind Kind, string Id, double[] Rate)> _inflows;

    public RegionLook(EnergySystem system, DispatchResult result, string zone, string carrier, HashSet<int> nodes)
    {
        _system = system;
        _result = result;
        _network = result.Network;
        _periods = _network.Horizon.Periods;
        _zone = zone;
        _carrier = carrier;
        _nodes = nodes;
        _demands = [.. Enumerable.Range(0, _network.Demands.Count).Where(d => nodes.Contains(_network.Demands[d].Node.Value))];
        _demand = Sum(_demands.Select(d => _network.Demands[d].Rate));
        _curtailed = Sum(_demands.Select(d => result.Demands[d].Curtailed));
        _inflows = Inflows();
    }

    public RegionSupply Describe()
    {
        SectorSupply[] sectors = [.. _demands.GroupBy(d => (_network.Demands[d].Sector, _network.Demands[d].Protected)).Select(Sector)];
        ShortTime whole = ShortOfAny(sectors);
        RegionEvent[] events = Events();
        bool[] stress = Stress(events);
        int first = Array.IndexOf(stress, true), last = Array.LastIndexOf(stress, true);
        double[] served = Sum(_demands.Select(d => _result.Demands[d].Served));
        return new RegionSupply
        {
            Zone = _zone,
            Carrier = _carrier,
            Connected = _inflows.Count > 0,
            Sectors = sectors,
            Short = whole,
            StressDays = Enumerable.Range(0, stress.Length).Where(t => stress[t]).Sum(t => _periods[t].Days),
            StressFrom = first < 0 ? null : _periods[first].Start,
            StressTo = last < 0 ? null : _periods[last].End,
            StressDemand = Total(_demand, stress),
            StressServed = Total(served, stress),
            Events = events,
            Helped = first < 0 ? [] : Helped(stress, first, last),
            WouldHelp = whole.Days > 0 ? WouldHelp() : [],
        };
    }

    private SectorSupply Sector(IGrouping<(DemandSector Sector, bool Protected), int> group)
    {
        double[] demand = Sum(group.Select(d => _network.Demands[d].Rate)), curtailed = Sum(group.Select(d => _result.Demands[d].Curtailed));
        double[] givenUp = Sum(group.SelectMany(d => _result.Demands[d].GivenUp));
        return new SectorSupply(
            group.Key.Sector, group.Key.Protected, Total(demand), Total(Sum(group.Select(d => _result.Demands[d].Served))), Total(curtailed), Total(givenUp),
            BorderRegionStudy.ShortOf(_periods, demand, curtailed));
    }

    /// <summary>The region is short when any of its sectors is; its worst day is that of the whole demand.</summary>
    private ShortTime ShortOfAny(SectorSupply[] sectors)
    {
        if (!sectors.Any(s => s.Short.Days > 0))
            return ShortTime.Never;
        bool[] isShort = IsShort();
        ShortTime whole = BorderRegionStudy.ShortOf(_periods, _demand, _curtailed);
        int first = Array.IndexOf(isShort, true), last = Array.LastIndexOf(isShort, true);
        return new ShortTime(
            Enumerable.Range(0, isShort.Length).Where(t => isShort[t]).Sum(t => _periods[t].Days), _periods[first].Start, _periods[last].End, whole.Worst ?? _periods[first].Start, whole.WorstShare);
    }

    private bool[] IsShort()
    {
        var isShort = new bool[_periods.Count];
        foreach (IGrouping<(DemandSector, bool), int> group in _demands.GroupBy(d => (_network.Demands[d].Sector, _network.Demands[d].Protected)))
        {
            double[] demand = Sum(group.Select(d => _network.Demands[d].Rate)), curtailed = Sum(group.Select(d => _result.Demands[d].Curtailed));
            double least = 1e-6 * demand.Max();
            for (int t = 0; t < isShort.Length; t++)
                isShort[t] |= demand[t] > least && curtailed[t] > BorderRegionStudy.ShortShare * demand[t];
        }

        return isShort;
    }

    private RegionEvent[] Events()
    {
        HashSet<string> at = [.. _inflows.Select(i => i.Id), .. AssetsOfRows()];
        return
        [
            .. _system.Outages.Where(o => o.PlannedStart is { } from && o.PlannedShare is null or > 0 && at.Contains(o.Asset)
                    && from < _network.Horizon.To && (o.PlannedEnd is not { } end || end > _network.Horizon.From))
                .OrderBy(o => o.PlannedStart).ThenBy(o => o.Asset, StringComparer.Ordinal)
                .Select(o => new RegionEvent(o.Asset, o.PlannedShare ?? 1, o.PlannedStart!.Value, o.PlannedEnd)),
        ];
    }

    /// <summary>Arcs that end in the region, even where an outage leaves them nothing.</summary>
    private IEnumerable<string> AssetsOfRows()
    {
        HashSet<string> ids = [.. _nodes.Select(n => _network.Nodes[n].Id)];
        return _system.Pipelines.Where(r => ids.Contains(r.From) || ids.Contains(r.To)).Select(r => r.Id)
            .Concat(_system.PowerLines.Where(r => ids.Contains(r.From) || ids.Contains(r.To)).Select(r => r.Id))
            .Concat(_system.Transports.Where(r => ids.Contains(r.To)).Select(r => r.Id));
    }

    private bool[] Stress(RegionEvent[] events)
    {
        bool[] stress = IsShort();
        for (int t = 0; t < stress.Length; t++)
        {
            DateOnly from = DateOnly.FromDateTime(_periods[t].Start), to = DateOnly.FromDateTime(_periods[t].End.AddTicks(-1));
            stress[t] |= events.Any(e => e.From <= to && (e.To is not { } end || end > from));
            for (int m = 0; m < _network.Measures.Count && !stress[t]; m++)
                stress[t] = _nodes.Contains(_network.Measures[m].Node.Value) && _result.Measures[m][t] > BorderRegionStudy.ShortShare * _demand[t] && _demand[t] > 0;
        }

        return stress;
    }

    private List<RegionHelp> Helped(bool[] stress, int first, int last)
    {
        var helps = new List<RegionHelp>();
        for (int m = 0; m < _network.Measures.Count; m++)
        {
            CompiledMeasure measure = _network.Measures[m];
            if (!_nodes.Contains(measure.Node.Value))
                continue;
            double[] rate = _result.Measures[m];
            double largest = measure.Rate.Max(), amount = 0, days = 0, cost = 0;
            for (int t = 0; t < rate.Length; t++)
            {
                if (!stress[t] || rate[t] <= BorderRegionStudy.ShortShare * largest)
                    continue;
                amount += _periods[t].Days * rate[t];
                days += _periods[t].Days;
                cost += _periods[t].Days * rate[t] * measure.Cost[t];
            }

            if (days > 0)
                helps.Add(new RegionHelp(HelpKind.Measure, measure.Id, amount, days, cost, _system.Measures.First(r => r.Id == measure.Id)));
        }

        int[] before = Before(stress, first, last);
        double needed = Total(_demand, stress);
        if (before.Length > 0)
        {
            double span = before.Sum(t => _periods[t].Days);
            foreach ((HelpKind kind, string id, double[] rate) in _inflows)
                AddIncrease(helps, stress, kind, id, rate, before.Sum(t => _periods[t].Days * rate[t]) / span, needed);
        }

        foreach (int d in _demands)
        {
            double[] givenUp = Sum(_result.Demands[d].GivenUp);
            AddIncrease(helps, stress, HelpKind.GivenUp, _network.Demands[d].Id, givenUp, before.Length == 0 ? 0 : before.Average(t => givenUp[t]), needed);
        }

        return [.. helps.OrderBy(h => h.Kind == HelpKind.Measure ? 0 : 1).ThenByDescending(h => h.Amount).ThenBy(h => h.Id, StringComparer.Ordinal)];
    }

    private void AddIncrease(List<RegionHelp> helps, bool[] stress, HelpKind kind, string id, double[] rate, double usual, double needed)
    {
        double amount = 0, days = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            if (!stress[t] || rate[t] - usual <= BorderRegionStudy.ShortShare * _demand[t])
                continue;
            amount += _periods[t].Days * (rate[t] - usual);
            days += _periods[t].Days;
        }

        if (amount > BorderRegionStudy.ShortShare * needed)
            helps.Add(new RegionHelp(kind, id, amount, days, 0, null));
    }

    /// <summary>What it is compared with: as many days before the stress as it lasts; where it begins the horizon, after it.</summary>
    private int[] Before(bool[] stress, int first, int last)
    {
        double wanted = Enumerable.Range(0, stress.Length).Where(t => stress[t]).Sum(t => _periods[t].Days), found = 0;
        var chosen = new List<int>();
        for (int t = first - 1; t >= 0 && found < wanted; t--)
        {
            chosen.Add(t);
            found += _periods[t].Days;
        }

        for (int t = last + 1; chosen.Count == 0 && t < stress.Length; t++)
        {
            if (found >= wanted)
                break;
            found += _periods[t].Days;
            if (found >= wanted || t == stress.Length - 1)
                chosen.AddRange(Enumerable.Range(last + 1, t - last));
        }

        return [.. chosen];
    }

    private List<RegionNeed> WouldHelp()
    {
        bool[] isShort = IsShort();
        double span = Enumerable.Range(0, isShort.Length).Where(t => isShort[t]).Sum(t => _periods[t].Days);
        var needs = new List<RegionNeed>();
        void Look(HelpKind kind, string id, Func<int, double> capacity, Func<int, double> value)
        {
            double sum = 0;
            bool closed = false;
            for (int t = 0; t < isShort.Length; t++)
            {
                if (!isShort[t])
                    continue;
                double one = value(t);
                sum += _periods[t].Days * Math.Max(0, one);
                closed |= one > 0 && capacity(t) <= 0;
            }

            needs.Add(new RegionNeed(kind, id, sum / span, closed));
        }

        for (int a = 0; a < _network.Arcs.Count; a++)
        {
            CompiledArc arc = _network.Arcs[a];
            for (int way = 0; way < 2; way++)
            {
                (NodeIndex from, NodeIndex to) = way == 0 ? (arc.From, arc.To) : (arc.To, arc.From);
                if (_nodes.Contains(to.Value) && !_nodes.Contains(from.Value) && (way == 0 || arc.TwoWay))
                    Look(HelpKind.Route, arc.Id, t => arc.Capacity[way][t], t => ArcValue(a, way, from, to, t));
            }
        }

        for (int s = 0; s < _network.Supplies.Count; s++)
        {
            if (_nodes.Contains(_network.Supplies[s].Node.Value))
                Look(HelpKind.Supply, _network.Supplies[s].Id, t => _network.Supplies[s].Capacity[t], t => _result.Supplies[s].ShadowValue[t]);
        }

        for (int m = 0; m < _network.Measures.Count; m++)
        {
            CompiledMeasure measure = _network.Measures[m];
            if (_nodes.Contains(measure.Node.Value))
                Look(HelpKind.Measure, measure.Id, t => measure.Rate[t], t => MeasureValue(m, t));
        }

        double dearest = _demands.Max(d => _network.Demands[d].CurtailmentCost?.Max() ?? 0);
        return [.. needs.Where(n => n.Value > 1e-4 * dearest).OrderByDescending(n => n.Value).ThenBy(n => n.Id, StringComparer.Ordinal).Take(MostNeeds)];
    }

    /// <summary>What one more unit a day of capacity saves. Where there is none the solver may leave the shadow price anywhere: the prices at both ends count.</summary>
    private double ArcValue(int a, int way, NodeIndex from, NodeIndex to, int t)
    {
        CompiledArc arc = _network.Arcs[a];
        return arc.Capacity[way][t] > 0
            ? _result.Arcs[a].ShadowValue[way][t]
            : ((1 - arc.Loss) * MarginalLack(to, t)) - _result.NodalPrice[from.Value][t] - arc.Cost[way][t] - arc.Levy[way][t];
    }

    /// <summary>What one more unit a day of a measure saves: the cost of curtailing whom it can serve, less its own.</summary>
    private double MeasureValue(int m, int t)
    {
        CompiledMeasure measure = _network.Measures[m];
        double worth = measure.Demand >= 0
            ? _result.Demands[measure.Demand].Curtailed[t] > BorderRegionStudy.ShortShare * _network.Demands[measure.Demand].Rate[t] ? _network.Demands[measure.Demand].CurtailmentCost?[t] ?? 0 : 0
            : MarginalLack(measure.Node, t);
        return worth - measure.Cost[t];
    }

    /// <summary>The dearest curtailment at a node that more supply would end; the nodal price where nothing is curtailed.</summary>
    private double MarginalLack(NodeIndex node, int t)
    {
        double worth = 0;
        foreach (int d in _demands)
        {
            if (_network.Demands[d].Node == node && _result.Demands[d].Curtailed[t] > BorderRegionStudy.ShortShare * _network.Demands[d].Rate[t])
                worth = Math.Max(worth, _network.Demands[d].CurtailmentCost?[t] ?? 0);
        }

        return worth > 0 ? worth : _result.NodalPrice[node.Value][t];
    }

    private List<(HelpKind, string, double[])> Inflows()
    {
        var found = new List<(HelpKind, string, double[])>();
        for (int a = 0; a < _network.Arcs.Count; a++)
        {
            CompiledArc arc = _network.Arcs[a];
            bool ends = _nodes.Contains(arc.To.Value), begins = _nodes.Contains(arc.From.Value);
            if (ends != begins && (ends || arc.TwoWay))
                found.Add((HelpKind.Route, arc.Id, NetArrival(a, ends)));
        }

        for (int s = 0; s < _network.Supplies.Count; s++)
        {
            if (_nodes.Contains(_network.Supplies[s].Node.Value))
                found.Add((HelpKind.Supply, _network.Supplies[s].Id, _result.Supplies[s].Output));
        }

        for (int s = 0; s < _network.Storages.Count; s++)
        {
            if (_nodes.Contains(_network.Storages[s].Node.Value))
                found.Add((HelpKind.Storage, _network.Storages[s].Id, Sum([_result.Storages[s].Withdrawal, [.. _result.Storages[s].Injection.Select(x => -x)]])));
        }

        for (int c = 0; c < _network.Converters.Count; c++)
        {
            double ratio = _network.Converters[c].Flows.Where(f => f.Ratio > 0 && _nodes.Contains(f.Node.Value)).Sum(f => f.Ratio);
            if (ratio > 0)
                found.Add((HelpKind.Converter, _network.Converters[c].Id, [.. _result.Converters[c].Activity.Select(x => x * ratio)]));
        }

        return found;
    }

    /// <summary>What arrives in the region by an arc less what leaves by it.</summary>
    private double[] NetArrival(int a, bool ends)
    {
        CompiledArc arc = _network.Arcs[a];
        double[][] flow = _result.Arcs[a].Flow;
        (double[] inward, double[] outward) = ends ? (flow[0], flow[1]) : (flow[1], flow[0]);
        var net = new double[_periods.Count];
        for (int t = 0; t < net.Length; t++)
        {
            int loaded = (((t - arc.Delay) % net.Length) + net.Length) % net.Length;
            net[t] = ((1 - arc.Loss) * inward[loaded]) - outward[t];
        }

        return net;
    }

    private double[] Sum(IEnumerable<double[]> series)
    {
        var sum = new double[_periods.Count];
        foreach (double[] one in series)
        {
            for (int t = 0; t < sum.Length; t++)
                sum[t] += one[t];
        }

        return sum;
    }

    private double Total(double[] rate, bool[]? during = null)
    {
        double sum = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            if (during is null || during[t])
                sum += _periods[t].Days * rate[t];
        }

        return sum;
    }
}
