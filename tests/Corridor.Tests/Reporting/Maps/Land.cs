using Corridor.Reporting.Maps;

namespace Corridor.Tests.Reporting.Maps;

/// <summary>Asks the outlines where land is.</summary>
internal static class Land
{
    /// <summary>The code of the country at a place; null at sea.</summary>
    public static string? CountryAt(MapCoordinate place)
    {
        foreach (CountryOutline country in WorldOutlines.Instance.Countries)
        {
            bool inside = false;
            foreach (int[] ring in country.Rings)
            {
                foreach (List<MapPoint> window in OutlinePath.Windows(WorldOutlines.Instance.Corners(ring), place.Lon))
                    inside ^= Crossings(window, place.Lat) % 2 == 1;
            }

            if (inside)
                return country.Code;
        }

        return null;
    }

    /// <summary>Whether a place is land, and so is everything about half a degree around.</summary>
    public static bool IsDeepInland(MapCoordinate place)
    {
        for (int k = 0; k < 8; k++)
        {
            (double sin, double cos) = Math.SinCos(Math.PI * k / 4);
            if (CountryAt(new MapCoordinate(place.Lon + (0.7 * cos / Math.Cos(double.DegreesToRadians(place.Lat))), place.Lat + (0.7 * sin))) is null)
                return false;
        }

        return CountryAt(place) is not null;
    }

    /// <summary>Edges north of the place on its meridian, which is x = 0 here.</summary>
    private static int Crossings(List<MapPoint> ring, double lat)
    {
        int count = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            MapPoint a = ring[i], b = ring[(i + 1) % ring.Count];
            if (a.X > 0 != b.X > 0 && a.Y + ((b.Y - a.Y) * (-a.X / (b.X - a.X))) > lat)
                count++;
        }

        return count;
    }
}
