namespace Corridor.Reporting.Maps;

/// <summary>An upright rectangle of the drawing plane.</summary>
/// <param name="Left">Smallest x.</param>
/// <param name="Top">Smallest y.</param>
/// <param name="Right">Largest x; at or above <paramref name="Left"/>.</param>
/// <param name="Bottom">Largest y; at or above <paramref name="Top"/>.</param>
public readonly record struct MapBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width, ≥ 0.</summary>
    public double Width => Right - Left;

    /// <summary>Height, ≥ 0.</summary>
    public double Height => Bottom - Top;

    /// <summary>Whether a point lies in the rectangle or on its edge.</summary>
    /// <param name="p">The point.</param>
    public bool Contains(MapPoint p) => p.X >= Left && p.X <= Right && p.Y >= Top && p.Y <= Bottom;

    /// <summary>Whether another rectangle lies wholly inside.</summary>
    /// <param name="other">The other rectangle.</param>
    public bool Contains(MapBox other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>Whether two rectangles share an area.</summary>
    /// <param name="other">The other rectangle.</param>
    public bool Overlaps(MapBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The rectangle grown on all sides.</summary>
    /// <param name="by">How much; negative shrinks.</param>
    public MapBox Grow(double by) => new(Left - by, Top - by, Right + by, Bottom + by);
}

/// <summary>Clipping of polygons and lines to a rectangle.</summary>
public static class Clipping
{
    /// <summary>The part of a polygon inside a rectangle (Sutherland and Hodgman 1974); edges along the rectangle join its parts.</summary>
    /// <param name="ring">Corners, without repeating the first.</param>
    /// <param name="box">The rectangle.</param>
    /// <returns>Corners; empty where nothing is inside.</returns>
    public static List<MapPoint> Polygon(IReadOnlyList<MapPoint> ring, MapBox box)
    {
        ArgumentNullException.ThrowIfNull(ring);
        List<MapPoint> current = [.. ring];
        current = Half(current, p => p.X - box.Left);
        current = Half(current, p => box.Right - p.X);
        current = Half(current, p => p.Y - box.Top);
        return Half(current, p => box.Bottom - p.Y);
    }

    /// <summary>The parts of a line inside a rectangle, in order (Liang and Barsky 1984, edge by edge).</summary>
    /// <param name="line">Points of the line.</param>
    /// <param name="box">The rectangle.</param>
    public static List<List<MapPoint>> Line(IReadOnlyList<MapPoint> line, MapBox box)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = new List<List<MapPoint>>();
        List<MapPoint>? open = null;
        for (int i = 1; i < line.Count; i++)
        {
            MapPoint a = line[i - 1], d = line[i] - a;
            double from = 0, to = 1;
            bool inside = Limit(-d.X, a.X - box.Left, ref from, ref to) && Limit(d.X, box.Right - a.X, ref from, ref to)
                && Limit(-d.Y, a.Y - box.Top, ref from, ref to) && Limit(d.Y, box.Bottom - a.Y, ref from, ref to);
            if (!inside)
            {
                open = null;
                continue;
            }

            if (open is null || from > 0)
                parts.Add(open = [a + (d * from)]);
            open.Add(a + (d * to));
            if (to < 1)
                open = null;
        }

        return parts;
    }

    private static List<MapPoint> Half(List<MapPoint> ring, Func<MapPoint, double> depth)
    {
        var kept = new List<MapPoint>(ring.Count + 4);
        for (int i = 0; i < ring.Count; i++)
        {
            MapPoint a = ring[i], b = ring[(i + 1) % ring.Count];
            double da = depth(a), db = depth(b);
            if (da >= 0)
                kept.Add(a);
            if (da >= 0 != db >= 0)
                kept.Add(a + ((b - a) * (da / (da - db))));
        }

        return kept;
    }

    private static bool Limit(double p, double q, ref double from, ref double to)
    {
        if (p == 0)
            return q >= 0;
        double t = q / p;
        if (p < 0)
            from = Math.Max(from, t);
        else
            to = Math.Min(to, t);
        return from <= to;
    }
}
