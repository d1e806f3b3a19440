namespace Corridor.Reporting.Maps;

/// <summary>The ways of pipelines, lines and rail on the screen: along their route points; parallel ones fanned out.</summary>
internal static class LandWays
{
    /// <summary>Room between two lines side by side.</summary>
    private const double Gap = 1.2;

    /// <summary>Lines that run this share of the shorter one's length over each other are fanned out.</summary>
    private const double SharedLength = 0.35;

    /// <summary>Distance in which an offset line leaves its place.</summary>
    private const double Taper = 26;

    /// <summary>Sets the parts of flows of one carrier.</summary>
    /// <param name="flows">Flows that do not go by sea.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="at">Position of each place on the screen.</param>
    /// <param name="isWeb">Whether lines lie too close to be bent and fanned out.</param>
    public static void Set(IReadOnlyList<DrawnFlow> flows, MapFrame frame, MapPoint[] at, bool isWeb)
    {
        var ways = new List<Way>();
        foreach (IGrouping<string, DrawnFlow> arc in flows.GroupBy(f => f.Flow.Id, StringComparer.Ordinal))
        {
            MapFlow flow = arc.First().Flow;
            ways.Add(new Way(arc.ToArray(), Centre(flow, frame, at), flow.Route.Count == 0));
        }

        if (!isWeb)
        {
            Bow(ways);
            FanOut(ways);
        }

        foreach (Way way in ways)
            Place(way, frame);
    }

    private static List<MapPoint> Centre(MapFlow flow, MapFrame frame, MapPoint[] at)
    {
        var points = new List<MapPoint> { at[flow.From] };
        List<MapPoint> route = [.. flow.Route.Select(frame.ToScreen)];
        MapPoint from = at[flow.From], to = at[flow.To];
        // Some sources list a route from its end.
        if (route.Count > 1 && (from - route[^1]).Length + (to - route[0]).Length < (from - route[0]).Length + (to - route[^1]).Length)
            route.Reverse();
        points.AddRange(Trim(route, from, to));
        points.Add(to);
        return Polyline.Simplify(points, 0.8);
    }

    /// <summary>Without the parts of a route before it comes nearest to its start, and after it comes nearest to its end: some run past their node.</summary>
    private static IEnumerable<MapPoint> Trim(List<MapPoint> route, MapPoint from, MapPoint to)
    {
        if (route.Count < 3)
            return route;
        List<MapPoint> fine = Polyline.Sample(route, 4);
        int first = 0, last = fine.Count - 1;
        for (int i = 0; i < fine.Count; i++)
        {
            if ((fine[i] - from).Length < (fine[first] - from).Length)
                first = i;
        }

        for (int i = fine.Count - 1; i >= 0; i--)
        {
            if ((fine[i] - to).Length < (fine[last] - to).Length)
                last = i;
        }

        return first < last ? fine.Skip(first).Take(last - first + 1) : route;
    }

    /// <summary>Straight connections become shallow bows; several between the same places become a fan.</summary>
    private static void Bow(List<Way> ways)
    {
        foreach (IGrouping<(int, int), Way> pair in ways.Where(w => w.Straight).GroupBy(w => (Math.Min(w.From, w.To), Math.Max(w.From, w.To))))
        {
            Way[] fan = [.. pair];
            double whole = fan.Sum(w => Math.Max(w.Width, 4) + Gap), left = -whole / 2;
            foreach (Way way in fan)
            {
                double own = Math.Max(way.Width, 4) + Gap;
                MapPoint a = way.Line[0], d = way.Line[^1] - a;
                double bend = fan.Length == 1 ? 0.07 * d.Length : (left + (own / 2)) * 2;
                // Of a fan, all bend to the same side of the same direction.
                MapPoint side = (way.From <= way.To ? d : d * -1).Unit.Right;
                if (fan.Length == 1)
                    side = d.Unit.Right * (d.X >= 0 ? -1 : 1);
                left += own;
                const int pieces = 12;
                way.Line = [.. Enumerable.Range(0, pieces + 1).Select(i => (double)i / pieces).Select(t => a + (d * t) + (side * (bend * 4 * t * (1 - t))))];
            }
        }
    }

