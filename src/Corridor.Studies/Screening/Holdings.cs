using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Screening;

/// <summary>
/// What actors hold of companies on a day. Half or more counts as control, and what a controlled company holds counts whole; several holders
/// count together (OFAC's guidance of 13 August 2014 on entities owned by blocked persons).
/// </summary>
internal sealed class Holdings
{
    private readonly Ownership[] _links;

    public Holdings(EnergySystem system, DateOnly day) => _links = [.. system.Ownerships.Where(o => !(day < o.Start) && !(day >= o.End))];

    /// <summary>Companies of which the holders have a part, by id, with the share [1] that they and those they control hold directly. The holders are left out.</summary>
    /// <param name="holders">Ids of actors.</param>
    public SortedDictionary<string, double> Of(IReadOnlyCollection<string> holders)
    {
        var controlled = new HashSet<string>(holders, StringComparer.Ordinal);
        while (true)
        {
            var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (Ownership link in _links)
            {
                if (controlled.Contains(link.Owner) && !holders.Contains(link.Owned) && link.Owner != link.Owned)
                    shares[link.Owned] = shares.GetValueOrDefault(link.Owned) + link.Share;
            }

            int before = controlled.Count;
            controlled.UnionWith(shares.Where(s => IsControl(s.Value)).Select(s => s.Key));
            if (controlled.Count == before)
                return shares;
        }
    }

    /// <summary>Whether a share is control.</summary>
    public static bool IsControl(double share) => OwnershipGraph.IsControl(share);
}
