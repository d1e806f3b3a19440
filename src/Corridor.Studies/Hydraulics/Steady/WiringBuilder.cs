using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Finds clusters, holders and cut-off parts by graph alone, before any figure is solved for.</summary>
internal sealed class WiringBuilder
{
    private const double SameValue = 1e-9;

    private readonly GasNetwork _network;
    private readonly Wiring _wiring;
    private readonly double[] _setpoint;
    private readonly int _places;

    private WiringBuilder(GasNetwork network, int places, Link[] links, double[] setpoint)
    {
        _network = network;
        _places = places;
        _setpoint = setpoint;
        _wiring = new Wiring(links, places);
    }

    /// <summary>Builds the structure.</summary>
    /// <param name="network">The network.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="links">The links.</param>
    /// <param name="setpoint">Pressure held at each node [Pa]; NaN where its injection is given.</param>
    internal static Wiring Build(GasNetwork network, int places, Link[] links, double[] setpoint)
    {
        var builder = new WiringBuilder(network, places, links, setpoint);
        builder.FindClusters();
        builder.FindHolders();
        builder.FindTargets();
        builder.FindCutOff();
        return builder._wiring;
    }

    private void FindClusters()
    {
        Link[] links = _wiring.Links;
        int[] cluster = _wiring.Cluster;
        Array.Fill(cluster, Wiring.None);
        int[] start = new int[_places + 1];
        foreach (int k in _wiring.LinkOfRelation)
        {
            start[links[k].From + 1]++;
            start[links[k].To + 1]++;
        }

        for (int i = 0; i < _places; i++)
            start[i + 1] += start[i];
        int[] at = start.AsSpan(0, _places).ToArray();
        int[] incident = new int[start[_places]];
        foreach (int k in _wiring.LinkOfRelation)
        {
            incident[at[links[k].From]++] = k;
            incident[at[links[k].To]++] = k;
        }

        var first = new List<int>();
        var queue = new Queue<int>();
        for (int i = 0; i < _places; i++)
        {
            if (cluster[i] != Wiring.None || !IsInService(i))
                continue;
            Visit(i, first.Count, 1.0, 0.0);
            first.Add(i);
            while (queue.TryDequeue(out int place))
            {
                for (int p = start[place]; p < start[place + 1]; p++)
                {
                    Link link = links[incident[p]];
                    double scale = _wiring.Scale[place];
                    double offset = _wiring.Offset[place];
                    int other = link.From == place ? link.To : link.From;
                    (scale, offset) = link.From == place ? (link.A * scale, (link.A * offset) + link.B) : (scale / link.A, (offset - link.B) / link.A);
                    if (cluster[other] == Wiring.None)
                        Visit(other, first.Count - 1, scale, offset);
                    else if (Differ(_wiring.Scale[other], scale, 1.0) || Differ(_wiring.Offset[other], offset, 1e5))
                    {
                        Complain(ComplaintKind.ConflictingSetpoints, -1, link.Element, "{1} closes a loop of stations whose set points contradict each other.");
                    }
                }
            }
        }

        _wiring.First = [.. first];
        _wiring.ClusterCount = first.Count;

        void Visit(int place, int number, double scale, double offset)
        {
            cluster[place] = number;
            _wiring.Scale[place] = scale;
            _wiring.Offset[place] = offset;
            queue.Enqueue(place);
        }
    }

    private static bool Differ(double a, double b, double size) => !(Math.Abs(a - b) <= SameValue * Math.Max(size, Math.Abs(a)));

    private bool IsInService(int place) => place >= _network.Nodes.Count || _network.Nodes[place].InService;

    private void FindHolders()
    {
        int count = _wiring.ClusterCount;
        _wiring.HeldPressure = new double[count];
        Array.Fill(_wiring.HeldPressure, double.NaN);
        _wiring.HoldingNodes = new List<int>[count];
        _wiring.HoldingLinks = new List<int>[count];
        for (int i = 0; i < _setpoint.Length; i++)
        {
            if (double.IsNaN(_setpoint[i]) || _wiring.Cluster[i] == Wiring.None)
                continue;
            if (!TryHold(i, _setpoint[i]))
            {
                Complain(
                    ComplaintKind.ConflictingSetpoints,
                    i,
                    -1,
                    string.Create(CultureInfo.InvariantCulture, $"The pressure of {_setpoint[i] / 1e5:0.#####} bar held at {{0}} contradicts the pressure held at another place that it is joined with."));
                continue;
            }

            (_wiring.HoldingNodes[_wiring.Cluster[i]] ??= []).Add(i);
        }

        for (int k = 0; k < _wiring.Links.Length; k++)
        {
            Link link = _wiring.Links[k];
            if (!link.IsHold)
                continue;
            int held = _wiring.Cluster[link.Held];
            if (held == _wiring.Cluster[link.Supplier])
                Complain(ComplaintKind.ConflictingSetpoints, -1, link.Element, "{1} holds a pressure that other stations around it hold already.");
            else if (!TryHold(link.Held, link.A))
            {
                Complain(
                    ComplaintKind.ConflictingSetpoints,
                    -1,
                    link.Element,
                    string.Create(CultureInfo.InvariantCulture, $"The pressure of {link.A / 1e5:0.#####} bar that {{1}} holds contradicts another pressure held at the same place."));
            }
            else
                (_wiring.HoldingLinks[held] ??= []).Add(k);
        }
    }

