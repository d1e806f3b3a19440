using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Backtest;

/// <summary>Reads the modelled quantity of a route from a result, as the row of <c>backtest_routes</c> says.</summary>
internal sealed class RouteMeter
{
    private readonly DispatchResult _result;
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _arcs = new(StringComparer.Ordinal);

    public RouteMeter(EnergySystem system, DispatchResult result)
    {
        _result = result;
        foreach (Zone zone in system.Zones)
            _parents.TryAdd(zone.Id, zone.Parent);
        for (int a = 0; a < result.Network.Arcs.Count; a++)
            _arcs.TryAdd(result.Network.Arcs[a].Id, a);
    }

    /// <summary>Modelled amount over a span, units of account. Periods that are cut count by their days.</summary>
    public double Amount(BacktestRoute route, DateOnly start, DateOnly end)
    {
        double sum = 0;
        foreach ((int arc, int direction) in Directions(route))
        {
            sum += Flow(route, arc, direction, start, end);
            if (route.Net)
                sum -= Flow(route, arc, 1 - direction, start, end);
        }

        return sum + Deliveries(route, start, end) + Output(route, start, end);
    }

    /// <summary>Amount that the arcs of a route could carry over a span, units of account.</summary>
    public double Capacity(BacktestRoute route, DateOnly start, DateOnly end) =>
        Directions(route).Sum(d => Total(_result.Network.Arcs[d.Arc].Capacity[d.Direction], start, end));

    private IEnumerable<(int Arc, int Direction)> Directions(BacktestRoute route)
    {
        foreach (string id in route.Arcs)
        {
            if (_arcs.TryGetValue(id, out int arc))
                yield return (arc, 0);
        }

        if (route.FromZones.Count + route.ToZones.Count == 0)
            yield break;
        for (int a = 0; a < _result.Network.Arcs.Count; a++)
        {
            CompiledArc arc = _result.Network.Arcs[a];
            CompiledNode from = _result.Network.Nodes[arc.From.Value], to = _result.Network.Nodes[arc.To.Value];
            if (from.Carrier != route.Carrier)
                continue;
            if (Joins(route, from.Zone, to.Zone))
                yield return (a, 0);
            if (Joins(route, to.Zone, from.Zone))
                yield return (a, 1);
        }
    }

    /// <summary>Whether a flow between two zones counts: out of the zones named, or from anywhere outside where none are; likewise into them.</summary>
    private bool Joins(BacktestRoute route, string from, string to)
    {
        bool outside = route.FromZones.Count == 0 ? !Within(from, route.ToZones) : Within(from, route.FromZones);
        bool inside = route.ToZones.Count == 0 ? !Within(to, route.FromZones) : Within(to, route.ToZones);
        return outside && inside;
    }

    private bool Within(string zone, IReadOnlyList<string> zones)
    {
        string? current = zone;
        // A ring of parents, which validation reports, must not hang.
        for (int steps = 0; current is not null && steps <= _parents.Count; steps++)
        {
            if (zones.Contains(current, StringComparer.Ordinal))
                return true;
            current = _parents.GetValueOrDefault(current);
        }

        return false;
    }

    private double Flow(BacktestRoute route, int index, int direction, DateOnly start, DateOnly end)
    {
        CompiledArc arc = _result.Network.Arcs[index];
        double[] flow = _result.Arcs[index].Flow[direction];
        if (route.MeteredAt == MeteringPoint.Departure)
            return Total(flow, start, end);
        var arriving = new double[flow.Length];
        for (int t = 0; t < flow.Length; t++)
        {
            int loaded = arc.Delay == 0 ? t : (((t - arc.Delay) % flow.Length) + flow.Length) % flow.Length;
            arriving[t] = flow[loaded] * (1 - arc.Loss);
        }

        return Total(arriving, start, end);
    }

    private double Deliveries(BacktestRoute route, DateOnly start, DateOnly end)
    {
        double sum = 0;
        for (int k = 0; k < _result.Network.Contracts.Count; k++)
        {
            if (route.Contracts.Contains(_result.Network.Contracts[k].Id, StringComparer.Ordinal))
                sum += Total(_result.Contracts[k].Delivered, start, end);
        }

        return sum;
    }

    private double Output(BacktestRoute route, DateOnly start, DateOnly end)
    {
        double sum = 0;
        for (int c = 0; c < _result.Network.Converters.Count && route.Converters.Count > 0; c++)
        {
            CompiledConverter converter = _result.Network.Converters[c];
            if (!route.Converters.Contains(converter.Id, StringComparer.Ordinal))
                continue;
            ConverterResult result = _result.Converters[c];
            for (int f = 0; f < converter.Flows.Count; f++)
            {
                CompiledConverterFlow flow = converter.Flows[f];
                if (flow.Ratio > 0 && _result.Network.Nodes[flow.Node.Value].Carrier == route.Carrier)
                    sum += (flow.Ratio * Total(result.Activity, start, end)) - (result.Disposed[f] is { } disposed ? Total(disposed, start, end) : 0);
            }
        }

        return sum;
    }

    private double Total(double[] rate, DateOnly start, DateOnly end)
    {
        DateTime first = start.ToDateTime(TimeOnly.MinValue), last = end.ToDateTime(TimeOnly.MinValue);
        double sum = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            Period period = _result.Network.Horizon.Periods[t];
            DateTime from = period.Start > first ? period.Start : first, to = period.End < last ? period.End : last;
            if (to > from && double.IsFinite(rate[t]))
                sum += rate[t] * (to - from).TotalDays;
        }

        return sum;
    }
}
