using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PowerGrids;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Makes packages of MATPOWER case files.</summary>
public sealed class MatpowerImporter : IPackageImporter
{
    private const string SourceId = "matpower-case";

    /// <inheritdoc/>
    public string Format => "matpower";

    /// <inheritdoc/>
    public string Description => "MATPOWER case file (.m), versions 1 and 2";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        if (MatpowerFile.Read(request.Path, findings) is not { } mpc)
            return null;
        cancellation.ThrowIfCancellationRequested();
        if (mpc.ToGrid(findings) is not { } grid)
            return null;
        cancellation.ThrowIfCancellationRequested();
        var fidelity = new FidelityReport();
        var source = new SourceDocument { Id = SourceId, Title = $"MATPOWER case {mpc.Name} ({mpc.File})", Licence = mpc.Licence };
        var options = new GridPackageOptions { Source = source, BusNames = mpc.BusNames, UnitNames = UnitNames(mpc, grid) };
        var system = GridToPackage.Convert(grid, options, fidelity);
        MatpowerFidelity.Report(mpc, grid, fidelity, findings);
        return new ImportResult(system, fidelity);
    }

    /// <summary>Whether every row of the table of units is a unit of the grid, in the same order.</summary>
    internal static bool HasRowForUnit(MatpowerCase mpc, PowerGrid grid) => grid.Units.Count == mpc.Gen.Rows;

    /// <summary>Names of the units of their kind and fuel, where every row of the table is a unit.</summary>
    private static List<string> UnitNames(MatpowerCase mpc, PowerGrid grid)
    {
        var names = new List<string>();
        if (!HasRowForUnit(mpc, grid) || (mpc.GenTypes.Count == 0 && mpc.GenFuels.Count == 0))
            return names;
        for (int i = 0; i < grid.Units.Count; i++)
        {
            var name = new StringBuilder(grid.Units[i].Id);
            if (i < mpc.GenTypes.Count)
                name.Append(' ').Append(mpc.GenTypes[i]);
            if (i < mpc.GenFuels.Count)
                name.Append(' ').Append(mpc.GenFuels[i]);
            names.Add(name.ToString());
        }

        return names;
    }
}