    private bool TryHold(int place, double pressure)
    {
        int cluster = _wiring.Cluster[place];
        double first = (pressure - _wiring.Offset[place]) / _wiring.Scale[place];
        double known = _wiring.HeldPressure[cluster];
        if (!double.IsNaN(known))
            return Math.Abs(known - first) <= SameValue * Math.Abs(known);
        _wiring.HeldPressure[cluster] = first;
        return true;
    }

    private void FindTargets()
    {
        int count = _wiring.ClusterCount;
        _wiring.Targets = new (int, double)[count][];
        var state = new byte[count];
        for (int c = 0; c < count; c++)
            Resolve(c, state);
        _wiring.SupplyOrder.Reverse();
    }

    private (int Cluster, double Share)[] Resolve(int cluster, byte[] state)
    {
        if (state[cluster] == 2)
            return _wiring.Targets[cluster];
        state[cluster] = 1;
        List<int>? links = _wiring.HoldingLinks[cluster];
        int nodes = _wiring.HoldingNodes[cluster]?.Count ?? 0;
        (int, double)[] targets;
        if (double.IsNaN(_wiring.HeldPressure[cluster]))
            targets = [(cluster, 1.0)];
        else if (links is null)
            targets = [];
        else
        {
            double share = 1.0 / (nodes + links.Count);
            var sum = new SortedDictionary<int, double>();
            foreach (int k in links)
            {
                int supplier = _wiring.Cluster[_wiring.Links[k].Supplier];
                if (state[supplier] == 1)
                {
                    Complain(ComplaintKind.ConflictingSetpoints, -1, _wiring.Links[k].Element, "{1} is part of a loop of stations that hold each other's pressures; no flow follows from them.");
                    continue;
                }

                foreach ((int target, double part) in Resolve(supplier, state))
                    sum[target] = sum.GetValueOrDefault(target) + (share * part);
            }

            targets = [.. sum.Select(pair => (pair.Key, pair.Value))];
        }

        state[cluster] = 2;
        _wiring.Targets[cluster] = targets;
        if (links is not null)
            _wiring.SupplyOrder.Add(cluster);
        return targets;
    }

    /// <summary>
    /// The columns of the nodal matrix are diagonally dominant; it is regular where from each column a path of entries leads to one that is strictly so:
    /// one that touches a cluster held from outside (P. N. Shivakumar, K. H. Chew, Proc. Amer. Math. Soc. 43 (1974) 63–66).
    /// </summary>
    private void FindCutOff()
    {
        int count = _wiring.ClusterCount;
        var touches = new bool[count];
        var edges = new List<(int Row, int Column)>();
        foreach (int k in _wiring.LawLinks)
        {
            Link link = _wiring.Links[k];
            int a = _wiring.Cluster[link.From];
            int b = _wiring.Cluster[link.To];
            if (a == b)
                continue;
            Reach(a, b);
            Reach(b, a);
        }

        _wiring.IsCutOff = new bool[count];
        int[] start = new int[count + 1];
        foreach ((int row, _) in edges)
            start[row + 1]++;
        for (int c = 0; c < count; c++)
            start[c + 1] += start[c];
        int[] at = start.AsSpan(0, count).ToArray();
        int[] column = new int[edges.Count];
        foreach ((int row, int col) in edges)
            column[at[row]++] = col;
        var queue = new Queue<int>();
        for (int c = 0; c < count; c++)
        {
            _wiring.IsCutOff[c] = double.IsNaN(_wiring.HeldPressure[c]) && !touches[c];
            if (touches[c])
                queue.Enqueue(c);
        }

        while (queue.TryDequeue(out int row))
        {
            for (int p = start[row]; p < start[row + 1]; p++)
            {
                if (!_wiring.IsCutOff[column[p]])
                    continue;
                _wiring.IsCutOff[column[p]] = false;
                queue.Enqueue(column[p]);
            }
        }

        _wiring.Unknown = new int[count];
        bool plain = _wiring.LinkOfRelation.Length == 0;
        for (int c = 0; c < count; c++)
        {
            bool isFree = double.IsNaN(_wiring.HeldPressure[c]) && !_wiring.IsCutOff[c];
            _wiring.Unknown[c] = isFree ? _wiring.UnknownCount++ : Wiring.None;
            plain &= _wiring.HoldingLinks[c] is null;
        }

        _wiring.IsPlain = plain;

        void Reach(int from, int to)
        {
            if (!double.IsNaN(_wiring.HeldPressure[from]))
                return;
            double sum = 0.0;
            foreach ((int target, double share) in _wiring.Targets[to])
            {
                sum += share;
                if (target != from)
                    edges.Add((target, from));
            }

            touches[from] |= sum < 1.0 - 1e-12;
        }
    }

    private void Complain(ComplaintKind kind, int node, int element, string message)
    {
        string text = message
            .Replace("{0}", node >= 0 ? $"node {_network.Nodes[node].Id}" : "", StringComparison.Ordinal)
            .Replace("{1}", element >= 0 ? $"{_network.Elements[element].Kind} {_network.Elements[element].Id}" : "", StringComparison.Ordinal);
        _wiring.Complaints.Add(new HydraulicComplaint(kind, node, element, char.ToUpperInvariant(text[0]) + text[1..], true));
    }
}
