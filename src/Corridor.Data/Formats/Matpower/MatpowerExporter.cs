using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Writes the power grid of a package as a MATPOWER case file.</summary>
public sealed class MatpowerExporter : IPackageExporter
{
    /// <inheritdoc/>
    public string Format => "matpower";

    /// <inheritdoc/>
    public string Description => "MATPOWER case file (.m), version 2, of the electricity nodes on the first day of the horizon";

    /// <inheritdoc/>
    /// <exception cref="ExportRefusedException">The package has no power grid, or one that is not complete; the message says what.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public FidelityReport Export(EnergySystem system, string path, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var fidelity = new FidelityReport();
        var findings = new FindingList();
        PowerGrid grid = PackageToGrid.Convert(system, new PackageGridOptions(), fidelity, findings)
            ?? throw new ExportRefusedException("The package has no power grid that is complete. " + string.Join(" ", findings.Items.Where(f => f.Severity == Severity.Error).Take(5).Select(f => $"{f.Subject}: {f.Message}")));
        cancellation.ThrowIfCancellationRequested();
        string text = MatpowerWriter.Write(grid, Path.GetFileNameWithoutExtension(path), Names(system, grid), fidelity);
        LeftOut(system, fidelity);
        cancellation.ThrowIfCancellationRequested();
        OutputFile.Replace(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        return fidelity;
    }

    /// <summary>Names of the nodes; none where they say no more than the ids.</summary>
    private static IReadOnlyList<string> Names(EnergySystem system, PowerGrid grid)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Node node in system.Nodes)
            names.TryAdd(node.Id, node.Name ?? node.Id);
        bool isPlain = grid.Buses.All(b => names[b.Id] == b.Id) && grid.Buses.All(b => b.Id.All(char.IsAsciiDigit));
        return isPlain ? [] : [.. grid.Buses.Select(b => names[b.Id])];
    }

    private static void LeftOut(EnergySystem system, FidelityReport fidelity)
    {
        var carriers = new HashSet<string>(system.Carriers.Where(c => c.Kind == CarrierKind.Electricity).Select(c => c.Id), StringComparer.Ordinal);
        fidelity.Dropped("nodes", "", "A case holds electricity alone", null, system.Nodes.Count(n => !carriers.Contains(n.Carrier)));
        (string Table, int Rows)[] tables = [
            ("pipelines", system.Pipelines.Count), ("transports", system.Transports.Count), ("contracts", system.Contracts.Count), ("rules", system.Rules.Count), ("measures", system.Measures.Count),
            ("projects", system.Projects.Count), ("expansions", system.Expansions.Count), ("outages", system.Outages.Count), ("profiles", system.Profiles.Count), ("dated_values", system.DatedValues.Count),
            ("claims", system.Claims.Count), ("events", system.Events.Count), ("labels", system.Labels.Count), ("interconnections", system.Interconnections.Count), ("transit_fees", system.TransitFees.Count)];
        foreach ((string table, int rows) in tables)
            fidelity.Dropped(table, "", "A case has no such table", null, rows);
    }
}
