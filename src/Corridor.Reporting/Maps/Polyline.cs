namespace Corridor.Reporting.Maps;

/// <summary>Lines of several points on the screen.</summary>
internal static class Polyline
{
    /// <summary>Length of a line.</summary>
    public static double Length(IReadOnlyList<MapPoint> line)
    {
        double sum = 0;
        for (int i = 1; i < line.Count; i++)
            sum += (line[i] - line[i - 1]).Length;
        return sum;
    }

    /// <summary>The point at a share of the length, and the direction there.</summary>
    public static (MapPoint Point, MapPoint Direction) At(IReadOnlyList<MapPoint> line, double share)
    {
        double left = share * Length(line);
        for (int i = 1; i < line.Count; i++)
        {
            MapPoint step = line[i] - line[i - 1];
            if (left <= step.Length && step.Length > 0)
                return (line[i - 1] + (step.Unit * left), step.Unit);
            left -= step.Length;
        }

        return (line[^1], line.Count > 1 ? (line[^1] - line[^2]).Unit : default);
    }

    /// <summary>The line with points at most so far apart.</summary>
    public static List<MapPoint> Sample(IReadOnlyList<MapPoint> line, double distance)
    {
        var points = new List<MapPoint> { line[0] };
        for (int i = 1; i < line.Count; i++)
        {
            MapPoint step = line[i] - line[i - 1];
            int pieces = Math.Max(1, (int)Math.Ceiling(step.Length / distance));
            for (int k = 1; k <= pieces; k++)
                points.Add(line[i - 1] + (step * ((double)k / pieces)));
        }

        return points;
    }

    /// <summary>The line without points that lie within a distance of the straight line between their neighbours (Douglas and Peucker 1973).</summary>
    public static List<MapPoint> Simplify(IReadOnlyList<MapPoint> line, double tolerance)
    {
        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int From, int To)>();
        open.Push((0, line.Count - 1));
        while (open.TryPop(out (int From, int To) part))
        {
            double farthest = tolerance;
            int at = -1;
            for (int i = part.From + 1; i < part.To; i++)
            {
                double distance = Distance(line[i], line[part.From], line[part.To]);
                if (distance > farthest)
                    (at, farthest) = (i, distance);
            }

            if (at < 0)
                continue;
            keep[at] = true;
            open.Push((part.From, at));
            open.Push((at, part.To));
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    /// <summary>
    /// The line moved to the right of its direction; the ends are reached gradually, so that lines that meet in a place still do.
    /// </summary>
    public static List<MapPoint> Offset(IReadOnlyList<MapPoint> line, double offset, double taper)
    {
        if (offset == 0 || line.Count < 2)
            return [.. line];
        List<MapPoint> fine = Sample(line, 6);
        double length = Length(fine), way = 0;
        var moved = new List<MapPoint>(fine.Count);
        for (int i = 0; i < fine.Count; i++)
        {
            if (i > 0)
                way += (fine[i] - fine[i - 1]).Length;
            // The normal is that of a chord, so that corners do not fold.
            MapPoint normal = (fine[Math.Min(fine.Count - 1, i + 2)] - fine[Math.Max(0, i - 2)]).Unit.Right;
            double near = Math.Min(1, Math.Min(way, length - way) / Math.Max(1e-9, Math.Min(taper, length / 3)));
            moved.Add(fine[i] + (normal * (offset * near * near * (3 - (2 * near)))));
        }

        return Simplify(moved, 0.25);
    }

    /// <summary>Distance of a point from a piece of a straight line.</summary>
    public static double Distance(MapPoint p, MapPoint a, MapPoint b)
    {
        MapPoint d = b - a;
        double t = d.Dot(d) > 0 ? Math.Clamp((p - a).Dot(d) / d.Dot(d), 0, 1) : 0;
        return (p - (a + (d * t))).Length;
    }
}
