using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Cli.Commands;

/// <summary>Reads the power grid that a command is about: a MATPOWER case file, a package, or another program's data.</summary>
internal static class GridInput
{
    /// <summary>Reads it; null if a finding of severity error stands in the way.</summary>
    /// <param name="path">A case file (.m), a package, or a folder of PyPSA.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="format">Another program's format to read; null to tell by name and content.</param>
    public static PowerGrid? Read(string path, FindingList findings, CancellationToken cancellation, string? format = null)
    {
        if (format is null && path.EndsWith(".m", StringComparison.OrdinalIgnoreCase))
            return MatpowerFile.Read(path, findings)?.ToGrid(findings);
        if (format is null && !HydraulicsLines.IsPackage(path) && File.Exists(Path.Combine(path, "buses.csv")))
            format = "pypsa";
        EnergySystem? system = format is null
            ? PackageInput.Read(path, findings, cancellation)
            : ImportInput.Read(format, new ImportRequest(path), findings, cancellation)?.System;
        if (system is null || findings.HasErrors)
            return null;
        var options = new PackageGridOptions();
        PowerGrid? grid = PackageToGrid.Convert(system, options, new FidelityReport(), findings);
        if (grid is not null)
            PackageMoment.Tell(system, grid, options, findings);
        return grid;
    }
}
