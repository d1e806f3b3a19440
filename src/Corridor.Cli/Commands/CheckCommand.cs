using System.CommandLine;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor check PKG</c>: reads, validates and compiles a package, and says all that was found.</summary>
internal static class CheckCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it." };
        var scenarios = RunCommand.ScenarioOption();
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing but errors, which go to the error stream; the exit code tells." };
        var json = new Option<bool>("--json") { Description = "Print the findings as one JSON object." };
        var all = new Option<bool>("--all") { Description = "Print remarks too, not only errors and warnings; all of each kind, up to 100 000." };
        var command = new Command("check", "Find what is wrong in a package: all of it, with file, line and column.") { package, scenarios, all, json, quiet };
        CommandTree.WithExamples(
            command,
            "corridor check data/eurasia            exit code 0 without errors, 1 with",
            "corridor check mine.zip --json         for programs",
            "corridor check data/eurasia --scenario cold-winter    the package after a scenario");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(package), parsed.GetValue(scenarios) ?? [], parsed.GetValue(all), parsed.GetValue(json), parsed.GetValue(quiet)));
        return command;
    }

    private static int Execute(Session session, string path, string[] names, bool all, bool json, bool quiet)
    {
        var findings = new FindingList(all ? FindingList.MostLimit : FindingList.Limit);
        var places = new PackagePlaces();
        EnergySystem? system = PackageInput.Read(path, places, findings, session.Stopped);
        ScenarioInput scenarios = ScenarioInput.Read(path, names, findings);
        session.Stopped.ThrowIfCancellationRequested();
        (DateOnly? first, DateOnly? last) = (scenarios.Span.From ?? system?.Description.From, scenarios.Span.To ?? system?.Description.To);
        if (system is not null)
            system = scenarios.Apply(system, places, first < last ? new DateWindow(first, last) : DateWindow.Always, findings);
        if (system is not null && !findings.HasErrors && names.Length == 0 && Horizon.Of(system.Periods) is { } own)
            NetworkCompiler.Compile(system, own, findings);
        else if (system is not null && first is { } from && last is { } to && from < to && to <= from.AddYears(100) && !findings.HasErrors)
            NetworkCompiler.Compile(system, new Horizon(from, to, TimeStep.Month), findings);
        if (json)
        {
            session.Terminals.OutBytes(FindingsJson.Write(path, findings));
        }
        else if (quiet)
        {
            if (findings.HasErrors)
                PackageInput.Refuse(session.Terminals.Error, path, findings, "The package is not fit for use.");
        }
        else
        {
            Screen screen = session.Terminals.Out;
            FindingsView.Write(screen, findings, all ? Severity.Information : Severity.Warning);
            int remarks = findings.Remarks;
            if (!all && remarks > 0)
                screen.Write($"{NumberText.Count(remarks)} {(remarks == 1 ? "remark" : "remarks")} left out; --all shows them.", TextStyle.Quiet);
            screen.Write($"{path}: {FindingsView.Count(findings)}.", findings.HasErrors ? TextStyle.Bad : findings.Warnings > 0 ? TextStyle.Caution : TextStyle.Good);
        }

        return findings.HasErrors ? ExitCode.Findings : ExitCode.Fine;
    }
}
