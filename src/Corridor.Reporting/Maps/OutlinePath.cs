namespace Corridor.Reporting.Maps;

/// <summary>Draws the land of the world in a frame: unwrapped at the cut of the map, resampled, projected, clipped, thinned.</summary>
internal static class OutlinePath
{
    /// <summary>Polygons of less than this many square pixels are left out.</summary>
    private const double SmallestArea = 1.2;

    /// <summary>Edges longer than this are divided, for straight lines on the globe are curves on the map [deg].</summary>
    private const double LongestEdge = 2;

    /// <summary>Points closer together than this many pixels are one.</summary>
    private const double Resolution = 0.45;

    /// <summary>The land as the data of one SVG path, filled by the even-odd rule.</summary>
    public static string Land(MapFrame frame)
    {
        MapBox box = frame.Box.Grow(8);
        var path = new PathText();
        foreach (CountryOutline country in WorldOutlines.Instance.Countries)
        {
            foreach (int[] ring in country.Rings)
            {
                foreach (List<MapPoint> window in Windows(WorldOutlines.Instance.Corners(ring), frame.Projection.CentralMeridian))
                {
                    List<MapPoint> clipped = Clipping.Polygon(Screen(window, frame), box);
                    if (clipped.Count >= 3 && Math.Abs(Area(clipped)) >= SmallestArea)
                        path.Ring(Thin(clipped));
                }
            }
        }

        return path.ToString();
    }

    /// <summary>
    /// A ring in longitudes relative to the central meridian, cut where the map is cut. A ring around a pole is closed along it.
    /// Points are (relative longitude, latitude).
    /// </summary>
    public static IEnumerable<List<MapPoint>> Windows(IReadOnlyList<MapCoordinate> ring, double meridian)
    {
        var flat = new List<MapPoint>(ring.Count + 3);
        double last = AlbersProjection.Wrap(ring[0].Lon - meridian);
        foreach (MapCoordinate corner in ring)
        {
            last += AlbersProjection.Wrap(corner.Lon - meridian - last);
            flat.Add(new MapPoint(last, corner.Lat));
        }

        double turn = last + AlbersProjection.Wrap(ring[0].Lon - meridian - last) - flat[0].X;
        if (Math.Abs(turn) > 180)
        {
            double pole = flat.Average(p => p.Y) < 0 ? -90 : 90;
            flat.Add(new MapPoint(flat[0].X + turn, flat[0].Y));
            flat.Add(new MapPoint(flat[0].X + turn, pole));
            flat.Add(new MapPoint(flat[0].X, pole));
        }

        double least = flat.Min(p => p.X), most = flat.Max(p => p.X);
        for (int k = -1; k <= 1; k++)
        {
            double shift = 360 * k;
            if (least + shift >= 180 || most + shift <= -180)
                continue;
            List<MapPoint> shifted = k == 0 ? flat : flat.ConvertAll(p => new MapPoint(p.X + shift, p.Y));
            if (least + shift >= -180 && most + shift <= 180)
                yield return shifted;
            else
                yield return Clipping.Polygon(shifted, new MapBox(-180, -91, 180, 91));
        }
    }

    private static List<MapPoint> Screen(List<MapPoint> ring, MapFrame frame)
    {
        var points = new List<MapPoint>(ring.Count + 16);
        for (int i = 0; i < ring.Count; i++)
        {
            MapPoint a = ring[i], d = ring[(i + 1) % ring.Count] - a;
            int pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(d.X), Math.Abs(d.Y)) / LongestEdge));
            for (int k = 0; k < pieces; k++)
            {
                MapPoint p = a + (d * ((double)k / pieces));
                points.Add(frame.ToScreen(frame.Projection.ProjectRelative(p.X, p.Y)));
            }
        }

        return points;
    }

    private static List<MapPoint> Thin(List<MapPoint> ring)
    {
        var kept = new List<MapPoint>(ring.Count) { ring[0] };
        foreach (MapPoint p in ring)
        {
            if ((p - kept[^1]).Length >= Resolution)
                kept.Add(p);
        }

        return kept;
    }

    private static double Area(List<MapPoint> ring)
    {
        double sum = 0;
        for (int i = 0; i < ring.Count; i++)
            sum += ring[i].Cross(ring[(i + 1) % ring.Count]);
        return sum / 2;
    }
}
