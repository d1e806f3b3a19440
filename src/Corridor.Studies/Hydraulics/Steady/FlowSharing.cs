using Corridor.Numerics.Factorization;
using Corridor.Numerics.Ordering;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// Flows that no law determines: of what holds pressures (equal shares), and within clusters (the flows with the least sum of squares that balance every
/// place, so that parallel valves and stations share evenly and loops of short pipes carry nothing that circulates).
/// </summary>
internal sealed class FlowSharing
{
    private readonly Wiring _wiring;
    private readonly DominantLu? _laplacian;
    private readonly int[] _row;
    private readonly double[] _work;
    private readonly double[] _balance;
    private readonly double[] _clusterBalance;

    internal FlowSharing(Wiring wiring)
    {
        _wiring = wiring;
        _balance = new double[wiring.Cluster.Length];
        _clusterBalance = new double[wiring.ClusterCount];
        _row = new int[wiring.Cluster.Length];
        Array.Fill(_row, -1);
        int rows = 0;
        for (int i = 0; i < _row.Length; i++)
        {
            if (wiring.Cluster[i] >= 0 && wiring.First[wiring.Cluster[i]] != i)
                _row[i] = rows++;
        }

        _work = new double[rows];
        if (rows == 0)
            return;
        var pairs = new SortedSet<(int, int)>();
        foreach (int k in wiring.LinkOfRelation)
        {
            int a = _row[wiring.Links[k].From];
            int b = _row[wiring.Links[k].To];
            if (a >= 0 && b >= 0 && a != b)
            {
                pairs.Add((a, b));
                pairs.Add((b, a));
            }
        }

        int[] start = new int[rows + 1];
        foreach ((int a, _) in pairs)
            start[a + 1]++;
        for (int i = 0; i < rows; i++)
            start[i + 1] += start[i];
        var graph = new SymmetricGraph(start, [.. pairs.Select(pair => pair.Item2)]);
        _laplacian = new DominantLu(graph, ApproximateMinimumDegree.Order(graph));
        foreach (int k in wiring.LinkOfRelation)
        {
            int a = _row[wiring.Links[k].From];
            int b = _row[wiring.Links[k].To];
            if (a == b)
                continue;
            if (a >= 0)
                _laplacian.Add(_laplacian.Locate(a, a), 1.0);
            if (b >= 0)
                _laplacian.Add(_laplacian.Locate(b, b), 1.0);
            if (a >= 0 && b >= 0)
            {
                _laplacian.Add(_laplacian.Locate(a, b), -1.0);
                _laplacian.Add(_laplacian.Locate(b, a), -1.0);
            }
        }

        _laplacian.Factorize();
    }

    /// <summary>Sets the flows of holding links and relations, and the injections of nodes whose pressure is held.</summary>
    /// <param name="flow">Flow of each link; those of laws and transfers are given.</param>
    /// <param name="injection">Injection of each place, transfers not included; those of nodes that hold pressures are set.</param>
    internal void Share(double[] flow, double[] injection)
    {
        Array.Copy(injection, _balance, injection.Length);
        for (int k = 0; k < _wiring.Links.Length; k++)
        {
            Link link = _wiring.Links[k];
            if (link.Kind == LinkKind.Relation || link.IsHold)
                continue;
            _balance[link.From] -= flow[k];
            _balance[link.To] += flow[k];
        }

        Array.Clear(_clusterBalance);
        for (int i = 0; i < _balance.Length; i++)
        {
            if (_wiring.Cluster[i] >= 0)
                _clusterBalance[_wiring.Cluster[i]] += _balance[i];
        }

        foreach (int cluster in _wiring.SupplyOrder)
            Supply(cluster, flow, injection);
        for (int c = 0; c < _clusterBalance.Length; c++)
        {
            if (_wiring.HoldingNodes[c] is not null && _wiring.HoldingLinks[c] is null)
                Supply(c, flow, injection);
        }

        Join(flow);
    }

    private void Supply(int cluster, double[] flow, double[] injection)
    {
        List<int>? nodes = _wiring.HoldingNodes[cluster];
        List<int>? links = _wiring.HoldingLinks[cluster];
        double share = -_clusterBalance[cluster] / ((nodes?.Count ?? 0) + (links?.Count ?? 0));
        foreach (int node in nodes ?? [])
        {
            injection[node] += share;
            _balance[node] += share;
        }

        foreach (int k in links ?? [])
        {
            Link link = _wiring.Links[k];
            flow[k] = link.Kind == LinkKind.HoldsEnd ? share : -share;
            _balance[link.Held] += share;
            _balance[link.Supplier] -= share;
            _clusterBalance[_wiring.Cluster[link.Supplier]] -= share;
        }
    }

    private void Join(double[] flow)
    {
        if (_laplacian is null)
            return;
        for (int i = 0; i < _row.Length; i++)
        {
            if (_row[i] >= 0)
                _work[_row[i]] = _balance[i];
        }

        _laplacian.Solve(_work);
        foreach (int k in _wiring.LinkOfRelation)
        {
            int a = _row[_wiring.Links[k].From];
            int b = _row[_wiring.Links[k].To];
            flow[k] = (a < 0 ? 0.0 : _work[a]) - (b < 0 ? 0.0 : _work[b]);
        }
    }
}
