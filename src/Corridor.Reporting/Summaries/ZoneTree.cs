using Corridor.Model;
using Corridor.Model.Network;

namespace Corridor.Reporting.Summaries;

/// <summary>Zones, the countries that they belong to, and their names.</summary>
public sealed class ZoneTree
{
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);

    /// <summary>Reads the table of zones.</summary>
    /// <param name="system">The package.</param>
    public ZoneTree(EnergySystem system)
    {
        foreach (Zone zone in system.Zones)
            _zones.TryAdd(zone.Id, zone);
        foreach (string id in _zones.Keys)
            _countries[id] = FindCountry(id);
        IsSole = system.Zones is [{ Iso: null } sole]
            && (sole.Name is null || sole.Id == "all" || sole.Name == system.Description.Title || sole.Name == system.Description.Name);
    }

    /// <summary>Whether all is one zone without a country and a name of its own, as in grids and networks of other programs, which know none.</summary>
    public bool IsSole { get; }

    /// <summary>The country of a zone: the outermost zone around it with an ISO code; without one, the outermost zone.</summary>
    /// <param name="zone">Id of a zone; one that the package lacks is its own country.</param>
    public string Country(string zone) => _countries.GetValueOrDefault(zone, zone);

    /// <summary>The name of a zone for people inside a sentence; its id where it has none; "the network" for a zone that is merely the whole.</summary>
    /// <param name="zone">Id of a zone.</param>
    public string Name(string zone) => _zones.GetValueOrDefault(zone) is not { } known ? zone : IsSole ? "the network" : known.Name ?? zone;

    /// <summary>The name of a zone where a sentence begins, or in a table.</summary>
    /// <param name="zone">Id of a zone.</param>
    public string Title(string zone) => IsSole && _zones.ContainsKey(zone) ? "The network" : Name(zone);

    /// <summary>Whether a zone is a border region.</summary>
    /// <param name="zone">Id of a zone.</param>
    public bool IsBorderRegion(string zone) => _zones.GetValueOrDefault(zone)?.BorderRegion ?? false;

    private string FindCountry(string id)
    {
        string outermost = id;
        string? withCode = null;
        string? current = id;
        // A parent chain longer than the table is a cycle, which validation reports; it must not hang a report.
        for (int steps = 0; current is not null && steps <= _zones.Count && _zones.TryGetValue(current, out Zone? zone); steps++)
        {
            outermost = current;
            if (zone.Iso is not null)
                withCode = current;
            current = zone.Parent;
        }

        return withCode ?? outermost;
    }
}
