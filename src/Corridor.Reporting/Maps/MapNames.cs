using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Maps;

/// <summary>Names on a map: in the reader's language where the package has them, and short.</summary>
internal sealed class MapNames
{
    private const int LongestPlace = 30;
    private const int LongestRoute = 28;

    private readonly EnergySystem _system;
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly ZoneTree _tree;

    public MapNames(EnergySystem system, string language)
    {
        _system = system;
        _tree = new ZoneTree(system);
        foreach (Zone zone in system.Zones)
            _zones.TryAdd(zone.Id, zone);
        foreach (Label label in system.Labels.Where(l => l.Language == language))
            _labels.TryAdd(label.Id, label.Text);
    }

    /// <summary>The full name of an element.</summary>
    public string Of(string id, string? name) => _labels.GetValueOrDefault(id) ?? name ?? id;

    /// <summary>The name of an arc, cut before a comma where it is too long for a label; null where nothing short remains.</summary>
    public string? Short(string id, string? name)
    {
        string? text = _labels.GetValueOrDefault(id) ?? name;
        // A bare number, as other programs name their lines, says nothing on a map.
        if (text is null || text.All(char.IsAsciiDigit))
            return null;
        string cut = Cut(text, text.Contains(", ", StringComparison.Ordinal) ? 0 : LongestRoute);
        string rest = text[cut.Length..];
        // Half of a list would name one line for many: "France, Benelux–Germany" is no "France". What qualifies a name may go: a section, a voltage.
        bool list = !rest.StartsWith(" A, ", StringComparison.Ordinal) && !rest.StartsWith(" 1, ", StringComparison.Ordinal)
            && (rest.Count(c => c == ',') > 1 || (rest.Length > 0 && Dashed(rest) == Dashed(cut) && !rest.Contains("kV", StringComparison.Ordinal)));
        // Names made of ids ("LNG ships qa-raslaffan to cn-east") say nothing that the map does not show.
        return list || cut.Length > LongestRoute || text.Contains(" to ", StringComparison.Ordinal) || text.Contains(" by ", StringComparison.Ordinal) ? null : cut;
    }

    /// <summary>The name of a place: the node's, its first part where it is long, or the zone's.</summary>
    public string Place(string id, string? name, string zone)
    {
        if (_labels.TryGetValue(id, out string? label))
            return label;
        string text = name ?? _tree.Name(zone);
        string cut = Cut(text, LongestPlace);
        return cut.Length <= LongestPlace ? cut : Cut(_tree.Name(zone), LongestPlace);
    }

    /// <summary>The country of a zone, and whether it is one with a code.</summary>
    public (string Name, bool IsCountry) Country(string zone)
    {
        string country = _tree.Country(zone);
        return (_labels.GetValueOrDefault(country) ?? Plain(_tree.Name(country)), _zones.GetValueOrDefault(country)?.Iso is not null);
    }

    /// <summary>The outermost zones with a code and a place for the label.</summary>
    public IEnumerable<MapCountry> Countries() => _system.Zones
        .Where(z => z is { Iso: not null, Lon: not null, Lat: not null } && _tree.Country(z.Id) == z.Id)
        .Select(z => new MapCountry(_labels.GetValueOrDefault(z.Id) ?? Plain(z.Name ?? z.Id), new MapCoordinate(z.Lon!.Value, z.Lat!.Value)));

    private static bool Dashed(string text) => text.Contains('–', StringComparison.Ordinal);

    private static string Plain(string text)
    {
        int bracket = text.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? text : text[..bracket];
    }

    private static string Cut(string text, int longest)
    {
        string plain = Plain(text);
        int comma = plain.IndexOf(", ", StringComparison.Ordinal);
        if (plain.Length <= longest || comma < 0)
            return plain;
        string cut = plain[..comma];
        // "Lines A, B, C": a letter or figure that begins a list goes with it.
        return cut.Length > 2 && cut[^2] == ' ' ? cut[..^2] : cut;
    }
}
