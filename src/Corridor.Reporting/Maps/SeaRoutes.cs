namespace Corridor.Reporting.Maps;

/// <summary>
/// Finds plausible ways for ships over <see cref="SeaWaypoints"/>, for drawing. Where the package states the distance, the way through
/// or around a canal or the Arctic that is nearest to it is taken.
/// </summary>
public sealed class SeaRoutes
{
    /// <summary>Land between a place and the sea counts so many times, so that ships take the nearest coast.</summary>
    private const double Landward = 2.5;

    /// <summary>So many of the nearest points of the sea are tried as ports.</summary>
    private const int Ports = 7;

    private static readonly Lazy<SeaRoutes> Built = new(() => new SeaRoutes());

    /// <summary>What may be closed, the usual way first.</summary>
    private static readonly string[] Closures = ["a", "", "as", "ap", "s", "asp", "p"];

    private readonly MapCoordinate[] _points;
    private readonly (double X, double Y, double Z)[] _vectors;
    private readonly List<(int To, double Length, char Mark)>[] _ways;

    private SeaRoutes()
    {
        _points = [.. SeaWaypoints.Points.Select(p => new MapCoordinate(p.Lon, p.Lat))];
        _vectors = Array.ConvertAll(_points, Vector);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < _points.Length; i++)
            index.Add(SeaWaypoints.Points[i].Name, i);
        _ways = [.. _points.Select(_ => new List<(int, double, char)>())];
        foreach (string way in SeaWaypoints.Ways)
        {
            int last = -1;
            foreach (string stop in way.Split(' '))
            {
                int colon = stop.IndexOf(':', StringComparison.Ordinal);
                int at = index[colon < 0 ? stop : stop[..colon]];
                if (last >= 0 && !_ways[last].Exists(w => w.To == at))
                {
                    double length = _points[last].DistanceTo(_points[at]);
                    char mark = colon < 0 ? ' ' : stop[colon + 1];
                    _ways[last].Add((at, length, mark));
                    _ways[at].Add((last, length, mark));
                }

                last = at;
            }
        }
    }

    /// <summary>The routes, built once.</summary>
    public static SeaRoutes Instance => Built.Value;

    /// <summary>Number of waypoints.</summary>
    public int Count => _points.Length;

    /// <summary>Position of a waypoint.</summary>
    /// <param name="index">Index, 0 … <see cref="Count"/> − 1.</param>
    public MapCoordinate this[int index] => _points[index];

    /// <summary>The waypoints between two places, both left out; empty where the straight line is as good.</summary>
    /// <param name="from">Start; may lie inland.</param>
    /// <param name="to">End; may lie inland.</param>
    /// <param name="distance">Length of the way as stated [km]; null where it is not.</param>
    public IReadOnlyList<int> Find(MapCoordinate from, MapCoordinate to, double? distance = null)
    {
        List<int>? best = null;
        double bestFit = double.PositiveInfinity;
        int[] starts = Nearest(from), ends = Nearest(to);
        for (int i = 0; i < Closures.Length; i++)
        {
            if (Shortest(from, starts, to, ends, Closures[i]) is not { } way)
                continue;
            if (distance is not { } stated || stated <= 0)
                return way;
            // The usual way may be off by a tenth before an unusual one is believed.
            double fit = Math.Abs(Math.Log(Length(from, way, to) / stated)) + (i == 0 ? 0 : 0.1);
            if (fit < bestFit)
                (best, bestFit) = (way, fit);
            if (bestFit < 0.1)
                break;
        }

        return best ?? [];
    }

    private double Length(MapCoordinate from, List<int> way, MapCoordinate to)
    {
        double sum = 0;
        MapCoordinate at = from;
        foreach (int stop in way)
        {
            sum += at.DistanceTo(_points[stop]);
            at = _points[stop];
        }

        return sum + at.DistanceTo(to);
    }

    /// <summary>Dijkstra's shortest way from the ports of one place to those of the other.</summary>
    private List<int>? Shortest(MapCoordinate from, int[] starts, MapCoordinate to, int[] ends, string closed)
    {
        var cost = new double[_points.Length];
        var previous = new int[_points.Length];
        Array.Fill(cost, double.PositiveInfinity);
        Array.Fill(previous, -1);
        var queue = new PriorityQueue<int, (double, int)>();
        foreach (int port in starts)
        {
            cost[port] = Landward * from.DistanceTo(_points[port]);
            queue.Enqueue(port, (cost[port], port));
        }

        // The last legs to land; a way that costs more than the best one found cannot lead to a better one.
        double[] legs = Array.ConvertAll(ends, port => Landward * to.DistanceTo(_points[port]));
        int end = -1;
        double least = double.PositiveInfinity;
        while (queue.TryDequeue(out int at, out (double Cost, int) key) && key.Cost < least)
        {
            if (key.Cost > cost[at])
                continue;
            int port = Array.IndexOf(ends, at);
            if (port >= 0 && cost[at] + legs[port] < least)
                (end, least) = (at, cost[at] + legs[port]);
            foreach ((int next, double length, char mark) in _ways[at])
            {
                if (closed.Contains(mark, StringComparison.Ordinal) || cost[at] + length >= cost[next])
                    continue;
                cost[next] = cost[at] + length;
                previous[next] = at;
                queue.Enqueue(next, (cost[next], next));
            }
        }

        if (end < 0)
            return null;
        var way = new List<int>();
        for (int at = end; at >= 0; at = previous[at])
            way.Add(at);
        way.Reverse();
        return way;
    }

    private int[] Nearest(MapCoordinate place)
    {
        (double, double, double) vector = Vector(place);
        var distances = new double[_points.Length];
        var order = new int[_points.Length];
        for (int i = 0; i < order.Length; i++)
            (distances[i], order[i]) = (-Dot(vector, _vectors[i]), i);
        Array.Sort(distances, order);
        return order[..Ports];
    }

    /// <summary>Direction from the centre of the earth; the greater the scalar product, the nearer two places.</summary>
    private static (double X, double Y, double Z) Vector(MapCoordinate place)
    {
        (double sinLat, double cosLat) = Math.SinCos(double.DegreesToRadians(place.Lat));
        (double sinLon, double cosLon) = Math.SinCos(double.DegreesToRadians(place.Lon));
        return (cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    private static double Dot((double X, double Y, double Z) a, (double X, double Y, double Z) b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
}
