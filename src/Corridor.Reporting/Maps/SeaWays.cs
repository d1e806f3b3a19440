namespace Corridor.Reporting.Maps;

/// <summary>
/// The ways of ships on the screen. On each piece of sea that several flows share, each has its own lane; those that turn off to the
/// left lie left, so that lanes cross as little as can be; the two directions keep to the right.
/// </summary>
internal static class SeaWays
{
    private const double Gap = 1;

    /// <summary>Sets the parts of flows of one carrier.</summary>
    /// <param name="flows">Flows that go by sea.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="model">The model.</param>
    /// <param name="at">Position of each place on the screen.</param>
    public static void Set(IReadOnlyList<DrawnFlow> flows, MapFrame frame, MapModel model, MapPoint[] at)
    {
        var ways = flows.Select(f => new Way(f, Vertices(f, model), frame, model, at)).ToList();
        var lanes = new Dictionary<(int, int), List<(Way Way, int Edge)>>();
        foreach (Way way in ways)
        {
            for (int i = 0; i + 1 < way.Vertices.Length; i++)
            {
                (int, int) key = (way.Vertices[i], way.Vertices[i + 1]);
                if (!lanes.TryGetValue(key, out List<(Way, int)>? list))
                    lanes.Add(key, list = []);
                list.Add((way, i));
            }
        }

        foreach (((int from, int to) key, List<(Way Way, int Edge)> list) in lanes)
        {
            Sort(list);
            bool twoWay = lanes.ContainsKey((key.to, key.from));
            double left = twoWay ? Gap / 2 : -list.Sum(l => l.Way.Flow.Width + Gap) / 2;
            foreach ((Way way, int edge) in list)
            {
                way.Offsets[edge] = left + ((way.Flow.Width + Gap) / 2);
                left += way.Flow.Width + Gap;
            }
        }

        foreach (Way way in ways)
            way.Flow.Parts = [.. way.Pieces().SelectMany(p => Clipping.Line(p, frame.Box))];
    }

    /// <summary>Waypoints from the start to the end; places as −1 − index.</summary>
    private static int[] Vertices(DrawnFlow flow, MapModel model)
    {
        MapFlow arc = flow.Flow;
        MapCoordinate from = model.Places[arc.From].At, to = model.Places[arc.To].At;
        List<int> stops = arc.Route.Count > 0 ? [] : [.. SeaRoutes.Instance.Find(from, to, arc.Distance)];
        // Round a continent to a neighbour at the same river: the straight way is meant.
        double direct = from.DistanceTo(to);
        if (arc.Distance is { } stated && stated < 1.25 * direct && direct < 900)
            stops.Clear();
        stops.Insert(0, -1 - arc.From);
        stops.Add(-1 - arc.To);
        if (flow.Side == 1)
            stops.Reverse();
        return [.. stops];
    }

    private static void Sort(List<(Way Way, int Edge)> lanes)
    {
        // By insertion: the order is that of the comparison wherever that is consistent, and no worse elsewhere.
        for (int i = 1; i < lanes.Count; i++)
        {
            (Way Way, int Edge) moving = lanes[i];
            int j = i - 1;
            for (; j >= 0 && Compare(lanes[j], moving) > 0; j--)
                lanes[j + 1] = lanes[j];
            lanes[j + 1] = moving;
        }
    }

    /// <summary>Which of two flows on the same piece lies farther left.</summary>
    private static double Compare((Way Way, int Edge) a, (Way Way, int Edge) b)
    {
        int i = a.Edge + 1, j = b.Edge + 1;
        while (i + 1 < a.Way.Vertices.Length && j + 1 < b.Way.Vertices.Length && a.Way.Vertices[i + 1] == b.Way.Vertices[j + 1])
            (i, j) = (i + 1, j + 1);
        if (i + 1 < a.Way.Vertices.Length && j + 1 < b.Way.Vertices.Length)
            return a.Way.TurnAfter(i) - b.Way.TurnAfter(j);
        (i, j) = (a.Edge, b.Edge);
        while (i > 0 && j > 0 && a.Way.Vertices[i - 1] == b.Way.Vertices[j - 1])
            (i, j) = (i - 1, j - 1);
        if (i > 0 && j > 0)
            return a.Way.TurnBefore(i) - b.Way.TurnBefore(j);
        return string.CompareOrdinal(a.Way.Flow.Flow.Id, b.Way.Flow.Flow.Id);
    }

    private sealed class Way
    {
        private readonly MapPoint[] _points;
        private readonly bool[] _cut;

        public Way(DrawnFlow flow, int[] vertices, MapFrame frame, MapModel model, MapPoint[] at)
        {
            Flow = flow;
            Vertices = vertices;
            _points = [.. vertices.Select(v => v < 0 ? at[-1 - v] : frame.ToScreen(SeaRoutes.Instance[v]))];
            Offsets = new double[vertices.Length - 1];
            _cut = new bool[vertices.Length - 1];
            double[] lon = [.. vertices.Select(v => AlbersProjection.Wrap((v < 0 ? model.Places[-1 - v].At : SeaRoutes.Instance[v]).Lon - frame.Projection.CentralMeridian))];
            for (int i = 0; i < _cut.Length; i++)
                _cut[i] = Math.Abs(lon[i + 1] - lon[i]) > 180;
        }

        public DrawnFlow Flow { get; }

        public int[] Vertices { get; }

        public double[] Offsets { get; }

        /// <summary>The turn at a vertex, to the right positive.</summary>
        public double TurnAfter(int vertex) => Turn(_points[vertex] - _points[vertex - 1], _points[vertex + 1] - _points[vertex]);

        /// <summary>From where it comes to a vertex: from the right positive.</summary>
        public double TurnBefore(int vertex) => -Turn(_points[vertex] - _points[vertex + 1], _points[vertex - 1] - _points[vertex]);

        /// <summary>The line in its lanes, in pieces where the map is cut.</summary>
        public IEnumerable<List<MapPoint>> Pieces()
        {
            var piece = new List<MapPoint> { _points[0] };
            for (int i = 1; i < _points.Length; i++)
            {
                if (_cut[i - 1])
                {
                    if (piece.Count > 1)
                        yield return piece;
                    piece = [_points[i]];
                    continue;
                }

                piece.Add(i == _points.Length - 1 ? _points[i] : Vertex(i));
            }

            if (piece.Count > 1)
                yield return piece;
        }

        private static double Turn(MapPoint along, MapPoint next) => Math.Atan2(along.Cross(next), along.Dot(next));

        private MapPoint Vertex(int i)
        {
            MapPoint before = (_points[i] - _points[i - 1]).Unit.Right, after = (_points[i + 1] - _points[i]).Unit.Right;
            MapPoint middle = (before + after) * 0.5;
            double offset = (Offsets[i - 1] + Offsets[i]) / 2;
            return _points[i] + (middle * (offset / Math.Max(0.5, middle.Dot(middle))));
        }
    }
}
