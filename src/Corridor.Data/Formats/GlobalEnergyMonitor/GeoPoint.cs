namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A point on the earth.</summary>
/// <param name="Lon">Longitude [degrees].</param>
/// <param name="Lat">Latitude [degrees].</param>
internal readonly record struct GeoPoint(double Lon, double Lat)
{
    /// <summary>Mean radius of the earth [km].</summary>
    internal const double Radius = 6371.0088;

    /// <summary>Whether it lies on the earth.</summary>
    internal bool IsValid => Lon is >= -180 and <= 180 && Lat is >= -90 and <= 90;

    /// <summary>Place in space [km], the centre of the earth at the origin.</summary>
    internal (double X, double Y, double Z) Space()
    {
        (double lon, double lat) = (Lon * Math.PI / 180, Lat * Math.PI / 180);
        return (Radius * Math.Cos(lat) * Math.Cos(lon), Radius * Math.Cos(lat) * Math.Sin(lon), Radius * Math.Sin(lat));
    }

    /// <summary>Distance along the surface [km].</summary>
    internal static double Distance(GeoPoint a, GeoPoint b)
    {
        (double x, double y, double z) = a.Space();
        (double u, double v, double w) = b.Space();
        double chord = Math.Sqrt(((x - u) * (x - u)) + ((y - v) * (y - v)) + ((z - w) * (z - w)));
        return 2 * Radius * Math.Asin(Math.Min(1, chord / (2 * Radius)));
    }

    /// <summary>The point between two others; across the date line the short way.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="t">0 for the one, 1 for the other.</param>
    internal static GeoPoint Between(GeoPoint a, GeoPoint b, double t)
    {
        double step = b.Lon - a.Lon;
        if (step > 180)
            step -= 360;
        else if (step < -180)
            step += 360;
        double lon = a.Lon + (t * step);
        return new GeoPoint(lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, a.Lat + (t * (b.Lat - a.Lat)));
    }
}
