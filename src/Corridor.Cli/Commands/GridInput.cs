using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.Matpower;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.Exchange;

namespace Corridor.Cli.Commands;

/// <summary>Reads the power grid that a command is about: a MATPOWER case file, a package, or another program's data.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Fidelity">What was kept on the way to it.</param>
internal sealed record GridInput(PowerGrid Grid, GridFidelity Fidelity)
{
    /// <summary>Reads it; null if a finding of severity error stands in the way.</summary>
    /// <param name="session">The session.</param>
    /// <param name="path">A case file (.m), a package, or another program's data.</param>
    /// <param name="format">Another program's format to read; null to tell by name and content.</param>
    /// <param name="quiet">Whether nothing is told.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static GridInput? Read(Session session, string path, string? format, bool quiet, FindingList findings)
    {
        if (format is null && path.EndsWith(".m", StringComparison.OrdinalIgnoreCase))
        {
            PowerGrid? stated = MatpowerFile.Read(path, findings)?.ToGrid(findings);
            return stated is null || findings.HasErrors ? null : new GridInput(stated, new GridFidelity(null, null));
        }

        format ??= ImportInput.Recognise(session, path, quiet);
        ImportResult? import = format is null ? null : ImportInput.Read(format, new ImportRequest(path), findings, session.Stopped);
        if (import is not null && !ImportInput.IsWhole(import, path, findings))
            return null;
        EnergySystem? system = format is null ? PackageInput.Read(path, findings, session.Stopped) : import?.System;
        if (system is null || findings.HasErrors)
            return null;
        var options = new PackageGridOptions();
        var fidelity = new FidelityReport();
        if (PackageToGrid.Convert(system, options, fidelity, findings) is not { } grid || findings.HasErrors)
            return null;
        PackageMoment.Tell(system, grid, options, findings);
        return findings.HasErrors ? null : new GridInput(grid, new GridFidelity(import?.Fidelity, fidelity));
    }
}
