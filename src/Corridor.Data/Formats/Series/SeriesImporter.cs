using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Series;

/// <summary>Makes a package of prices or measured flows: tables to put beside those of a network.</summary>
public sealed class SeriesImporter : IPackageImporter
{
    /// <inheritdoc/>
    public string Format => "series";

    /// <inheritdoc/>
    public string Description => "prices and flows: World Bank pink sheet, EIA, ENTSOG, or series,month,value,unit";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        var mapping = new SeriesMapping();
        foreach (string path in (IEnumerable<string>)[request.Path, .. request.Others])
        {
            if (SeriesReader.Read(path, findings, cancellation) is { } file)
                mapping.Take(file, findings);
        }

        return findings.HasErrors ? null : mapping.Finish(findings);
    }
}
