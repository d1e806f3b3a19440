using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary>Reads and validates the package that a command is about.</summary>
internal static class PackageInput
{
    /// <summary>Reads and validates; null if there is no package. It is fit for use only without errors.</summary>
    public static EnergySystem? Read(string path, FindingList findings, CancellationToken cancellationToken) => Read(path, new PackagePlaces(), findings, cancellationToken);

    /// <summary>Reads and validates, and remembers where the rows stand; null if there is no package. It is fit for use only without errors.</summary>
    public static EnergySystem? Read(string path, PackagePlaces places, FindingList findings, CancellationToken cancellationToken)
    {
        if (FormatRecognition.Of(path) is { } format)
        {
            findings.Add(PackageFindings.BadArchive.At(path, new SourcePlace(path), $"This is no package; it looks like data in the format {format}.", $"corridor import {format} {path} --out PKG makes a package of it; run, powerflow and opf also read it with --format {format}."));
            return null;
        }

        EnergySystem? system = PackageReader.Read(path, findings, places, cancellationToken);
        if (system is not null)
            PackageValidator.Validate(system, places, findings);
        return system;
    }

    /// <summary>Shows the findings that stand in the way.</summary>
    public static int Refuse(Screen screen, string path, FindingList findings, string consequence)
    {
        FindingsView.Write(screen, findings, Severity.Error, 40);
        screen.Write($"{path}: {FindingsView.Count(findings)}. {consequence}", TextStyle.Bad);
        return ExitCode.Findings;
    }
}
