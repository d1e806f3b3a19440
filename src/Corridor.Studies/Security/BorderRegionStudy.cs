using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Security;

/// <summary>
/// Border regions in a crisis: who was served and who was cut off, for how many days, what helped, and what would have. It reads a result and changes
/// nothing. docs/mathematics/border-regions.md defines every figure.
/// </summary>
public static class BorderRegionStudy
{
    /// <summary>Share of a demand that must be lacking in a period for it to be short: below it is the solver's rounding, or nothing that anyone notices.</summary>
    public const double ShortShare = 1e-3;

    /// <summary>The border regions of a package, in the order of its zones, by carrier in the order of its carriers.</summary>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="result">Its result.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<RegionSupply> Run(EnergySystem system, DispatchResult result)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(result);
        var regions = new List<RegionSupply>();
        foreach (Zone zone in system.Zones.Where(z => z.BorderRegion))
        {
            foreach (Carrier carrier in system.Carriers)
            {
                HashSet<int> nodes = [.. Enumerable.Range(0, result.Network.Nodes.Count).Where(n => result.Network.Nodes[n].Zone == zone.Id && result.Network.Nodes[n].Carrier == carrier.Id)];
                if (nodes.Count > 0)
                    regions.Add(new RegionLook(system, result, zone.Id, carrier.Id, nodes).Describe());
            }
        }

        return regions;
    }

    /// <summary>When a demand is short.</summary>
    /// <param name="periods">Periods.</param>
    /// <param name="demand">Demand by period, a rate.</param>
    /// <param name="curtailed">Curtailed by period, in the same unit, as long as <paramref name="demand"/>.</param>
    public static ShortTime ShortOf(IReadOnlyList<Period> periods, double[] demand, double[] curtailed)
    {
        double days = 0, worst = 0;
        DateTime? first = null, last = null, worstDay = null;
        // A demand that is almost nothing in a period is no measure of what is lacking in it.
        double least = demand.Length == 0 ? 0 : 1e-6 * demand.Max();
        for (int t = 0; t < demand.Length; t++)
        {
            if (demand[t] <= least || curtailed[t] <= ShortShare * demand[t])
                continue;
            days += periods[t].Days;
            first ??= periods[t].Start;
            last = periods[t].End;
            double share = Math.Min(1, curtailed[t] / demand[t]);
            // The share of a long outage wanders in its last digits; the first day of the worst is meant.
            if (share > worst + 1e-4)
                (worst, worstDay) = (share, periods[t].Start);
        }

        return first is null ? ShortTime.Never : new ShortTime(days, first, last, worstDay, worst);
    }
}
