using Corridor.Model.Hydraulics;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>
/// Places the nodes of a network without coordinates so that distances on the drawing are in proportion to distances in the graph: stress
/// minimised term by term with falling steps (J. X. Zheng, S. Pawar, D. F. M. Goodman, Graph drawing by stochastic gradient descent,
/// IEEE TVCG 25(9), 2019); of large networks the terms to a few pivots and to neighbours alone (M. Ortmann, M. Klimenta, U. Brandes,
/// A sparse stress model, JGAA 21(5), 2017). The order of the terms follows from a fixed generator: the same network, the same drawing.
/// </summary>
internal static class StressLayout
{
    private const int MostExact = 700;
    private const int Pivots = 60;
    private const int Rounds = 40;
    private const double LastStep = 0.05;

    /// <summary>Part of the length of other elements that fittings without length have.</summary>
    private const double Fitting = 0.6;

    /// <summary>Places all nodes; parts that are not joined stand side by side, the largest first.</summary>
    public static MapPoint[] Place(GasNetwork network)
    {
        int count = network.Nodes.Count;
        var places = new MapPoint[count];
        List<(int Node, double Length)>[] joined = Joined(network);
        double x = 0;
        foreach (int[] part in Parts(joined))
        {
            MapPoint[] at = PlacePart(part, joined);
            MapPoint[] turned = Turn(at);
            double left = turned.Min(p => p.X), right = turned.Max(p => p.X), middle = (turned.Min(p => p.Y) + turned.Max(p => p.Y)) / 2;
            for (int i = 0; i < part.Length; i++)
                places[part[i]] = new MapPoint(x + turned[i].X - left, turned[i].Y - middle);
            x += right - left + 1.5;
        }

        return places;
    }

    private static List<(int Node, double Length)>[] Joined(GasNetwork network)
    {
        double[] lengths = [.. network.Elements.OfType<GasPipe>().Select(p => p.Length).Order()];
        double median = lengths.Length > 0 ? lengths[lengths.Length / 2] : 1;
        List<(int, double)>[] joined = [.. network.Nodes.Select(_ => new List<(int, double)>())];
        foreach (GasElement e in network.Elements)
        {
            if (e.From == e.To)
                continue;
            double length = e is GasPipe pipe ? Math.Clamp(Math.Sqrt(pipe.Length / median), Fitting, 2.5) : Fitting;
            joined[e.From].Add((e.To, length));
            joined[e.To].Add((e.From, length));
        }

        return joined;
    }

    private static IEnumerable<int[]> Parts(List<(int Node, double Length)>[] joined)
    {
        var part = new int[joined.Length];
        Array.Fill(part, -1);
        var parts = new List<List<int>>();
        for (int start = 0; start < joined.Length; start++)
        {
            if (part[start] >= 0)
                continue;
            var members = new List<int> { start };
            part[start] = parts.Count;
            for (int i = 0; i < members.Count; i++)
            {
                foreach ((int node, _) in joined[members[i]])
                {
                    if (part[node] < 0)
                    {
                        part[node] = parts.Count;
                        members.Add(node);
                    }
                }
            }

            parts.Add(members);
        }

        return parts.OrderByDescending(p => p.Count).Select(p => p.ToArray());
    }

    private static MapPoint[] PlacePart(int[] part, List<(int Node, double Length)>[] joined)
    {
        int count = part.Length;
        if (count == 1)
            return [default];
        var local = new Dictionary<int, int>(count);
        for (int i = 0; i < count; i++)
            local.Add(part[i], i);
        List<(int, double)>[] near = [.. part.Select(n => joined[n].Select(j => (local[j.Node], j.Length)).ToList())];
        var terms = new List<(int A, int B, double Distance)>();
        double[][] far = Distances(near, count <= MostExact ? count : Pivots, out int[] pivots);
        for (int k = 0; k < pivots.Length; k++)
        {
            for (int i = 0; i < count; i++)
            {
                if (count <= MostExact ? i > pivots[k] : i != pivots[k])
                    terms.Add((pivots[k], i, far[k][i]));
            }
        }

        if (count > MostExact)
        {
            for (int i = 0; i < count; i++)
                terms.AddRange(near[i].Where(n => n.Item1 > i).Select(n => (i, n.Item1, n.Item2)));
        }

        // Classical scaling by the two pivots that are farthest apart gives a start without knots.
        int second = Array.IndexOf(far[0], far[0].Max());
        double[] other = far[Array.IndexOf(pivots, second) is >= 0 and int at ? at : pivots.Length - 1];
        var places = new MapPoint[count];
        for (int i = 0; i < count; i++)
            places[i] = new MapPoint(far[0][i] - other[i] + (0.01 * (i % 17)), Math.Min(far[0][i], other[i]) * (i % 2 == 0 ? 0.5 : -0.5));
        Descend(places, terms);
        return places;
    }

