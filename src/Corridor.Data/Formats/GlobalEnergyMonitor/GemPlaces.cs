namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Finds what lies near a point: a grid of cubes in space, so that neither poles nor the date line are special.</summary>
internal sealed class GemPlaces(double edge)
{
    /// <summary>How many entries are looked at around a point; only a file that piles up points reaches it.</summary>
    internal const int MostLookedAt = 4096;

    private readonly Dictionary<(int X, int Y, int Z), List<int>> _cubes = [];
    private readonly List<GeoPoint> _points = [];

    /// <summary>Adds a point; its number is the count before.</summary>
    internal void Add(GeoPoint point)
    {
        (int x, int y, int z) cube = CubeOf(point);
        if (!_cubes.TryGetValue(cube, out List<int>? points))
            _cubes.Add(cube, points = []);
        points.Add(_points.Count);
        _points.Add(point);
    }

    /// <summary>The points within one edge of another, by ascending numbers within each cube, with their distances.</summary>
    internal void Near(GeoPoint point, double radius, List<(double Distance, int Number)> found)
    {
        found.Clear();
        (int x, int y, int z) = CubeOf(point);
        int looked = 0;
        for (int i = 0; i < 27; i++)
        {
            if (!_cubes.TryGetValue((x + (i / 9) - 1, y + (i / 3 % 3) - 1, z + (i % 3) - 1), out List<int>? points))
                continue;
            foreach (int number in points)
            {
                if (++looked > MostLookedAt)
                    return;
                double distance = GeoPoint.Distance(point, _points[number]);
                if (distance <= radius)
                    found.Add((distance, number));
            }
        }
    }

    private (int X, int Y, int Z) CubeOf(GeoPoint point)
    {
        (double x, double y, double z) = point.Space();
        return ((int)Math.Floor(x / edge), (int)Math.Floor(y / edge), (int)Math.Floor(z / edge));
    }
}
