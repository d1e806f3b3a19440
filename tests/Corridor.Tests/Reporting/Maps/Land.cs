using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

/// <summary>Asks the outlines where land is.</summary>
internal static class Land
{
    /// <summary>The rings in longitudes −180 … 180, with their bounds.</summary>
    private static readonly (string Code, List<MapPoint> Ring, MapBox Bounds)[] Rings =
    [
        .. WorldOutlines.Instance.Countries.SelectMany(c => c.Rings.SelectMany(r => OutlinePath.Windows(WorldOutlines.Instance.Corners(r), 0))
            .Select(w => (c.Code, w, new MapBox(w.Min(p => p.X), w.Min(p => p.Y), w.Max(p => p.X), w.Max(p => p.Y))))),
    ];

    /// <summary>The code of the country at a place; null at sea.</summary>
    public static string? CountryAt(MapCoordinate place)
    {
        var at = new MapPoint(AlbersProjection.Wrap(place.Lon), place.Lat);
        return Rings.Where(r => r.Bounds.Contains(at) && Crossings(r.Ring, at) % 2 == 1).GroupBy(r => r.Code).FirstOrDefault(g => g.Count() % 2 == 1)?.Key;
    }

    /// <summary>Whether a place is land, and so is everything about 70 km around.</summary>
    public static bool IsDeepInland(MapCoordinate place)
    {
        if (CountryAt(place) is null)
            return false;
        for (int k = 0; k < 8; k++)
        {
            (double sin, double cos) = Math.SinCos(Math.PI * k / 4);
            if (CountryAt(new MapCoordinate(place.Lon + (0.7 * cos / Math.Cos(double.DegreesToRadians(place.Lat))), place.Lat + (0.7 * sin))) is null)
                return false;
        }

        return true;
    }

    /// <summary>Edges north of the place on its meridian.</summary>
    private static int Crossings(List<MapPoint> ring, MapPoint at)
    {
        int count = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            MapPoint a = ring[i], b = ring[(i + 1) % ring.Count];
            if (a.X > at.X != b.X > at.X && a.Y + ((b.Y - a.Y) * ((at.X - a.X) / (b.X - a.X))) > at.Y)
                count++;
        }

        return count;
    }
}
