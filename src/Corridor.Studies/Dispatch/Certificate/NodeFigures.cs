using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Nodes, carriers and zones of a package by id.</summary>
internal sealed class NodeFigures
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Carrier> _carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly PackageFigures _figures;

    public NodeFigures(EnergySystem system, PackageFigures figures)
    {
        _figures = figures;
        foreach (Node node in system.Nodes)
        {
            if (_nodes.TryAdd(node.Id, node))
                Positions.Add(node.Id, Positions.Count);
        }

        foreach (Carrier carrier in system.Carriers)
            _carriers.TryAdd(carrier.Id, carrier);
        foreach (Zone zone in system.Zones)
            _zones.TryAdd(zone.Id, zone);
    }

    /// <summary>Position of each node in the package's order.</summary>
    public Dictionary<string, int> Positions { get; } = new(StringComparer.Ordinal);

    /// <summary>The carrier that balances at a node, or null.</summary>
    public Carrier? Carrier(string node) => _nodes.TryGetValue(node, out Node? row) ? _carriers.GetValueOrDefault(row.Carrier) : null;

    /// <summary>Zone of a node; empty where there is no such node.</summary>
    public string Zone(string node) => _nodes.TryGetValue(node, out Node? row) ? row.Zone : "";

    /// <summary>Conversion to the units of account of a node.</summary>
    public CarrierBasis? Basis(string node)
    {
        if (_nodes.TryGetValue(node, out Node? row))
            return _figures.Units.Basis(row.Carrier);
        _figures.Report($"Node {node} is not in the package.");
        return null;
    }

    /// <summary>Symbol of a rate at a node.</summary>
    public string RateUnit(string node) => $"{AmountUnit(node)}/d";

    /// <summary>Symbol of the unit of account of a node.</summary>
    public string AmountUnit(string node) => Carrier(node)?.Unit.Symbol ?? "?";

    /// <summary>A zone and the zones that contain it, innermost first.</summary>
    public IEnumerable<Zone> Chain(string? zone)
    {
        for (int depth = 0; zone is not null && depth <= _zones.Count && _zones.TryGetValue(zone, out Zone? row); depth++)
        {
            yield return row;
            zone = row.Parent;
        }
    }

    /// <summary>Whether a zone is another, or a part of it.</summary>
    public bool Inside(string? zone, string area) => zone is not null && (zone == area || Chain(zone).Any(z => z.Id == area));

    /// <summary>The country of a zone: the outermost that contains it and has an ISO code, or the outermost at all.</summary>
    public string Country(string zone) =>
        Chain(zone).LastOrDefault(z => z.Iso is not null)?.Id ?? Chain(zone).LastOrDefault()?.Id ?? zone;
}
