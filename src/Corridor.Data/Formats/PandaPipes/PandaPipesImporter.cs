using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GasPackages;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>Imports a network of pandapipes.</summary>
public sealed class PandaPipesImporter : IPackageImporter
{
    private const double NormMolarVolume = 8.31446261815324 * 273.15 / 101_325;
    private static readonly HashSet<string> Known = new(["name", "junction", "from_junction", "to_junction", "mdot_kg_per_s", "scaling", "in_service", "length_km", "diameter_m", "inner_diameter_mm", "k_mm", "opened", "type"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Format => "pandapipes";

    /// <inheritdoc/>
    public string Description => "pandapipes gas network (.json)";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        if (GasNetworkInput.Read(request.Path, new GasNetworkInputOptions { NeedsNomination = false }, findings) is not { } input)
            return null;
        cancellation.ThrowIfCancellationRequested();
        string name = Path.GetFileName(input.Files[0]);
        if (input.PandaPipes is not { } pipes)
        {
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"'{name}' is no network of pandapipes but one of {input.Format}."));
            return null;
        }

        var fidelity = new FidelityReport();
        foreach ((string table, PandaPipesFrame frame) in pipes.Tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            foreach (string column in frame.Columns.Where(c => !Known.Contains(c)))
                fidelity.Dropped(table, column, "A dispatch has no place for it.", null, frame.Count);
        }

        GasQuality gas = input.Network.Gas;
        var package = new GasPackage(input.Network, gas.NormDensity ?? gas.MolarMass / NormMolarVolume, "network", fidelity)
        {
            Title = Path.GetFileNameWithoutExtension(name),
            Document = new SourceDocument { Id = "pandapipes", Title = $"pandapipes network {name}", Language = "en" },
        };
        return package.Make(findings) is { } system ? new ImportResult(system, fidelity) : null;
    }
}
