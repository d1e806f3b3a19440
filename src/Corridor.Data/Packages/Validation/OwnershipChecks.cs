using System.Globalization;
using Corridor.Model.Contracts;
using Corridor.Model.Network;

namespace Corridor.Data.Packages.Validation;

/// <summary>Who owns whom, and which zone lies in which.</summary>
internal static class OwnershipChecks
{
    private const double Tolerance = 1e-6;

    internal static void Shares(ValidationContext context)
    {
        IReadOnlyList<Ownership> rows = context.System.Ownerships;
        foreach (IGrouping<string, int> group in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Owned))
        {
            // The sum is largest on a day on which some share starts.
            foreach (int i in group)
            {
                DateOnly day = rows[i].Start ?? DateOnly.MinValue;
                double sum = group.Where(k => !(day < rows[k].Start) && !(day >= rows[k].End)).Sum(k => rows[k].Share);
                if (sum <= 1 + Tolerance)
                    continue;
                string when = rows[i].Start is { } start ? string.Create(CultureInfo.InvariantCulture, $" from {start:yyyy-MM-dd}") : "";
                context.Report(ValidationFindings.OwnershipSum, "ownerships", i, "share", string.Create(CultureInfo.InvariantCulture, $"The shares of '{group.Key}'{when} sum to {sum:0.######}, more than 1."));
                break;
            }
        }
    }

    internal static void Cycles(ValidationContext context)
    {
        IReadOnlyList<Ownership> rows = context.System.Ownerships;
        ILookup<string, string> owned = rows.ToLookup(r => r.Owner, r => r.Owned);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            if (reported.Contains(rows[i].Owner) || Path(owned, rows[i].Owned, rows[i].Owner) is not { } path)
                continue;
            reported.UnionWith(path);
            context.Report(ValidationFindings.OwnershipCycle, "ownerships", i, "owned", $"The owners form a ring: {string.Join(" → ", path.Prepend(rows[i].Owner))}.");
        }
    }

    internal static void ZoneCycles(ValidationContext context)
    {
        for (int i = 0; i < context.System.Zones.Count; i++)
        {
            Zone? zone = context.System.Zones[i];
            string id = zone.Id;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (zone is not null && seen.Add(zone.Id))
                zone = context.Find<Zone>("zones", zone.Parent);
            if (zone?.Id == id)
                context.Report(ValidationFindings.ZoneCycle, "zones", i, "parent", $"The zones contain each other: {string.Join(" in ", seen)} in {id}.");
        }
    }

    /// <summary>A way from one company down to another; null if there is none.</summary>
    private static List<string>? Path(ILookup<string, string> owned, string from, string to)
    {
        var before = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out string? company))
        {
            if (company == to)
            {
                var path = new List<string>();
                for (string? step = company; step is not null; step = before[step])
                    path.Insert(0, step);
                return path;
            }

            foreach (string next in owned[company])
            {
                if (before.TryAdd(next, company))
                    open.Enqueue(next);
            }
        }

        return null;
    }
}
