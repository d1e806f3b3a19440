using System.CommandLine;
using Corridor.Data.Formats;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor export PKG</c>: writes a package in another program's format, or the program that a run would solve.</summary>
internal static class ExportCommand
{
    private const string Mps = "mps";

    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it; or the folder of a run, whose results are written as excel or geojson." };
        var mps = new Option<string?>("--mps") { Description = "Write the linear program of a run in free MPS format; compressed where it ends in .gz.", HelpName = "FILE" };
        var format = new Option<string?>("--format") { Description = "Format to write: " + string.Join(", ", Formats()) + ".", HelpName = "FORMAT" };
        var target = new Option<string?>("--out") { Description = "File or folder to write; one there is replaced.", HelpName = "PATH" };
        var json = new Option<bool>("--json") { Description = "Print the fidelity report as one JSON object, and nothing else." };
        Option<string[]> scenarios = RunCommand.ScenarioOption();
        Option<DateOnly?> from = RunCommand.DateOption("--from", "First day, such as 2025-01-01. That of the scenario or of the package where left out.");
        Option<DateOnly?> to = RunCommand.DateOption("--to", "First day after the span, such as 2026-01-01.");
        Option<string?> step = RunCommand.StepOption();
        var command = new Command("export", "Write a package or the results of a run for other programs, or the linear program of a run.") { package, format, target, mps, scenarios, from, to, step, json };
        CommandTree.WithExamples(
            command,
            "corridor export mine --format pypsa --out mine-pypsa      a folder that PyPSA reads",
            "corridor export mine --format excel --out mine.xlsx       a workbook to edit and import again",
            "corridor export runs/mine --format geojson --out map.json  the flows of a run, for a map program",
            "corridor export data/eurasia --mps eurasia.mps.gz --step month",
            "corridor export mine --mps mine.mps --scenario cold-winter",
            "Exit codes: 0 fine, 1 errors in the package or what the format cannot hold, 2 usage, 3 cannot be written.");
        command.SetAction(parsed =>
        {
            var asked = (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(step) is { } length ? (TimeStep?)Enum.Parse<TimeStep>(length, ignoreCase: true) : null);
            string path = parsed.GetRequiredValue(package);
            string[] names = parsed.GetValue(scenarios) ?? [];
            string? kind = parsed.GetValue(format), place = parsed.GetValue(target), program = parsed.GetValue(mps);
            bool asJson = parsed.GetValue(json);
            if (kind is not null && program is not null)
                throw new UsageException("Give --format with --out, or --mps, not both.");
            if (program is not null && place is not null)
                throw new UsageException("--out has no effect with --mps, which names the file itself; leave it out.");
            if ((kind ?? program) is null)
                throw new UsageException($"Say what to write: --format {string.Join("|", Formats())} with --out PATH, or --mps FILE.");
            IPackageExporter? exporter = kind is null or Mps ? null : Exporter(kind);
            if (kind is not null && place is null)
                throw new UsageException($"--format {kind} needs --out PATH, which names what to write.");
            if (ExportRun.IsRun(path))
            {
                RefuseUseless("a run, whose results are written as they are", [("--scenario", names.Length > 0), ("--from", asked.Item1 is not null), ("--to", asked.Item2 is not null), ("--step", asked.Item3 is not null)]);
                return ExportRun.Execute(session, path, kind ?? Mps, place ?? program!, asJson);
            }

            if (exporter is null)
                return Execute(session, path, place ?? program!, kind is null ? "--mps" : "--out", names, asked, asJson);
            RefuseUseless($"--format {kind}: only a linear program has periods", [("--step", asked.Item3 is not null)]);
            return Execute(session, path, exporter, place!, names, (asked.Item1, asked.Item2), asJson);
        });
        return command;
    }

    /// <summary>Tells that what is written cannot hold what is there, or that errors in the input stand in the way.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(Session session, string format, string path, FindingList findings)
    {
        if (!session.WantsJson)
            return session.Refuse(path, findings, "Nothing was written.");
        session.Terminals.OutBytes(ExchangeJson.Write(format, path, null, null, null, findings));
        return ExitCode.Findings;
    }

    /// <summary>What a format cannot hold, as a finding.</summary>
    public static Finding NotHeld(string path, ExportRefusedException refusal) => FormatFindings.NotHeld.At(path, SourcePlace.None, refusal.Message);

    /// <summary>Refuses options without effect.</summary>
    /// <param name="what">What they have no effect on.</param>
    /// <param name="options">The options, and whether each is given.</param>
    /// <exception cref="UsageException">One is given.</exception>
    private static void RefuseUseless(string what, ReadOnlySpan<(string Name, bool IsGiven)> options)
    {
        foreach ((string name, bool isGiven) in options)
        {
            if (isGiven)
                throw new UsageException($"{name} has no effect on {what}; leave it out.");
        }
    }

    /// <summary>Looks at the place before anything is read: a folder for formats of several files, a file for the others.</summary>
    public static void RefusePlace(string format, string target)
    {
        if (format is "csv" or "pypsa" || (format == "geojson" && Path.GetExtension(target) is not (".geojson" or ".json")))
            OutputPlace.Folder("--out", target);
        else
            OutputPlace.File("--out", target);
    }

    private static bool IsCompressed(string file) => file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Formats() => ExchangeFormats.Exporters.Select(e => e.Format).Append(Mps).Order(StringComparer.Ordinal);

    private static IPackageExporter Exporter(string format)
    {
        if (ExchangeFormats.Exporter(format) is { } exporter)
            return exporter;
        string[] known = [.. Formats()];
        string near = Suggestion.Ask(format, known) is { } ask ? " " + ask : "";
        throw new UsageException($"There is no exporter '{format}'.{near} The formats are {string.Join(", ", known)}.");
    }

    private static int Execute(Session session, string path, IPackageExporter exporter, string target, string[] names, (DateOnly? From, DateOnly? To) asked, bool json)
    {
        RefusePlace(exporter.Format, target);
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
            throw new UsageException($"{target} is the package itself; name another place with --out.");
        var findings = new FindingList();
        var places = new PackagePlaces();
        EnergySystem? system = PackageInput.Read(path, places, findings, session.Stopped);
        if (system is not null && !findings.HasErrors)
        {
            var scenarios = ScenarioInput.Read(path, names, findings);
            DateOnly? first = asked.From ?? scenarios.Span.From ?? system.Description.From, last = asked.To ?? scenarios.Span.To ?? system.Description.To;
            system = scenarios.Apply(system, places, first < last ? new DateWindow(first, last) : DateWindow.Always, findings);
            system = system with { Description = system.Description with { From = first, To = last } };
        }

        if (system is null || findings.HasErrors)
            return Refuse(session, exporter.Format, path, findings);
        FidelityReport fidelity;
        session.Target = target;
        try
        {
            fidelity = exporter.Export(system, target, session.Stopped);
        }
        catch (ExportRefusedException refused)
        {
            findings.Add(NotHeld(path, refused));
            return Refuse(session, exporter.Format, path, findings);
        }

        session.Target = null;
        if (json)
        {
            session.Terminals.OutBytes(ExchangeJson.Write(exporter.Format, path, target, system, fidelity, findings));
            return ExitCode.Fine;
        }

        FidelityView.Write(session.Terminals.Out, fidelity);
        session.Terminals.Out.Write($"{target}: written as {exporter.Format}.", TextStyle.Good);
        return ExitCode.Fine;
    }

    private static int Execute(Session session, string path, string file, string option, string[] names, (DateOnly? From, DateOnly? To, TimeStep? Step) asked, bool json)
    {
        OutputPlace.File(option, file);
        string place = OutputTarget.Resolve(file);
        if (IsCompressed(place) != IsCompressed(file))
            throw new UsageException($"{option}: {file} is a link to {place}; both end in .gz, or neither. Name the file itself.");
        var findings = new FindingList();
        var places = new PackagePlaces();
        EnergySystem? system = PackageInput.Read(path, places, findings, session.Stopped);
        if (system is null || findings.HasErrors)
            return Refuse();
        var scenarios = ScenarioInput.Read(path, names, findings);
        if (findings.HasErrors)
            return Refuse();
        Horizon horizon = scenarios.HorizonOf(path, system, asked.From, asked.To, asked.Step);
        EnergySystem changed = scenarios.Apply(system, places, new DateWindow(horizon.From, horizon.To), findings);
        session.Stopped.ThrowIfCancellationRequested();
        CompiledNetwork? network = findings.HasErrors ? null : NetworkCompiler.Compile(changed, horizon, findings);
        if (network is null || findings.HasErrors)
            return Refuse();
        session.Stopped.ThrowIfCancellationRequested();
        session.Target = file;
        (int rows, int columns) = DispatchExport.WriteMps(network, place);
        session.Target = null;
        FidelityReport fidelity = ProgramFidelity.Of(changed, rows, columns);
        if (json)
        {
            session.Terminals.OutBytes(ExchangeJson.Write(Mps, path, file, changed, fidelity, findings));
            return ExitCode.Fine;
        }

        FidelityView.Write(session.Terminals.Out, fidelity);
        session.Terminals.Out.Write($"{file}: {NumberText.Count(rows)} rows, {NumberText.Count(columns)} columns.", TextStyle.Good);
        return ExitCode.Fine;

        int Refuse() => ExportCommand.Refuse(session, Mps, path, findings);
    }
}
