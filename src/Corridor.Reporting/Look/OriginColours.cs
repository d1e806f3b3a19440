using Corridor.Model;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Look;

/// <summary>
/// Colours of the countries and zones of a package in stacked charts: fixed for the package, and different for any two that can stand in one
/// chart, because both lead to the same place or one leads to the other. Given out greedily to the best connected first, each as near to its
/// own colour (<see cref="Palette.Origin"/>) as may be.
/// </summary>
public sealed class OriginColours
{
    private readonly Dictionary<string, int> _colours = new(StringComparer.Ordinal);

    /// <summary>Gives the colours out.</summary>
    /// <param name="system">The package, before any scenario, so that a country keeps its colour from run to run.</param>
    public OriginColours(EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var zones = new ZoneTree(system);
        Dictionary<string, SortedSet<string>> neighbours = Neighbours(system, zones);
        Dictionary<string, SortedSet<string>> conflicts = Conflicts(neighbours);
        foreach (string id in system.Zones.Select(z => z.Id).Concat(neighbours.Keys).Distinct(StringComparer.Ordinal)
            .OrderByDescending(z => Palette.HasOwn(z)).ThenByDescending(z => zones.Country(z) == z).ThenByDescending(z => conflicts.GetValueOrDefault(z)?.Count ?? 0).ThenBy(z => z, StringComparer.Ordinal))
        {
            _colours[id] = Choose(id, conflicts.GetValueOrDefault(id));
        }
    }

    /// <summary>The colour of a zone, light theme.</summary>
    /// <param name="zone">Id of a country or zone.</param>
    public string Of(string zone) => _colours.TryGetValue(zone, out int colour) ? Palette.OriginAt(colour) : Palette.Origin(zone);

    private int Choose(string id, SortedSet<string>? conflicts)
    {
        var uses = new int[Palette.OriginCount];
        foreach (string other in conflicts ?? [])
        {
            if (_colours.TryGetValue(other, out int taken))
                uses[taken]++;
        }

        int own = Palette.OriginIndex(id);
        if (Palette.HasOwn(id))
            return own;
        // The reserved colours stay with those they belong to; with more neighbours than colours the least used one repeats.
        return Enumerable.Range(0, Palette.OriginCount).Where(c => !Palette.IsReserved(c)).OrderBy(c => uses[c]).ThenBy(c => (c - own + Palette.OriginCount) % Palette.OriginCount).First();
    }

    /// <summary>Zones and countries that arcs lead from, by where they lead to.</summary>
    private static Dictionary<string, SortedSet<string>> Neighbours(EnergySystem system, ZoneTree zones)
    {
        Dictionary<string, string> zoneOf = new(StringComparer.Ordinal);
        foreach (Model.Network.Node node in system.Nodes)
            zoneOf.TryAdd(node.Id, node.Zone);
        var neighbours = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        IEnumerable<(string From, string To)> arcs =
            [.. system.Pipelines.Select(p => (p.From, p.To)), .. system.PowerLines.Select(l => (l.From, l.To)), .. system.Transports.Select(t => (t.From, t.To))];
        foreach ((string from, string to) in arcs)
        {
            if (!zoneOf.TryGetValue(from, out string? a) || !zoneOf.TryGetValue(to, out string? b))
                continue;
            Join(a, b);
            Join(zones.Country(a), zones.Country(b));
        }

        return neighbours;

        void Join(string a, string b)
        {
            if (a == b)
                return;
            Of(a).Add(b);
            Of(b).Add(a);
        }

        SortedSet<string> Of(string zone)
        {
            if (!neighbours.TryGetValue(zone, out SortedSet<string>? set))
                neighbours.Add(zone, set = new SortedSet<string>(StringComparer.Ordinal) { zone });
            return set;
        }
    }

    private static Dictionary<string, SortedSet<string>> Conflicts(Dictionary<string, SortedSet<string>> neighbours)
    {
        var conflicts = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (SortedSet<string> together in neighbours.Values)
        {
            foreach (string a in together)
            {
                if (!conflicts.TryGetValue(a, out SortedSet<string>? set))
                    conflicts.Add(a, set = new SortedSet<string>(StringComparer.Ordinal));
                set.UnionWith(together);
                set.Remove(a);
            }
        }

        return conflicts;
    }
}
