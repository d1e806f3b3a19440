using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Gas of every node from the flows: what enters there and what arrives from upstream mix by amount of substance. Nodes are taken in the direction of
/// flow; in a circle of flow (behind a station that feeds itself) the sweep is repeated until nothing changes.
/// </summary>
internal sealed class QualityTracking
{
    private const int MaxSweeps = 200;
    private const double Settled = 1e-13;

    private readonly GasNetwork _network;
    private readonly GasQuality[] _entering;
    private readonly GasQuality[] _gas;
    private readonly List<GasQuality> _streams = [];
    private readonly List<double> _amounts = [];

    internal QualityTracking(GasNetwork network)
    {
        _network = network;
        _entering = [.. network.Nodes.Select(node => node.Gas ?? network.Gas)];
        _gas = (GasQuality[])_entering.Clone();
    }

    /// <summary>Gas that leaves each node.</summary>
    internal GasQuality[] Gas => _gas;

    /// <summary>Whether entries bring different gases.</summary>
    internal static bool IsNeeded(GasNetwork network, HydraulicSettings settings) =>
        settings.TrackQuality && network.Nodes.Any(node => node.InService && node.Gas is not null && !ReferenceEquals(node.Gas, network.Gas) && !node.Gas.Equals(network.Gas));

    /// <summary>Mixes; returns the greatest relative change of a node's molar mass since the last call.</summary>
    /// <param name="flow">Flow of each element [kg/s].</param>
    /// <param name="injection">Injection of each node [kg/s].</param>
    internal double Mix(double[] flow, ReadOnlySpan<double> injection)
    {
        int count = _network.Nodes.Count;
        double[] before = [.. _gas.Select(gas => gas.MolarMass)];
        (int[] start, int[] incident) = Inflows(_network, flow);
        int[] order = Order(_network, flow, start, incident);
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double change = 0.0;
            foreach (int i in order)
            {
                double old = _gas[i].MolarMass;
                _streams.Clear();
                _amounts.Clear();
                if (injection[i] > 0.0)
                {
                    _streams.Add(_entering[i]);
                    _amounts.Add(injection[i]);
                }

                for (int p = start[i]; p < start[i + 1]; p++)
                {
                    int e = incident[p];
                    _streams.Add(_gas[flow[e] > 0.0 ? _network.Elements[e].From : _network.Elements[e].To]);
                    _amounts.Add(Math.Abs(flow[e]));
                }

                if (_streams.Count > 0)
                    _gas[i] = GasMixing.Mix($"mixture at {_network.Nodes[i].Id}", _streams, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_amounts));
                change = Math.Max(change, Math.Abs(_gas[i].MolarMass - old) / old);
            }

            if (change <= Settled)
                break;
        }

        double moved = 0.0;
        for (int i = 0; i < count; i++)
            moved = Math.Max(moved, Math.Abs(_gas[i].MolarMass - before[i]) / before[i]);
        return moved;
    }

    /// <summary>Elements that bring gas to each node, those of one node one after the other.</summary>
    internal static (int[] Start, int[] Incident) Inflows(GasNetwork network, double[] flow)
    {
        int[] start = new int[network.Nodes.Count + 1];
        for (int e = 0; e < flow.Length; e++)
        {
            if (flow[e] != 0.0 && double.IsFinite(flow[e]))
                start[(flow[e] > 0.0 ? network.Elements[e].To : network.Elements[e].From) + 1]++;
        }

        for (int i = 0; i < network.Nodes.Count; i++)
            start[i + 1] += start[i];
        int[] at = (int[])start.Clone();
        int[] incident = new int[start[^1]];
        for (int e = 0; e < flow.Length; e++)
        {
            if (flow[e] != 0.0 && double.IsFinite(flow[e]))
                incident[at[flow[e] > 0.0 ? network.Elements[e].To : network.Elements[e].From]++] = e;
        }

        return (start, incident);
    }

    /// <summary>Nodes in the direction of flow; those of circles in the order of the network.</summary>
    internal static int[] Order(GasNetwork network, double[] flow, int[] start, int[] incident)
    {
        int count = network.Nodes.Count;
        int[] waiting = new int[count];
        var leaving = new List<int>[count];
        for (int i = 0; i < count; i++)
        {
            waiting[i] = start[i + 1] - start[i];
            for (int p = start[i]; p < start[i + 1]; p++)
            {
                GasElement element = network.Elements[incident[p]];
                (leaving[flow[incident[p]] > 0.0 ? element.From : element.To] ??= []).Add(i);
            }
        }

        var order = new List<int>(count);
        var taken = new bool[count];
        var queue = new Queue<int>();
        for (int i = 0; i < count; i++)
        {
            if (waiting[i] == 0)
                queue.Enqueue(i);
        }

        for (int next = 0; order.Count < count;)
        {
            if (!queue.TryDequeue(out int node))
            {
                while (taken[next])
                    next++;
                node = next;
            }

            if (taken[node])
                continue;
            taken[node] = true;
            order.Add(node);
            foreach (int other in leaving[node] ?? [])
            {
                if (--waiting[other] == 0)
                    queue.Enqueue(other);
            }
        }

        return [.. order];
    }
}
