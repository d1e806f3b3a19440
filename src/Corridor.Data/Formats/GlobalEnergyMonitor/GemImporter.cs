using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>
/// Imports the trackers of Global Energy Monitor: gas, hydrogen, oil and NGL pipelines, LNG terminals, coal terminals, from
/// workbooks, text files or a folder of them. What is assumed beyond them stands in docs/formats/gem.md.
/// </summary>
public sealed class GemImporter : IPackageImporter
{
    private static readonly string[] Endings = [".xlsx", ".csv", ".tsv", ".txt"];

    /// <inheritdoc/>
    public string Format => "gem";

    /// <inheritdoc/>
    public string Description => "Global Energy Monitor: workbooks and CSV files of its pipeline and terminal trackers.";

    /// <inheritdoc/>
    public ImportResult? Import(ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        int before = findings.Errors;
        var tables = new List<GemTable>();
        foreach (string path in (IEnumerable<string>)[request.Path, .. request.Others])
        {
            cancellation.ThrowIfCancellationRequested();
            if (Directory.Exists(path))
                ReadFolder(path, tables, findings, cancellation);
            else if (!FormatRecognition.IsAnother(path, Format, "tracker of Global Energy Monitor", findings))
                tables.AddRange(GemFiles.Read(path, findings, cancellation));
        }

        return findings.Errors > before || tables.Count == 0 ? null : new GemMapping(findings).Map(tables, request.Countries, cancellation);
    }

    /// <summary>Reads the tables of a folder; files that are none of a tracker are told and passed over.</summary>
    private static void ReadFolder(string path, List<GemTable> tables, FindingList findings, CancellationToken cancellation)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(path).Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(FormatFindings.Unreadable.At(name, new SourcePlace(name), $"The folder cannot be read: {problem.Message}"));
            return;
        }

        int count = tables.Count;
        foreach (string file in files)
        {
            var own = new FindingList();
            tables.AddRange(GemFiles.Read(file, own, cancellation));
            foreach (Finding finding in own.Items)
            {
                bool isOther = finding.Code == FormatFindings.UnknownFormat.Code;
                findings.Add(isOther ? FormatFindings.LeftOut.At(finding.Subject, finding.Place, finding.Message, finding.Hint) : finding);
            }
        }

        if (tables.Count == count)
            findings.Add(FormatFindings.UnknownFormat.At(name, new SourcePlace(name), $"The folder '{name}' has no table of a tracker.", "Give the files themselves."));
    }
}