    private static void FanOut(List<Way> ways)
    {
        int[] bundle = [.. Enumerable.Range(0, ways.Count)];
        List<MapPoint>[] samples = [.. ways.Select(w => Polyline.Sample(w.Line, 8))];
        MapBox[] bounds = [.. samples.Select(s => new MapBox(s.Min(p => p.X), s.Min(p => p.Y), s.Max(p => p.X), s.Max(p => p.Y)).Grow(12))];
        for (int i = 0; i < ways.Count; i++)
        {
            for (int j = i + 1; j < ways.Count; j++)
            {
                if (!bounds[i].Overlaps(bounds[j]) || Shared(samples[i], samples[j], ((ways[i].Width + ways[j].Width) / 2) + Gap) < SharedLength)
                    continue;
                int old = bundle[j], joined = bundle[i];
                for (int k = 0; k < bundle.Length; k++)
                    bundle[k] = bundle[k] == old ? joined : bundle[k];
            }
        }

        foreach (IGrouping<int, Way> group in ways.Select((w, i) => (Way: w, Bundle: bundle[i])).GroupBy(p => p.Bundle, p => p.Way))
        {
            Way[] members = [.. group];
            if (members.Length == 1)
                continue;
            MapPoint direction = members[0].Line[^1] - members[0].Line[0];
            double left = -members.Sum(m => m.Width + Gap) / 2;
            foreach (Way member in members)
            {
                double middle = left + ((member.Width + Gap) / 2);
                member.Offset = direction.Dot(member.Line[^1] - member.Line[0]) >= 0 ? middle : -middle;
                left += member.Width + Gap;
            }
        }
    }

    /// <summary>The share of the shorter line that runs within a distance of the other one.</summary>
    private static double Shared(List<MapPoint> a, List<MapPoint> b, double distance)
    {
        if (Polyline.Length(a) > Polyline.Length(b))
            (a, b) = (b, a);
        double reach = (distance + 2.5) * (distance + 2.5);
        int near = 0;
        foreach (MapPoint p in a)
        {
            foreach (MapPoint q in b)
            {
                MapPoint d = p - q;
                if (d.Dot(d) >= reach)
                    continue;
                near++;
                break;
            }
        }

        return near <= 3 ? 0 : (double)near / a.Count;
    }

    /// <summary>Both directions side by side, each to the right of its way.</summary>
    private static void Place(Way way, MapFrame frame)
    {
        DrawnFlow[] active = way.Flows;
        double both = active.Length < 2 ? 0 : active.Sum(f => f.Width) + Gap;
        double left = -both / 2;
        foreach (DrawnFlow flow in active.OrderByDescending(f => f.Side))
        {
            // From the left of the arc's direction: backward, then forward.
            double own = active.Length < 2 ? 0 : left + (flow.Width / 2);
            left += flow.Width + Gap;
            List<MapPoint> line = Polyline.Offset(way.Line, way.Offset + own, Taper);
            if (flow.Side == 1)
                line.Reverse();
            flow.Parts = Clipping.Line(line, frame.Box);
        }
    }

    private sealed class Way(DrawnFlow[] flows, List<MapPoint> line, bool straight)
    {
        public DrawnFlow[] Flows { get; } = flows;

        public List<MapPoint> Line { get; set; } = line;

        public bool Straight { get; } = straight;

        public int From { get; } = flows[0].Flow.From;

        public int To { get; } = flows[0].Flow.To;

        public double Width { get; } = flows.Sum(f => f.Width) + ((flows.Length - 1) * Gap);

        public double Offset { get; set; }
    }
}
