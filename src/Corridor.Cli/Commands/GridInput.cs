using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Cli.Commands;

/// <summary>Reads the power grid that a command is about: a MATPOWER case file, or a package.</summary>
internal static class GridInput
{
    /// <summary>Reads it; null if a finding of severity error stands in the way.</summary>
    public static PowerGrid? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        if (path.EndsWith(".m", StringComparison.OrdinalIgnoreCase))
            return MatpowerFile.Read(path, findings)?.ToGrid(findings);
        EnergySystem? system = PackageInput.Read(path, findings, cancellation);
        return system is null || findings.HasErrors ? null : PackageToGrid.Convert(system, new PackageGridOptions(), new FidelityReport(), findings);
    }
}
