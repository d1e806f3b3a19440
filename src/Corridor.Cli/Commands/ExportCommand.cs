using System.CommandLine;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor export PKG --mps FILE</c>: writes the program that a run would solve.</summary>
internal static class ExportCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it." };
        var mps = new Option<string>("--mps") { Description = "File to write, in free MPS format; compressed where it ends in .gz. One there is replaced.", HelpName = "FILE", Required = true };
        Option<string[]> scenarios = RunCommand.ScenarioOption();
        Option<DateOnly?> from = RunCommand.DateOption("--from", "First day, such as 2025-01-01. That of the scenario or of the package where left out.");
        Option<DateOnly?> to = RunCommand.DateOption("--to", "First day after the span, such as 2026-01-01.");
        Option<string?> step = RunCommand.StepOption();
        var command = new Command("export", "Write the linear program of a run for other solvers.") { package, mps, scenarios, from, to, step };
        CommandTree.WithExamples(
            command,
            "corridor export data/eurasia --mps eurasia.mps.gz --step month",
            "corridor export mine --mps mine.mps --scenario cold-winter");
        command.SetAction(parsed => Execute(
            session,
            parsed.GetRequiredValue(package),
            parsed.GetRequiredValue(mps),
            parsed.GetValue(scenarios) ?? [],
            (parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(step) is { } length ? Enum.Parse<TimeStep>(length, ignoreCase: true) : null)));
        return command;
    }

    private static int Execute(Session session, string path, string file, string[] names, (DateOnly? From, DateOnly? To, TimeStep? Step) asked)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new UsageException("--mps names no file.");
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
        (int rows, int columns) = DispatchExport.WriteMps(network, file);
        session.Terminals.Out.Write($"{file}: {NumberText.Count(rows)} rows, {NumberText.Count(columns)} columns.", TextStyle.Good);
        return ExitCode.Fine;

        int Refuse() => PackageInput.Refuse(session.Terminals.Error, path, findings, "Nothing was written.");
    }
}
