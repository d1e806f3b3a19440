using Corridor.Data.Formats;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Data.Packages.Validation;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Reporting.Terminal;

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

    /// <summary>The format that a file or folder has by its names and first bytes, which is told in a line; null for a package and for what cannot be told.</summary>
    /// <param name="session">The session.</param>
    /// <param name="path">File or folder.</param>
    /// <param name="quiet">Whether nothing is told.</param>
    public static string? Recognise(Session session, string path, bool quiet)
    {
        string? format = FormatRecognition.Of(path);
        if (format is not null && !quiet)
            session.Terminals.Error.Write($"{path} is no package; it is read as --format {format}.", TextStyle.Quiet);
        return format;
    }

    /// <summary>Reads and validates; null if a finding of severity error stands in the way.</summary>
    /// <param name="format">The format.</param>
    /// <param name="request">What to read.</param>
    /// <param name="findings">Collects what was found.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="read">Told of the system as it was read, before it is validated; null if nobody asks.</param>
    public static ImportResult? Read(string format, ImportRequest request, FindingList findings, CancellationToken cancellation, Action<EnergySystem>? read = null)
    {
        ImportResult? result = Importer(format).Import(request, findings, cancellation);
        if (result is null || findings.HasErrors)
            return null;
        read?.Invoke(result.System);
        return IsValid(result, findings) ? result : null;
    }

    /// <summary>What a package cannot hold although a file can: a control character in a name, a figure that is not finite.</summary>
    /// <param name="path">What was read.</param>
    /// <param name="refusal">Why it cannot be written.</param>
    public static Finding Unwritable(string path, ArgumentException refusal) =>
        FormatFindings.NotWellFormed.At(path, new SourcePlace(Path.GetFileName(path)), $"The data hold what no package can: {refusal.Message}", "Look for control characters in names and for figures without end.");

    /// <summary>Whether what was read can be run; a part of a package is told as a finding.</summary>
    /// <param name="result">What was read.</param>
    /// <param name="path">What it was read from.</param>
    /// <param name="findings">Takes the finding.</param>
    public static bool IsWhole(ImportResult result, string path, FindingList findings)
    {
        if (result.IsPart)
            findings.Add(ValidationFindings.MissingTable.At(path, new SourcePlace(Path.GetFileName(path)), $"'{path}' holds a part of a package only: it has no nodes, so that nothing can be run.", "`corridor import FORMAT PATH --into PKG --out NEW` puts it into a package."));
        return !result.IsPart;
    }

    /// <summary>Validates a package that was imported; of a part of one no tables are demanded.</summary>
    public static bool IsValid(ImportResult result, FindingList findings)
    {
        if (!result.IsPart)
        {
            PackageValidator.Validate(result.System, new PackagePlaces(), findings);
            return !findings.HasErrors;
        }

        var found = new FindingList();
        PackageValidator.Validate(result.System, new PackagePlaces(), found);
        findings.AddRange(found.Items.Where(f => f.Code != ValidationFindings.MissingTable.Code));
        return !findings.HasErrors;
    }
}
