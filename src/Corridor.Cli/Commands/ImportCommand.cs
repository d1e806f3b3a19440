using System.CommandLine;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor import FORMAT PATH --out PKG</c>: makes a package of another program's data.</summary>
internal static class ImportCommand
{
    private const string ReportName = "fidelity.json";
    private static readonly string[] Several = ["gaslib", "gem", "series"];
    private static readonly string[] ByCountry = ["gem", "scigrid"];

    public static Command Create(Session session)
    {
        var format = new Argument<string>("FORMAT") { Description = "Format: " + string.Join(", ", ExchangeFormats.Importers.Select(i => i.Format)) + "." };
        var paths = new Argument<string[]>("PATH") { Description = "File or folder; for gem several files of its trackers.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out") { Description = "Folder of the package to make; one made by an import is replaced.", HelpName = "PKG", Required = true };
        var into = new Option<string?>("--into") { Description = "Package to put the rows into; the result goes to --out, which may be the same folder.", HelpName = "PKG" };
        Option<string?> countries = CountriesOption();
        Option<string?> mapping = MappingOption();
        var all = new Option<bool>("--all") { Description = "Print every entry of the fidelity report." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as one JSON object, and nothing else." };
        var command = new Command("import", "Make a package of another program's data, and say what was lost.") { format, paths, folder, into, countries, mapping, all, json };
        CommandTree.WithExamples(
            command,
            [
                "corridor import pypsa networks/elec --out mine",
                "corridor import gem ggit.xlsx --countries RU,KZ,CN,MN --out mine",
                "corridor import excel mine.xlsx --out mine",
                "corridor import series pink-sheet.xlsx --into mine --out mine",
                "Formats:",
                .. ExchangeFormats.Importers.Select(i => $"  {i.Format,-12} {i.Description}"),
                "The fidelity report stays in the package as fidelity.json.",
                "Exit codes: 0 fine, 1 errors in the data, 2 usage, 3 cannot be written.",
            ]);
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetRequiredValue(paths);
            RefuseUseless(parsed.GetRequiredValue(format), given, parsed.GetValue(countries), parsed.GetValue(mapping));
            var request = new ImportRequest(given[0]) { Others = given[1..], Countries = Countries(parsed.GetValue(countries)), Mapping = parsed.GetValue(mapping) };
            return Execute(session, parsed.GetRequiredValue(format), request, parsed.GetRequiredValue(folder), parsed.GetValue(into), parsed.GetValue(all), parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>The option that names the format of another program's data.</summary>
    /// <param name="argument">The argument that holds them.</param>
    public static Option<string?> FormatOption(string argument) => new("--format") { Description = $"{argument} is another program's data in this format, such as pypsa; told by names and content where left out, if they tell. corridor import --help lists the formats.", HelpName = "FORMAT" };

    /// <summary>The option that names countries.</summary>
    public static Option<string?> CountriesOption() => new("--countries") { Description = "Countries to take, as ISO codes: RU,KZ,CN,MN. All where left out.", HelpName = "CODES" };

    /// <summary>The option that names the mapping of plain CSV files.</summary>
    public static Option<string?> MappingOption() => new("--mapping") { Description = "For csv: file that says which column is what.", HelpName = "FILE" };

    /// <summary>Refuses what a format has no use for: an option unknown and so taken for a path, further paths, countries, a mapping.</summary>
    /// <exception cref="UsageException">Something of it is there.</exception>
    public static void RefuseUseless(string format, IReadOnlyList<string> paths, string? countries, string? mapping)
    {
        if (paths.FirstOrDefault(p => p.StartsWith("--", StringComparison.Ordinal)) is { } option)
            throw new UsageException($"There is no option '{option}'.");
        if (paths.Count > 1 && !Several.Contains(format))
            throw new UsageException($"{format} reads one file or folder; '{paths[1]}' is one more.");
        if (countries is not null && !ByCountry.Contains(format))
            throw new UsageException($"--countries is of use for {string.Join(", ", ByCountry)}, not for {format}.");
        if (mapping is not null && format != "csv")
            throw new UsageException($"--mapping is of use for csv, not for {format}.");
    }

    /// <summary>Country codes of an option.</summary>
    /// <exception cref="UsageException">One is none.</exception>
    public static IReadOnlyList<string> Countries(string? text)
    {
        if (text is null)
            return [];
        string[] codes = [.. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(c => c.ToUpperInvariant())];
        if (codes.Length == 0)
            throw new UsageException("--countries names none; write ISO codes such as RU,KZ.");
        foreach (string code in codes)
        {
            if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper))
                throw new UsageException($"'{code}' is no country: --countries takes two-letter ISO codes such as RU,KZ.");
        }

        return [.. codes.Distinct()];
    }

    private static int Execute(Session session, string format, ImportRequest request, string folder, string? into, bool all, bool json)
    {
        ImportInput.Importer(format);
        RefuseFolder(folder, request, into);
        var findings = new FindingList();
        ImportResult? result = into is null ? ImportInput.Read(format, request, findings, session.Stopped) : Merge(format, request, into, findings, session.Stopped);
        session.Stopped.ThrowIfCancellationRequested();
        session.Target = folder;
        if (result is not null)
        {
            try
            {
                PackageWriter.Write(result.System, folder, new Dictionary<string, byte[]> { [ReportName] = ExchangeJson.Write(format, result.Fidelity) });
            }
            catch (ArgumentException refusal)
            {
                findings.Add(ImportInput.Unwritable(request.Path, refusal));
                result = null;
            }
        }

        session.Target = null;
        if (json)
            session.Terminals.OutBytes(ExchangeJson.Write(format, request.Path, result is null ? null : folder, result?.System, result?.Fidelity, findings));
        if (result is null)
        {
            return json ? ExitCode.Findings : PackageInput.Refuse(session.Terminals.Error, request.Path, findings, "Nothing was written.");
        }

        if (!json)
            Tell(session.Terminals.Out, result, folder, findings, all);
        return ExitCode.Fine;
    }

    /// <summary>The rows imported, put into a package that is there; checked together.</summary>
    private static ImportResult? Merge(string format, ImportRequest request, string into, FindingList findings, CancellationToken cancellation)
    {
        EnergySystem? system = PackageInput.Read(into, findings, cancellation);
        if (system is null || findings.HasErrors || ImportInput.Importer(format).Import(request, findings, cancellation) is not { } part || findings.HasErrors)
            return null;
        if (PackageMerge.Merge(system, part, findings) is not { } merged)
            return null;
        var whole = new ImportResult(merged, part.Fidelity);
        return ImportInput.IsValid(whole, findings) ? whole : null;
    }

    private static void Tell(Screen screen, ImportResult result, string folder, FindingList findings, bool all)
    {
        FindingsView.Write(screen, findings, Severity.Warning, 10);
        FidelityView.Write(screen, result.Fidelity, all);
        string tables = string.Join(", ", PackageSchema.Tables.Where(t => t.RowsOf(result.System).Count > 0).Select(t => $"{NumberText.Count(t.RowsOf(result.System).Count)} {t.Name}"));
        screen.Write($"{folder}: {tables}.", TextStyle.Good);
        screen.Write($"  corridor check {folder}    finds what is doubtful in it", TextStyle.Quiet);
        screen.Write(result.IsPart ? "  It is a part of a package: --into PKG puts it into one." : $"  corridor run {folder}      dispatches it", TextStyle.Quiet);
    }

    /// <summary>A folder that holds something else than an imported package is not replaced.</summary>
    private static void RefuseFolder(string folder, ImportRequest request, string? into)
    {
        OutputPlace.Folder("--out", folder);
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        foreach (string path in (IEnumerable<string>)[request.Path, .. request.Others])
        {
            string read = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (read == full || read.StartsWith(full + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new UsageException($"{folder} holds what is to be read; name another folder with --out.");
        }

        bool isSame = into is not null && Path.TrimEndingDirectorySeparator(Path.GetFullPath(into)) == full;
        if (!isSame && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, ReportName)))
            throw new UsageException($"{folder} exists and was made by no import; name another folder with --out, or empty it.");
    }
}
