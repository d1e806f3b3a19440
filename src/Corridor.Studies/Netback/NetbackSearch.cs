namespace Corridor.Studies.Netback;

/// <summary>The best way through a graph: cheapest from sources onward, or dearest from targets back.</summary>
internal static class NetbackSearch
{
    /// <summary>Cost of a unit at every node that sources reach, by the cheapest way (Dijkstra; a unit never becomes cheaper on its way).</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">The ways that may be used.</param>
    /// <param name="sources">Cost at the sources.</param>
    /// <returns>Cost, +∞ where none reaches, and the edge by which each node is reached.</returns>
    public static (double[] Cost, NetbackEdge?[] By) Cheapest(int nodes, IEnumerable<NetbackEdge> edges, IEnumerable<(int Node, double Cost)> sources)
    {
        ILookup<int, NetbackEdge> from = edges.ToLookup(e => e.From);
        var cost = new double[nodes];
        Array.Fill(cost, double.PositiveInfinity);
        var by = new NetbackEdge?[nodes];
        foreach ((int node, double c) in sources)
            cost[node] = Math.Min(cost[node], c);
        var done = new bool[nodes];
        for (int node; (node = Best(cost, done, double.PositiveInfinity, (a, b) => a < b)) >= 0;)
        {
            done[node] = true;
            foreach (NetbackEdge edge in from[node])
            {
                double next = (cost[node] + edge.Cost) / edge.Yield;
                if (!done[edge.To] && next < cost[edge.To])
                    (cost[edge.To], by[edge.To]) = (next, edge);
            }
        }

        return (cost, by);
    }

    /// <summary>Value of a unit at every node from which targets can be reached, by the best way.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">The ways that may be used.</param>
    /// <param name="targets">Value at the targets.</param>
    /// <returns>Value, −∞ where no target is reached, and the edge by which each node is left.</returns>
    public static (double[] Value, NetbackEdge?[] By) Dearest(int nodes, IEnumerable<NetbackEdge> edges, IEnumerable<(int Node, double Value)> targets)
    {
        ILookup<int, NetbackEdge> to = edges.ToLookup(e => e.To);
        var value = new double[nodes];
        Array.Fill(value, double.NegativeInfinity);
        var by = new NetbackEdge?[nodes];
        foreach ((int node, double v) in targets)
            value[node] = Math.Max(value[node], v);
        var done = new bool[nodes];
        for (int node; (node = Best(value, done, double.NegativeInfinity, (a, b) => a > b)) >= 0;)
        {
            done[node] = true;
            foreach (NetbackEdge edge in to[node])
            {
                double next = (edge.Yield * value[node]) - edge.Cost;
                if (!done[edge.From] && next > value[edge.From])
                    (value[edge.From], by[edge.From]) = (next, edge);
            }
        }

        return (value, by);
    }

    private static int Best(double[] values, bool[] done, double none, Func<double, double, bool> better)
    {
        int best = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!done[i] && values[i] != none && (best < 0 || better(values[i], values[best])))
                best = i;
        }

        return best;
    }
}
