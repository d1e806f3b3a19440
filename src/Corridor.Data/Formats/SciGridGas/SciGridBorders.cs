using System.Globalization;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>
/// Maps border points: the capacity that a point states from one country to another bounds the lines that cross this border at its node, or near it. Where several
/// lines cross there, each has its share by capacity; where several points name a line, their capacities add up.
/// </summary>
internal sealed class SciGridBorders
{
    private const double Near = 75;
    private readonly SciGridMapping _mapping;
    private readonly Dictionary<string, Node> _nodes;
    private readonly Dictionary<(string From, string To), List<Pipeline>> _crossings = [];
    private readonly Dictionary<(string Pipe, ArcDirection Direction), Bound> _bounds = [];

    internal SciGridBorders(SciGridMapping mapping)
    {
        _mapping = mapping;
        _nodes = mapping.Nodes.Values.ToDictionary(n => n.Id, StringComparer.Ordinal);
        foreach (Pipeline pipe in mapping.Pipelines)
        {
            (string from, string to) = (_nodes[pipe.From].Zone, _nodes[pipe.To].Zone);
            if (from == to)
                continue;
            Crossing(from, to).Add(pipe);
            if (pipe.ReverseCapacity is not null)
                Crossing(to, from).Add(pipe);
        }
    }

    /// <summary>The interconnections.</summary>
    /// <param name="records">The border points.</param>
    internal IReadOnlyList<Interconnection> Map(IReadOnlyList<SciGridRecord> records)
    {
        foreach (SciGridRecord record in records)
        {
            string node = _mapping.Nodes[record.Nodes[0]].Id;
            foreach (SciGridAttribute attribute in record.Attributes.Where(a => !a.Value.IsAbsent))
                Keep(record, node, attribute);
            string? from = Zone(record, "from_country"), to = Zone(record, "to_country");
            if (from is null || to is null)
            {
                _mapping.Fidelity.Dropped("border points", "", "It names no two countries; its figures are kept as claims about its node.", SciGridMapping.Example(record));
                continue;
            }

            Bind(record, "max_cap_from_to_M_m3_per_d", from, to);
            Bind(record, "max_cap_to_from_M_m3_per_d", to, from);
        }

        return [.. _bounds.Select(Row)];
    }

    private void Keep(SciGridRecord record, string node, SciGridAttribute attribute)
    {
        if (attribute.Name is "exact" || attribute.Name.StartsWith("nuts_id", StringComparison.Ordinal))
        {
            _mapping.Fidelity.Dropped("border points", attribute.Name, SciGridClaims.Unmodelled(attribute.Name));
            return;
        }

        _mapping.Claims.Keep(record, "nodes", node, $"{attribute.Name} of {record.Id}", attribute.Value.Printed());
        if (!attribute.Name.StartsWith("max_cap", StringComparison.Ordinal))
            _mapping.Fidelity.Approximated("border points", attribute.Name, "claims", "Kept as a claim about the node; it has no column and no effect.");
    }

    private void Bind(SciGridRecord record, string name, string from, string to)
    {
        if (record.Number(name) is not { } capacity || !double.IsFinite(capacity) || capacity < 0)
            return;
        List<Pipeline> pipes = Lines(record, from, to);
        if (pipes.Count == 0)
        {
            string why = capacity == 0 ? "It is zero, and no line crosses this border there in this direction." : "No line crosses this border there; the figure is kept as a claim about the node.";
            _mapping.Fidelity.Dropped("border points", name, why, string.Create(CultureInfo.InvariantCulture, $"{SciGridMapping.Example(record)}: {from} to {to} = {capacity:0.###}"));
            return;
        }

        if (pipes.Count == 1)
            _mapping.Fidelity.Exact("border points", name, "interconnections.exit_firm");
        else
            _mapping.Fidelity.Approximated("border points", name, "interconnections.exit_firm", "Several lines cross the border there: each has its share by capacity.", SciGridMapping.Example(record));
        double whole = pipes.Sum(p => p.Capacity.Value);
        foreach (Pipeline pipe in pipes)
        {
            ArcDirection direction = _nodes[pipe.From].Zone == from ? ArcDirection.Forward : ArcDirection.Reverse;
            if (!_bounds.TryGetValue((pipe.Id, direction), out Bound? bound))
                _bounds.Add((pipe.Id, direction), bound = new Bound());
            bound.Capacity += whole > 0 ? capacity * pipe.Capacity.Value / whole : capacity / pipes.Count;
            bound.Points.Add(record);
        }
    }

    /// <summary>Lines from one country to another at a point's node; otherwise the nearest such line within 75 km.</summary>
    private List<Pipeline> Lines(SciGridRecord record, string from, string to)
    {
        if (!_crossings.TryGetValue((from, to), out List<Pipeline>? all))
            return [];
        Node node = _mapping.Nodes[record.Nodes[0]];
        List<Pipeline> here = [.. all.Where(p => p.From == node.Id || p.To == node.Id)];
        if (here.Count > 0)
            return here;
        double? lat = record.Latitudes.Count > 0 ? record.Latitudes[0] : node.Lat, lon = record.Longitudes.Count > 0 ? record.Longitudes[0] : node.Lon;
        if (lat is null || lon is null)
            return [];
        Pipeline nearest = all.MinBy(p => Math.Min(Distance(_nodes[p.From], lat.Value, lon.Value), Distance(_nodes[p.To], lat.Value, lon.Value)))!;
        return Math.Min(Distance(_nodes[nearest.From], lat.Value, lon.Value), Distance(_nodes[nearest.To], lat.Value, lon.Value)) <= Near ? [nearest] : [];
    }

    /// <summary>Distance [km] along a great circle (haversine; radius 6371 km); infinite without coordinates.</summary>
    private static double Distance(Node node, double lat, double lon)
    {
        if (node.Lat is not { } nodeLat || node.Lon is not { } nodeLon)
            return double.PositiveInfinity;
        double half = Math.PI / 360;
        double a = Math.Pow(Math.Sin((lat - nodeLat) * half), 2) + (Math.Cos(lat * 2 * half) * Math.Cos(nodeLat * 2 * half) * Math.Pow(Math.Sin((lon - nodeLon) * half), 2));
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static string? Zone(SciGridRecord record, string attribute) =>
        record.Find(attribute) is { Value: { Kind: PythonKind.Text, Text.Length: 2 } code } ? SciGridMapping.Iso(code.Text.ToUpperInvariant()).ToLowerInvariant() : null;

    private Interconnection Row(KeyValuePair<(string Pipe, ArcDirection Direction), Bound> bound) => new()
    {
        Id = _mapping.Ids.Take(bound.Key.Pipe + (bound.Key.Direction == ArcDirection.Forward ? "" : "-back"), "ic"),
        Name = string.Join(", ", bound.Value.Points.Select(p => p.Name ?? p.Id)),
        Arc = bound.Key.Pipe,
        Direction = bound.Key.Direction,
        ExitFirm = new Rate(bound.Value.Capacity, SciGridMapping.PerDay),
        RateUnit = SciGridMapping.PerDay,
        Source = SciGridMapping.Source,
        Basis = Basis.Derived,
        Note = string.Join("; ", bound.Value.Points.Select(SciGridMapping.Place)),
    };

    private List<Pipeline> Crossing(string from, string to)
    {
        if (!_crossings.TryGetValue((from, to), out List<Pipeline>? pipes))
            _crossings.Add((from, to), pipes = []);
        return pipes;
    }

    private sealed class Bound
    {
        public double Capacity { get; set; }

        public List<SciGridRecord> Points { get; } = [];
    }
}
