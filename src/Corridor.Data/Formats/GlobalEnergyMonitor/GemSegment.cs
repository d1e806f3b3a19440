namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>A part of a line's route, between two joints.</summary>
internal sealed class GemSegment
{
    private readonly double[] _along;

    internal GemSegment(GemAsset asset, int part)
    {
        (Asset, Points) = (asset, asset.Parts[part]);
        _along = new double[Points.Length];
        for (int i = 1; i < Points.Length; i++)
            _along[i] = _along[i - 1] + GeoPoint.Distance(Points[i - 1], Points[i]);
    }

    /// <summary>The line.</summary>
    internal GemAsset Asset { get; }

    /// <summary>The route.</summary>
    internal GeoPoint[] Points { get; }

    /// <summary>Its length [km].</summary>
    internal double Length => _along[^1];

    /// <summary>Joint at the start.</summary>
    internal int Start { get; set; }

    /// <summary>Joint at the end.</summary>
    internal int End { get; set; }

    /// <summary>Joints on the way, with their distance from the start [km].</summary>
    internal List<(double Along, int Joint)> Tees { get; } = [];

    /// <summary>The point at a distance from the start.</summary>
    internal GeoPoint At(double along)
    {
        int leg = LegAt(along);
        double length = _along[leg + 1] - _along[leg];
        return length > 0 ? GeoPoint.Between(Points[leg], Points[leg + 1], Math.Clamp((along - _along[leg]) / length, 0, 1)) : Points[leg];
    }

    /// <summary>The point of the route next to another, looked for around a distance from the start.</summary>
    /// <returns>Its distance from the other [km] and from the start [km].</returns>
    internal (double Distance, double Along) Closest(GeoPoint point, double around, double reach)
    {
        (double Distance, double Along) best = (double.PositiveInfinity, 0);
        int last = LegAt(Math.Min(around + reach, Length));
        for (int leg = LegAt(Math.Max(around - reach, 0)); leg <= last; leg++)
        {
            double t = Project(Points[leg], Points[leg + 1], point);
            double distance = GeoPoint.Distance(point, GeoPoint.Between(Points[leg], Points[leg + 1], t));
            if (distance < best.Distance)
                best = (distance, _along[leg] + (t * (_along[leg + 1] - _along[leg])));
        }

        return best;
    }

    /// <summary>The route between two distances from the start, at most some points.</summary>
    internal List<GeoPoint> Between(double from, double to)
    {
        var points = new List<GeoPoint> { At(from) };
        for (int i = LegAt(from) + 1; i < Points.Length && _along[i] < to; i++)
        {
            if (_along[i] > from && Points[i] != points[^1])
                points.Add(Points[i]);
        }

        GeoPoint end = At(to);
        if (end != points[^1])
            points.Add(end);
        return points;
    }

    private int LegAt(double along)
    {
        int found = Array.BinarySearch(_along, along);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, Points.Length - 2);
    }

    /// <summary>Where on a short leg the point nearest to another lies, in the plane that touches the earth there.</summary>
    private static double Project(GeoPoint a, GeoPoint b, GeoPoint point)
    {
        double scale = Math.Cos(point.Lat * Math.PI / 180);
        (double x, double y) = (Turn(b.Lon - a.Lon) * scale, b.Lat - a.Lat);
        (double u, double v) = (Turn(point.Lon - a.Lon) * scale, point.Lat - a.Lat);
        double square = (x * x) + (y * y);
        return square > 0 ? Math.Clamp(((x * u) + (y * v)) / square, 0, 1) : 0;
    }

    private static double Turn(double degrees) => degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
}
