using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Mapping;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa;

/// <summary>Makes a package of a network that PyPSA wrote as a folder of CSV files.</summary>
public sealed class PyPsaImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "pypsa";

    /// <inheritdoc/>
    public string Description => "folder of CSV files of PyPSA: buses, generators, loads, lines, links, stores with their series";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        PyPsaFolder? folder = PyPsaFolderReader.Read(request.Path, findings, cancellation);
        return folder is null || findings.HasErrors ? null : PyPsaMapping.Map(folder, findings, cancellation);
    }
}
