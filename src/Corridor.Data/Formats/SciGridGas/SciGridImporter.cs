using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Imports a folder of SciGRID_gas.</summary>
public sealed class SciGridImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "scigrid";

    /// <inheritdoc/>
    public string Description => "SciGRID_gas folder: CSV tables of nodes, pipes and components, or the graph derived from them";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        if (SciGridFolder.Read(request.Path, findings, cancellation) is not { } folder)
            return null;
        var mapping = new SciGridMapping(folder, request.Countries, findings, cancellation);
        return mapping.Map() is { } system ? new ImportResult(system, mapping.Fidelity) : null;
    }
}
