namespace Corridor.Data.Formats.GeoJson;

/// <summary>A place on the map (WGS 84).</summary>
/// <param name="Lon">Longitude [degrees], -180 to 180, east positive.</param>
/// <param name="Lat">Latitude [degrees], -90 to 90, north positive.</param>
public readonly record struct GeoPoint(double Lon, double Lat)
{
    private const int Decimals = 6;

    /// <summary>The place with six decimals, about 0.1 m, as RFC 7946 (11.2) advises.</summary>
    public GeoPoint Rounded => new(Math.Round(Lon, Decimals), Math.Round(Lat, Decimals));

    /// <summary>Whether the place has more than six decimals.</summary>
    public bool IsRounded => Rounded != this;
}
