using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Data.Formats.GeoJson;

/// <summary>Where the rows of a package are on the map.</summary>
public sealed class GeoPlaces
{
    private readonly Dictionary<string, GeoPoint> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RoutePoint>> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _converters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pipeline> _pipelines = new(StringComparer.Ordinal);

    /// <summary>Gathers the places of a system.</summary>
    /// <param name="system">Any system.</param>
    public GeoPlaces(EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        foreach (Node node in system.Nodes)
        {
            if (node is { Lon: { } lon, Lat: { } lat } && IsOnEarth(lon, lat))
                _nodes.TryAdd(node.Id, new GeoPoint(lon, lat));
        }

        foreach (RoutePoint point in system.RoutePoints.OrderBy(p => p.Sequence))
        {
            if (!IsOnEarth(point.Lon, point.Lat))
                continue;
            if (!_routes.TryGetValue(point.Arc, out List<RoutePoint>? route))
                _routes.Add(point.Arc, route = []);
            route.Add(point);
        }

        foreach (Pipeline pipeline in system.Pipelines)
            _pipelines.TryAdd(pipeline.Id, pipeline);

        // A converter stands where its first output goes, or else where its first input comes from.
        foreach (ConverterFlow flow in system.ConverterFlows.OrderBy(f => f.Side == FlowSide.Out ? 0 : 1))
        {
            if (_nodes.ContainsKey(flow.Node))
                _converters.TryAdd(flow.Converter, flow.Node);
        }
    }

    /// <summary>Whether the rows of a table are lines.</summary>
    /// <param name="table">A table.</param>
    public static bool IsLine(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return PackageSchema.ArcTables.Contains(table.Name);
    }

    /// <summary>Whether the rows of a table have a place: nodes, what names a node, arcs, and what has coordinates of its own.</summary>
    /// <param name="table">A table.</param>
    public static bool HasPlace(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return IsLine(table) || table.Name is "nodes" or "compressors" or "converters"
            || (table.IdColumn is not null && table.Column("node") is { Kind: ColumnKind.Text, References: "nodes" });
    }

    /// <summary>The place of a node; null where it has none.</summary>
    /// <param name="node">Id of the node.</param>
    public GeoPoint? Of(string? node) => node is not null && _nodes.TryGetValue(node, out GeoPoint point) ? point : null;

    /// <summary>The line of an arc: its start, its route points, its end, as far as they have places.</summary>
    /// <param name="arc">Id of the arc.</param>
    /// <param name="from">Id of its first node.</param>
    /// <param name="to">Id of its last node.</param>
    /// <returns>Two places at least, or none.</returns>
    public IReadOnlyList<GeoPoint> Line(string arc, string? from, string? to)
    {
        var line = new List<GeoPoint>();
        Add(Of(from));
        foreach (RoutePoint point in _routes.GetValueOrDefault(arc) ?? [])
            Add(new GeoPoint(point.Lon, point.Lat));
        Add(Of(to));
        return line.Count >= 2 ? line : [];

        void Add(GeoPoint? point)
        {
            if (point is { } place && (line.Count == 0 || line[^1] != place))
                line.Add(place);
        }
    }

    /// <summary>The place of a row: one point, the points of its line, or none.</summary>
    /// <param name="table">Its table, one that <see cref="HasPlace"/>.</param>
    /// <param name="row">The row.</param>
    public IReadOnlyList<GeoPoint> Of(TableSchema table, Row row)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (IsLine(table))
            return Line(table.IdOf(row)!, table.Column("from")!.Get(row) as string, table.Column("to")!.Get(row) as string);
        GeoPoint? place = row switch
        {
            Node node => Of(node.Id),
            Compressor { Lon: { } lon, Lat: { } lat } when IsOnEarth(lon, lat) => new GeoPoint(lon, lat),
            Compressor station => Along(station),
            Converter converter => Of(_converters.GetValueOrDefault(converter.Id)),
            _ => Of(table.Column("node")?.Get(row) as string),
        };
        return place is { } point ? [point] : [];
    }

    /// <summary>Whether a row has no coordinates of its own and stands where its distance from the start of a line puts it.</summary>
    /// <param name="row">The row.</param>
    internal static bool IsEstimated(Row row) => row is Compressor { Lon: null } or Compressor { Lat: null };

    /// <summary>The place of a station along its pipeline, by its chainage.</summary>
    private GeoPoint? Along(Compressor station)
    {
        if (station.Chainage is not { } chainage || !_pipelines.TryGetValue(station.Pipeline, out Pipeline? pipeline) || pipeline.Length is not { } length || length.InKilometres() <= 0)
            return null;
        IReadOnlyList<GeoPoint> line = Line(pipeline.Id, pipeline.From, pipeline.To);
        if (line.Count == 0)
            return null;
        double[] ends = new double[line.Count];
        for (int i = 1; i < line.Count; i++)
            ends[i] = ends[i - 1] + Angle(line[i - 1], line[i]);
        double way = Math.Clamp(chainage.InKilometres() / length.InKilometres(), 0, 1) * ends[^1];
        int next = Math.Max(1, Array.FindIndex(ends, e => e >= way));
        double span = ends[next] - ends[next - 1], share = span > 0 ? (way - ends[next - 1]) / span : 0;
        double turn = line[next].Lon - line[next - 1].Lon;
        turn -= 360 * Math.Round(turn / 360);
        double lon = line[next - 1].Lon + (share * turn);
        return new GeoPoint(lon - (360 * Math.Round(lon / 360)), line[next - 1].Lat + (share * (line[next].Lat - line[next - 1].Lat)));
    }

    /// <summary>Angle between two places seen from the centre of a sphere (haversine) [radians].</summary>
    private static double Angle(GeoPoint a, GeoPoint b)
    {
        double lat = Math.Sin(double.DegreesToRadians(b.Lat - a.Lat) / 2), lon = Math.Sin(double.DegreesToRadians(b.Lon - a.Lon) / 2);
        double square = (lat * lat) + (Math.Cos(double.DegreesToRadians(a.Lat)) * Math.Cos(double.DegreesToRadians(b.Lat)) * lon * lon);
        return 2 * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }

    private static bool IsOnEarth(double lon, double lat) => Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90;
}