    /// <summary>Distances from pivots, each the node farthest from those before it; from all nodes where as many are asked for.</summary>
    private static double[][] Distances(List<(int Node, double Length)>[] near, int most, out int[] pivots)
    {
        int count = near.Length;
        var chosen = new List<int>();
        var rows = new List<double[]>();
        var nearest = new double[count];
        Array.Fill(nearest, double.PositiveInfinity);
        int next = 0;
        while (rows.Count < most)
        {
            double[] row = From(next, near);
            rows.Add(row);
            chosen.Add(next);
            for (int i = 0; i < count; i++)
                nearest[i] = Math.Min(nearest[i], row[i]);
            next = 0;
            for (int i = 1; i < count; i++)
            {
                if (nearest[i] > nearest[next])
                    next = i;
            }

            if (nearest[next] <= 0)
                break;
        }

        pivots = [.. chosen];
        return [.. rows];
    }

    private static double[] From(int start, List<(int Node, double Length)>[] near)
    {
        var distance = new double[near.Length];
        Array.Fill(distance, double.PositiveInfinity);
        distance[start] = 0;
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(start, (0, start));
        while (queue.TryDequeue(out int node, out (double Distance, int) key))
        {
            if (key.Distance > distance[node])
                continue;
            foreach ((int other, double length) in near[node])
            {
                double way = distance[node] + length;
                if (way < distance[other])
                {
                    distance[other] = way;
                    queue.Enqueue(other, (way, other));
                }
            }
        }

        return distance;
    }

    private static void Descend(MapPoint[] places, List<(int A, int B, double Distance)> terms)
    {
        double longest = terms.Max(t => t.Distance), shortest = terms.Min(t => t.Distance);
        double first = longest * longest, fall = Math.Log(LastStep * shortest * shortest / first) / (Rounds - 1);
        int[] order = [.. Enumerable.Range(0, terms.Count)];
        uint state = 2463534242;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                // Marsaglia's xorshift: any fixed order without pattern serves.
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                int j = (int)(state % (uint)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            double step = first * Math.Exp(fall * round);
            foreach (int k in order)
            {
                (int a, int b, double wanted) = terms[k];
                MapPoint apart = places[a] - places[b];
                double length = apart.Length;
                MapPoint direction = length > 1e-9 ? apart * (1 / length) : new MapPoint(1, 0);
                double move = Math.Min(1, step / (wanted * wanted)) * (wanted - length) / 2;
                places[a] += direction * move;
                places[b] += direction * -move;
            }
        }
    }

    /// <summary>The points turned so that they spread most from left to right.</summary>
    private static MapPoint[] Turn(MapPoint[] at)
    {
        double x = at.Average(p => p.X), y = at.Average(p => p.Y);
        double xx = at.Sum(p => (p.X - x) * (p.X - x)), yy = at.Sum(p => (p.Y - y) * (p.Y - y)), xy = at.Sum(p => (p.X - x) * (p.Y - y));
        (double sin, double cos) = Math.SinCos(-0.5 * Math.Atan2(2 * xy, xx - yy));
        return [.. at.Select(p => new MapPoint(((p.X - x) * cos) - ((p.Y - y) * sin), ((p.X - x) * sin) + ((p.Y - y) * cos)))];
    }
}
