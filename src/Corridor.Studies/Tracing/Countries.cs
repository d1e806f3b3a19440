using Corridor.Model.Network;

namespace Corridor.Studies.Tracing;

/// <summary>Dense numbers of the countries of a package's zones: the outermost zone around a zone with an ISO code, or the outermost at all.</summary>
internal sealed class Countries
{
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ofZone = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    public Countries(IEnumerable<Zone> zones)
    {
        foreach (Zone zone in zones)
            _zones.TryAdd(zone.Id, zone);
    }

    /// <summary>Ids, in the order of first use.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The number of the country of a zone; a zone that the table lacks is its own country.</summary>
    public int Of(string zone)
    {
        if (_ofZone.TryGetValue(zone, out int known))
            return known;
        string country = Find(zone);
        int index = _ids.IndexOf(country);
        if (index < 0)
        {
            index = _ids.Count;
            _ids.Add(country);
        }

        _ofZone.Add(zone, index);
        return index;
    }

    private string Find(string id)
    {
        string outermost = id;
        string? coded = null;
        string? current = id;
        for (int steps = 0; current is not null && steps <= _zones.Count && _zones.TryGetValue(current, out Zone? zone); steps++)
        {
            outermost = current;
            coded = zone.Iso is null ? coded : current;
            current = zone.Parent;
        }

        return coded ?? outermost;
    }
}
