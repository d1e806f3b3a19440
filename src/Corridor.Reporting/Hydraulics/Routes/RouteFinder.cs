using Corridor.Model.Hydraulics;

namespace Corridor.Reporting.Hydraulics.Routes;

/// <summary>
/// Finds routes worth a look: each follows the gas back from an exit to an entry, at every node along the element that brings most.
/// </summary>
internal sealed class RouteFinder
{
    private const int Most = 6;
    private const int MostTraced = 900;

    private readonly HydraulicContext _context;
    private readonly List<(int Element, int Other)>[] _joined;

    public RouteFinder(HydraulicContext context)
    {
        _context = context;
        _joined = [.. context.Network.Nodes.Select(_ => new List<(int, int)>())];
        for (int e = 0; e < context.Network.Elements.Count; e++)
        {
            GasElement element = context.Network.Elements[e];
            _joined[element.From].Add((e, element.To));
            _joined[element.To].Add((e, element.From));
        }
    }

    /// <summary>The routes asked for, then those that answer the usual questions: nearest to a limit, greatest loss, longest, most stations.</summary>
    public IReadOnlyList<GasRoute> Find()
    {
        var routes = new List<GasRoute>();
        foreach (RouteRequest request in _context.Input.Routes)
        {
            if (Between(request.From, request.To) is { } route)
                routes.Add(route);
        }

        int asked = routes.Count;
        if (!_context.MayBeShown)
            return routes;
        GasRoute[] traced = [.. Exits().Select(Upstream).OfType<GasRoute>()];
        if (traced.Length == 0)
            return routes;
        Add(routes, traced, "least margin at its exit", r => -(_context.MarginBelow(r.Nodes[^1]) is var m && double.IsNaN(m) ? double.PositiveInfinity : m));
        Add(routes, traced, "greatest loss of pressure in its pipes", Loss);
        Add(routes, traced, "longest", r => r.Distances(_context.Network)[^1]);
        Add(routes, traced, "most stations", r => r.Elements.Count(e => _context.Network.Elements[e] is GasCompressorStation) is var n && n > 0 ? n : double.NegativeInfinity);
        Add(routes, traced, "lowest pressure at its exit", r => -_context.Pressure(r.Nodes[^1]));
        Add(routes, traced, "largest exit", r => -_context.Injection(r.Nodes[^1]));
        return routes.Count <= asked + Most ? routes : [.. routes.Take(asked + Most)];
    }

    /// <summary>The exits; of very many those with the least margin, the lowest pressure and the greatest flow.</summary>
    private IEnumerable<int> Exits()
    {
        int[] exits = [.. Enumerable.Range(0, _context.Network.Nodes.Count).Where(n => _context.Injection(n) < 0)];
        if (exits.Length <= MostTraced)
            return exits;
        int third = MostTraced / 3;
        return exits.OrderBy(n => _context.MarginBelow(n) is var m && double.IsNaN(m) ? double.PositiveInfinity : m).ThenBy(n => n).Take(third)
            .Union(exits.OrderBy(_context.Pressure).ThenBy(n => n).Take(third)).Union(exits.OrderBy(_context.Injection).ThenBy(n => n).Take(third)).Order();
    }

    /// <summary>The shortest way between two nodes along open elements; along any where there is none; null where nothing joins them.</summary>
    public GasRoute? Between(int from, int to) => Shortest(from, to, e => !_context.IsClosed(e), "as asked for") ?? Shortest(from, to, _ => true, "as asked for; it leads through closed elements");

    private static void Add(List<GasRoute> routes, GasRoute[] traced, string reason, Func<GasRoute, double> worth)
    {
        GasRoute? best = null;
        double most = double.NegativeInfinity;
        foreach (GasRoute route in traced)
        {
            double value = worth(route);
            if (value > most)
                (best, most) = (route, value);
        }

        if (best is null)
            return;
        int known = routes.FindIndex(r => r.Nodes.SequenceEqual(best.Nodes));
        if (known >= 0)
            routes[known] = routes[known] with { Reason = routes[known].Reason.Contains(',', StringComparison.Ordinal) ? routes[known].Reason : routes[known].Reason + ", " + reason };
        else if (!routes.Exists(r => r.Covers(best)))
            routes.Add(best with { Reason = reason });
    }

    private double Loss(GasRoute route)
    {
        double loss = 0;
        for (int i = 0; i < route.Elements.Count; i++)
        {
            if (_context.Network.Elements[route.Elements[i]] is GasPipe)
                loss += Math.Max(0, _context.Pressure(route.Nodes[i]) - _context.Pressure(route.Nodes[i + 1]));
        }

        return loss;
    }

    private GasRoute? Upstream(int exit)
    {
        var nodes = new List<int> { exit };
        var elements = new List<int>();
        HashSet<int> seen = [exit];
        for (int at = exit; ;)
        {
            (int Element, int Other, double Flow) best = (-1, -1, 0);
            foreach ((int element, int other) in _joined[at])
            {
                double inflow = _context.Network.Elements[element].To == at ? _context.Flow(element) : -_context.Flow(element);
                if (inflow > best.Flow && !seen.Contains(other))
                    best = (element, other, inflow);
            }

            // Gas that enters here outweighs what other elements bring: this is where the route begins.
            if (best.Element < 0 || _context.Injection(at) > best.Flow)
                break;
            elements.Add(best.Element);
            nodes.Add(best.Other);
            seen.Add(best.Other);
            at = best.Other;
        }

        if (elements.Count == 0)
            return null;
        nodes.Reverse();
        elements.Reverse();
        return new GasRoute("", nodes, elements);
    }

    private GasRoute? Shortest(int from, int to, Func<int, bool> mayPass, string reason)
    {
        int count = _context.Network.Nodes.Count;
        var length = new double[count];
        var by = new int[count];
        Array.Fill(length, double.PositiveInfinity);
        Array.Fill(by, -1);
        length[from] = 0;
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(from, (0, from));
        var done = new bool[count];
        while (queue.TryDequeue(out int node, out _))
        {
            if (done[node])
                continue;
            done[node] = true;
            if (node == to)
                break;
            foreach ((int element, int other) in _joined[node])
            {
                // A metre for what has no length, so that fittings are not gone through for nothing.
                double way = length[node] + (_context.Network.Elements[element] is GasPipe pipe ? pipe.Length : 1);
                if (!done[other] && way < length[other] && mayPass(element))
                {
                    (length[other], by[other]) = (way, element);
                    queue.Enqueue(other, (way, other));
                }
            }
        }

        if (!done[to])
            return null;
        var nodes = new List<int> { to };
        var elements = new List<int>();
        for (int at = to; at != from;)
        {
            GasElement element = _context.Network.Elements[by[at]];
            elements.Add(by[at]);
            at = element.From == at ? element.To : element.From;
            nodes.Add(at);
        }

        nodes.Reverse();
        elements.Reverse();
        return new GasRoute(reason, nodes, elements);
    }
}
