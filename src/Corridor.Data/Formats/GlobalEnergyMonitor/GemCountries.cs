namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>
/// Tells in which country an end of a line lies where the row does not say it: in that of the nearest asset that lies in one
/// country alone.
/// </summary>
internal sealed class GemCountries
{
    private const double Thinning = 2;
    private const double Sampling = 25;
    private static readonly double[] Reaches = [10, 50, 250];

    private readonly GemPlaces[] _places = [.. Reaches.Select(r => new GemPlaces(r))];
    private readonly List<string> _codes = [];
    private readonly List<(double Distance, int Number)> _near = [];

    internal GemCountries(IEnumerable<GemAsset> assets)
    {
        foreach (GemAsset asset in assets)
        {
            if (asset.Countries.Count != 1)
                continue;
            foreach (GeoPoint[] part in asset.Parts)
                Add(part, asset.Countries[0]);
        }
    }

    /// <summary>The country of an end of a line; null where nothing tells it.</summary>
    /// <param name="asset">The line.</param>
    /// <param name="point">The end.</param>
    /// <param name="isStart">Whether the line starts there, in the order of its route.</param>
    /// <param name="isStated">Whether the row says so itself.</param>
    internal string? Of(GemAsset asset, GeoPoint point, bool isStart, out bool isStated)
    {
        isStated = true;
        bool isWhole = asset.Parts.Count == 1;
        if (isWhole && (isStart ? asset.StartCountry : asset.EndCountry) is { } said)
            return said;
        if (asset.Countries.Count == 1)
            return asset.Countries[0];
        isStated = false;
        return Nearest(point, asset.Countries) ?? (asset.Countries.Count == 0 ? null : isStart ? asset.Countries[0] : asset.Countries[^1]);
    }

    /// <summary>The country of a point, among some or among all where none are given.</summary>
    internal string? Nearest(GeoPoint point, IReadOnlyList<string> among)
    {
        for (int i = 0; i < _places.Length; i++)
        {
            _places[i].Near(point, Reaches[i], _near);
            (double Distance, int Number) best = (double.PositiveInfinity, -1);
            foreach ((double Distance, int Number) one in _near)
            {
                if ((among.Count == 0 || among.Contains(_codes[one.Number])) && one.CompareTo(best) < 0)
                    best = one;
            }

            if (best.Number >= 0)
                return _codes[best.Number];
        }

        return null;
    }

    private void Add(GeoPoint[] part, string code)
    {
        GeoPoint last = part[0];
        Put(last);
        for (int i = 1; i < part.Length; i++)
        {
            double distance = GeoPoint.Distance(last, part[i]);
            if (distance < Thinning && i < part.Length - 1)
                continue;
            int steps = (int)Math.Ceiling(distance / Sampling);
            for (int k = 1; k < steps; k++)
                Put(GeoPoint.Between(last, part[i], (double)k / steps));
            last = part[i];
            Put(last);
        }

        void Put(GeoPoint point)
        {
            _codes.Add(code);
            foreach (GemPlaces places in _places)
                places.Add(point);
        }
    }
}
