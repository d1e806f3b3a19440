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
            Converter converter => Of(_converters.GetValueOrDefault(converter.Id)),
            _ => Of(table.Column("node")?.Get(row) as string),
        };
        return place is { } point ? [point] : [];
    }

    private static bool IsOnEarth(double lon, double lat) => Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90;
}
