using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Cli.Commands;

/// <summary>Reads another program's data as a package, for the commands that take <c>--format</c>.</summary>
internal static class ImportInput
{
    /// <summary>The importer of a format.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IPackageImporter Importer(string format)
    {
        if (ExchangeFormats.Importer(format) is { } importer)
            return importer;
        string[] known = [.. ExchangeFormats.Importers.Select(i => i.Format)];
        string near = Suggestion.Ask(format, known) is { } ask ? " " + ask : "";
        throw new UsageException($"There is no importer '{format}'.{near} The formats are {string.Join(", ", known)}.");
    }

    /// <summary>Reads and validates; null if a finding of severity error stands in the way.</summary>
    public static ImportResult? Read(string format, ImportRequest request, FindingList findings, CancellationToken cancellation)
    {
        ImportResult? result = Importer(format).Import(request, findings, cancellation);
        if (result is null || findings.HasErrors)
            return null;
        PackageValidator.Validate(result.System, new PackagePlaces(), findings);
        return findings.HasErrors ? null : result;
    }
}
