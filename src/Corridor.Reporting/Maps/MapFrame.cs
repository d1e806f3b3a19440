namespace Corridor.Reporting.Maps;

/// <summary>The part of the world that a map shows, and its scale.</summary>
public sealed class MapFrame
{
    /// <summary>Width of every map in units of the drawing.</summary>
    public const double Width = 1000;

    private const double LeastHeight = 480;
    private const double MostHeight = 820;

    /// <summary>A place reached by ships alone is shown where the frame need not grow by more than this share for it.</summary>
    private const double Reach = 0.16;

    /// <summary>Of so many places one may be left outside of the frame.</summary>
    private const int ManyPlaces = 200;

    /// <summary>A gap of this share of the whole span sets places apart from all others.</summary>
    private const double Stray = 0.2;

    private readonly double _scale;
    private readonly MapPoint _middle;

    private MapFrame(AlbersProjection projection, double scale, MapPoint middle, double height)
    {
        Projection = projection;
        _scale = scale;
        _middle = middle;
        Height = height;
    }

    /// <summary>The projection.</summary>
    public AlbersProjection Projection { get; }

    /// <summary>Height in units of the drawing.</summary>
    public double Height { get; }

    /// <summary>The frame on the screen.</summary>
    public MapBox Box => new(0, 0, Width, Height);

    /// <summary>Kilometres per unit of the drawing, near the standard parallels.</summary>
    public double Kilometres => MapCoordinate.EarthRadius / _scale;

    /// <summary>
    /// The frame of a model: all places that pipelines, lines, rail or roads join, and those that ships reach not far from them. What lies
    /// farther away is shown by marks at the edge, so that it does not stretch the map.
    /// </summary>
    /// <param name="model">A model with at least one place.</param>
    /// <exception cref="ArgumentException">The model has no place.</exception>
    public static MapFrame For(MapModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Places.Count == 0)
            throw new ArgumentException("A map needs a place.", nameof(model));
        HashSet<int> joined = [.. model.Flows.Where(f => f.Mode != FlowMode.Ship && f.State == FlowState.InService).SelectMany(f => new[] { f.From, f.To })];
        // A place without country is a market at sea; a railway to it ends at a port.
        joined.RemoveWhere(p => !model.Places[p].HasCountry && !model.Flows.Any(f => f.Mode == FlowMode.Line && (f.From == p || f.To == p)));
        if (joined.Count < 2)
            joined = [.. Enumerable.Range(0, model.Places.Count)];
        TrimStray(model, joined);
        MapCoordinate[] core = [.. joined.Order().Select(p => model.Places[p].At)];
        var projection = AlbersProjection.For(core);
        MapBox bounds = Bounds(core.Select(projection.Project));
        double reachX = Reach * bounds.Width, reachY = Reach * bounds.Height;
        var near = new MapBox(bounds.Left - reachX, bounds.Top - reachY, bounds.Right + reachX, bounds.Bottom + reachY);
        IEnumerable<MapPoint> shown = model.Places.Where((p, i) => joined.Contains(i) || (p.HasCountry && near.Contains(projection.Project(p.At)))).Select(p => projection.Project(p.At));
        bounds = Bounds(shown);
        // A single place, or places on one line, still have surroundings.
        double least = 200 / MapCoordinate.EarthRadius;
        double width = Math.Max(bounds.Width, least) * 1.13, height = Math.Max(bounds.Height, least) * 1.14;
        double aspect = Math.Clamp(height / width, LeastHeight / Width, MostHeight / Width);
        double scale = Math.Min(Width / width, aspect * Width / height);
        var middle = new MapPoint((bounds.Left + bounds.Right) / 2, (bounds.Top + bounds.Bottom) / 2);
        return new MapFrame(projection, scale, middle, Math.Round(aspect * Width));
    }

    /// <summary>A place on the screen.</summary>
    /// <param name="place">The place.</param>
    public MapPoint ToScreen(MapCoordinate place) => ToScreen(Projection.Project(place));

    /// <summary>A projected point on the screen.</summary>
    /// <param name="projected">Point of the projection.</param>
    public MapPoint ToScreen(MapPoint projected) =>
        new((Width / 2) + ((projected.X - _middle.X) * _scale), (Height / 2) - ((projected.Y - _middle.Y) * _scale));

    /// <summary>
    /// Takes out the few of many places that lie far from all others, whatever the reason (collections of thousands of lines have wrong
    /// coordinates): they would make the map small, and are told of at the edge.
    /// </summary>
    private static void TrimStray(MapModel model, HashSet<int> joined)
    {
        Func<MapCoordinate, double>[] axes = [c => c.Lon, c => -c.Lon, c => c.Lat, c => -c.Lat];
        int most = joined.Count / ManyPlaces;
        foreach (Func<MapCoordinate, double> axis in axes)
        {
            int[] order = [.. joined.OrderBy(p => axis(model.Places[p].At)).ThenBy(p => p)];
            double span = order.Length == 0 ? 0 : axis(model.Places[order[^1]].At) - axis(model.Places[order[0]].At);
            for (int k = Math.Min(most, order.Length - 2); k > 0; k--)
            {
                if (axis(model.Places[order[k]].At) - axis(model.Places[order[k - 1]].At) <= Stray * span)
                    continue;
                joined.ExceptWith(order[..k]);
                break;
            }
        }
    }

    private static MapBox Bounds(IEnumerable<MapPoint> points)
    {
        MapPoint[] all = [.. points];
        return new MapBox(all.Min(p => p.X), all.Min(p => p.Y), all.Max(p => p.X), all.Max(p => p.Y));
    }
}
