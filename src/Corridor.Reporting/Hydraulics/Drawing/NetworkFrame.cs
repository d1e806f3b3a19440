using Corridor.Model.Hydraulics;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>Where the nodes of a network stand on the drawing.</summary>
internal sealed class NetworkFrame
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = MapFrame.Width;

    private const double LeastHeight = 300;
    private const double MostHeight = 820;
    private const double Margin = 46;

    /// <summary>At the left and right names need more room.</summary>
    private const double SideMargin = 96;

    /// <summary>Below this share of nodes with coordinates, those few would not tell the shape of the network.</summary>
    private const double EnoughKnown = 0.5;

    private NetworkFrame(MapPoint[] at, double height, bool isSchematic)
    {
        At = at;
        Height = height;
        IsSchematic = isSchematic;
    }

    /// <summary>Place of each node.</summary>
    public IReadOnlyList<MapPoint> At { get; }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>Whether the places were made up, for want of coordinates.</summary>
    public bool IsSchematic { get; }

    /// <summary>The drawing.</summary>
    public MapBox Box => new(0, 0, Width, Height);

    /// <summary>Places nodes by their coordinates, degrees or units of a drawing; by the graph alone where too few have any.</summary>
    public static NetworkFrame For(GasNetwork network)
    {
        int count = network.Nodes.Count;
        var known = new bool[count];
        for (int i = 0; i < count; i++)
            known[i] = double.IsFinite(network.Nodes[i].X) && double.IsFinite(network.Nodes[i].Y);
        MapPoint[] given = [.. network.Nodes.Where((_, i) => known[i]).Select(n => new MapPoint(n.X, n.Y)).Distinct()];
        bool schematic = count == 0 || known.Count(k => k) < EnoughKnown * count || given.Length < Math.Min(count, 3);
        MapPoint[] places = schematic ? StressLayout.Place(network) : Given(network, known, given);
        (MapPoint[] at, double height) = Fit(places, schematic);
        return new NetworkFrame(at, height, schematic);
    }

    private static MapPoint[] Given(GasNetwork network, bool[] known, MapPoint[] given)
    {
        // A degree of longitude is shorter than one of latitude.
        double narrow = AreDegrees(given) ? Math.Cos(double.DegreesToRadians(given.Average(p => p.Y))) : 1;
        var places = new MapPoint[network.Nodes.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = known[i] ? new MapPoint(network.Nodes[i].X * narrow, -network.Nodes[i].Y) : new MapPoint(given.Average(p => p.X) * narrow, -given.Average(p => p.Y));
        Between(network, known, places);
        return places;
    }

    /// <summary>Degrees have fractions, lie in their ranges, and a network on land covers a few of them only, away from the equator's crossing with Greenwich.</summary>
    private static bool AreDegrees(MapPoint[] given) =>
        given.All(p => Math.Abs(p.X) <= 180 && Math.Abs(p.Y) <= 90)
        && given.Count(p => p.X != Math.Round(p.X) || p.Y != Math.Round(p.Y)) > 0.5 * given.Length
        && given.Min(p => Math.Abs(p.Y)) > 5;

    /// <summary>Nodes without coordinates stand amid their neighbours (Tutte's rule, by repeated averages).</summary>
    private static void Between(GasNetwork network, bool[] known, MapPoint[] places)
    {
        if (Array.TrueForAll(known, k => k))
            return;
        const int Rounds = 200;
        for (int round = 0; round < Rounds; round++)
        {
            var sum = new MapPoint[places.Length];
            var degree = new int[places.Length];
            foreach (GasElement e in network.Elements)
            {
                (sum[e.From], sum[e.To]) = (sum[e.From] + places[e.To], sum[e.To] + places[e.From]);
                degree[e.From]++;
                degree[e.To]++;
            }

            for (int i = 0; i < places.Length; i++)
            {
                if (!known[i] && degree[i] > 0)
                    places[i] = sum[i] * (1.0 / degree[i]);
            }
        }
    }

    private static (MapPoint[] At, double Height) Fit(MapPoint[] places, bool mayTurn)
    {
        if (places.Length == 0)
            return (places, LeastHeight);
        double left = places.Min(p => p.X), right = places.Max(p => p.X), top = places.Min(p => p.Y), bottom = places.Max(p => p.Y);
        double width = right - left, height = bottom - top;
        if (mayTurn && height > width)
            return Fit([.. places.Select(p => new MapPoint(p.Y, -p.X))], false);
        double room = Width - (2 * SideMargin);
        double scale = Math.Min(width > 0 ? room / width : double.PositiveInfinity, height > 0 ? (MostHeight - (2 * Margin)) / height : double.PositiveInfinity);
        if (!double.IsFinite(scale))
            scale = 1;
        double tall = Math.Round(Math.Clamp((height * scale) + (2 * Margin), LeastHeight, MostHeight));
        double x0 = (Width - (width * scale)) / 2, y0 = (tall - (height * scale)) / 2;
        return ([.. places.Select(p => new MapPoint(x0 + ((p.X - left) * scale), y0 + ((p.Y - top) * scale)))], tall);
    }
}
