using System.Globalization;

namespace Corridor.Reporting.Maps;

/// <summary>A point of the drawing plane, or a vector in it.</summary>
/// <param name="X">To the right; px on the screen, earth radii in a projection.</param>
/// <param name="Y">Downward on the screen, upward in a projection.</param>
public readonly record struct MapPoint(double X, double Y)
{
    /// <summary>Sum of two vectors.</summary>
    public static MapPoint operator +(MapPoint a, MapPoint b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>Difference of two vectors.</summary>
    public static MapPoint operator -(MapPoint a, MapPoint b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>A vector times a number.</summary>
    public static MapPoint operator *(MapPoint a, double k) => new(a.X * k, a.Y * k);

    /// <summary>Length of the vector, ≥ 0.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The vector with length 1; zero for zero.</summary>
    public MapPoint Unit => Length is > 0 and var length ? new(X / length, Y / length) : default;

    /// <summary>The vector turned by a quarter, to the right of its direction on the screen.</summary>
    public MapPoint Right => new(-Y, X);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X}, {Y})");

    /// <summary>Scalar product.</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(MapPoint other) => (X * other.X) + (Y * other.Y);

    /// <summary>The z component of the vector product; positive where <paramref name="other"/> lies to the right on the screen.</summary>
    /// <param name="other">The other vector.</param>
    public double Cross(MapPoint other) => (X * other.Y) - (Y * other.X);
}

/// <summary>A place on the earth.</summary>
/// <param name="Lon">Longitude [deg].</param>
/// <param name="Lat">Latitude [deg], −90 … 90.</param>
public readonly record struct MapCoordinate(double Lon, double Lat)
{
    /// <summary>Radius of the sphere that has the area of the earth [km].</summary>
    public const double EarthRadius = 6371.0072;

    /// <summary>Length of the great circle to another place [km], by the haversine formula.</summary>
    /// <param name="other">The other place.</param>
    public double DistanceTo(MapCoordinate other)
    {
        double lat1 = double.DegreesToRadians(Lat), lat2 = double.DegreesToRadians(other.Lat);
        double sinLat = Math.Sin((lat2 - lat1) / 2), sinLon = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        double h = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
