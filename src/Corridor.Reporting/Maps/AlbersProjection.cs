namespace Corridor.Reporting.Maps;

/// <summary>
/// Albers equal-area conic projection of the sphere with two standard parallels; areas are true. Source: J. P. Snyder, Map
/// Projections: A Working Manual, USGS Professional Paper 1395 (1987), equations 14-1 to 14-6.
/// </summary>
public sealed class AlbersProjection
{
    /// <summary>Parallels closer to symmetry about the equator than this would make the cone a cylinder.</summary>
    private const double LeastSum = 2;

    private readonly double _n;
    private readonly double _c;
    private readonly double _rho0;

    /// <summary>Creates a projection.</summary>
    /// <param name="parallel1">First standard parallel [deg].</param>
    /// <param name="parallel2">Second standard parallel [deg]; the sum of both is not 0.</param>
    /// <param name="originLat">Latitude of the origin [deg].</param>
    /// <param name="centralMeridian">Longitude of the origin [deg].</param>
    /// <exception cref="ArgumentException">The parallels lie symmetrically about the equator.</exception>
    public AlbersProjection(double parallel1, double parallel2, double originLat, double centralMeridian)
    {
        double phi1 = double.DegreesToRadians(parallel1), phi2 = double.DegreesToRadians(parallel2);
        _n = (Math.Sin(phi1) + Math.Sin(phi2)) / 2;
        if (Math.Abs(_n) < 1e-9)
            throw new ArgumentException("Standard parallels symmetrical about the equator make no cone.", nameof(parallel2));
        _c = (Math.Cos(phi1) * Math.Cos(phi1)) + (2 * _n * Math.Sin(phi1));
        _rho0 = Rho(double.DegreesToRadians(originLat));
        Parallel1 = parallel1;
        Parallel2 = parallel2;
        CentralMeridian = centralMeridian;
    }

    /// <summary>First standard parallel [deg].</summary>
    public double Parallel1 { get; }

    /// <summary>Second standard parallel [deg].</summary>
    public double Parallel2 { get; }

    /// <summary>Longitude of the origin [deg]; the map is cut half-way round from it.</summary>
    public double CentralMeridian { get; }

    /// <summary>
    /// The projection for a set of places: centred on them; parallels 35° and 65° where the places lie in that band, else at one and
    /// five sixths of the span of latitudes.
    /// </summary>
    /// <param name="places">Places; at least one.</param>
    /// <exception cref="ArgumentException">No place is given.</exception>
    public static AlbersProjection For(IReadOnlyList<MapCoordinate> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0)
            throw new ArgumentException("A projection needs a place to be centred on.", nameof(places));
        (double west, double east) = Span(places);
        double south = places.Min(p => p.Lat), north = places.Max(p => p.Lat);
        double middle = (south + north) / 2, meridian = Wrap((west + east) / 2);
        bool continental = north - south >= 15 && middle is >= 35 and <= 65;
        double parallel1 = 35, parallel2 = 65;
        if (!continental)
        {
            parallel1 = south + ((north - south) / 6);
            parallel2 = north - ((north - south) / 6);
        }

        if (Math.Abs(parallel1 + parallel2) < LeastSum)
            parallel2 += parallel1 + parallel2 >= 0 ? LeastSum : -LeastSum;
        return new AlbersProjection(parallel1, parallel2, middle, meridian);
    }

    /// <summary>Projects a place; earth radii from the origin, y to the north.</summary>
    /// <param name="place">The place.</param>
    public MapPoint Project(MapCoordinate place) => ProjectRelative(Wrap(place.Lon - CentralMeridian), place.Lat);

    /// <summary>Projects a place given relative to the central meridian.</summary>
    /// <param name="relativeLon">Longitude less that of the origin [deg]; not wrapped.</param>
    /// <param name="lat">Latitude [deg].</param>
    public MapPoint ProjectRelative(double relativeLon, double lat)
    {
        double rho = Rho(double.DegreesToRadians(lat)), theta = _n * double.DegreesToRadians(relativeLon);
        return new MapPoint(rho * Math.Sin(theta), _rho0 - (rho * Math.Cos(theta)));
    }

    /// <summary>An angle brought into −180 … 180 degrees.</summary>
    /// <param name="degrees">Any angle [deg].</param>
    public static double Wrap(double degrees) => degrees - (360 * Math.Floor((degrees + 180) / 360));

    /// <summary>The shortest span of longitudes that holds all places: the circle less its largest gap.</summary>
    private static (double West, double East) Span(IReadOnlyList<MapCoordinate> places)
    {
        double[] lon = [.. places.Select(p => Wrap(p.Lon)).Order()];
        double widest = lon[0] + 360 - lon[^1];
        int first = 0;
        for (int i = 1; i < lon.Length; i++)
        {
            if (lon[i] - lon[i - 1] > widest)
            {
                widest = lon[i] - lon[i - 1];
                first = i;
            }
        }

        return (lon[first], lon[first] + 360 - widest);
    }

    private double Rho(double phi) => Math.Sqrt(Math.Max(0, _c - (2 * _n * Math.Sin(phi)))) / _n;
}
