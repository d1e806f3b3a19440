using System.Globalization;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Says which moment of a package its power grid is, and what of the package the grid leaves out.</summary>
public static class PackageMoment
{
    /// <summary>Adds a finding that names the day (G017) and, where anything is left out, one that counts it (G026).</summary>
    /// <param name="system">The package.</param>
    /// <param name="grid">Its grid, as <see cref="PackageToGrid"/> makes it.</param>
    /// <param name="options">How it was made.</param>
    /// <param name="findings">Takes them.</param>
    public static void Tell(EnergySystem system, PowerGrid grid, PackageGridOptions options, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        string day = (options.Day ?? system.Description.From) is { } date
            ? $"The grid is that of {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: what is in service on that day, with figures that hold all the time and not at a certain hour."
            : "The package has no horizon: the grid has everything that is operating, whatever its dates, with figures that hold all the time and not at a certain hour.";
        findings.Add(FormatFindings.Assumption.At("grid " + grid.Name, SourcePlace.None, day));
        var nodes = new HashSet<string>(grid.Buses.Select(b => b.Id), StringComparer.Ordinal);
        Supply[] supplies = [.. system.Supplies.Where(s => nodes.Contains(s.Node))];
        string[] parts =
        [
            .. Part(supplies.Count(s => s.Profile is not null || s.MinProfile is not null), "profiles of {0} supplies (units count with their full capacity)"),
            .. Part(supplies.Count(s => s.CostProfile is not null), "cost profiles of {0} supplies (their stated cost counts)"),
            .. Part(system.Demands.Count(d => nodes.Contains(d.Node) && d.Profile is not null), "profiles of {0} demands (their annual mean counts)"),
            .. Part(system.Storages.Count(s => nodes.Contains(s.Node)), "levels and losses of {0} storages (they count as units that give or take at no cost)"),
            .. Part(system.ConverterFlows.Where(f => nodes.Contains(f.Node)).Select(f => f.Converter).Distinct(StringComparer.Ordinal).Count(), "{0} converters"),
            .. Part(system.Expansions.Count, "{0} expansions (capacities stand as stated)"),
            .. Part(system.DatedValues.Count, "{0} dated values"),
            .. Part(system.Rules.Count, "rules ({0})"),
        ];
        if (parts.Length > 0)
            findings.Add(FormatFindings.NotCarried.At("grid " + grid.Name, SourcePlace.None, $"The grid leaves out: {string.Join("; ", parts)}.", "For operation over time use corridor run."));
    }

    private static string[] Part(int count, string words) => count == 0 ? [] : [string.Format(CultureInfo.InvariantCulture, words, count)];
}
