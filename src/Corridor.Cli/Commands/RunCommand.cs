using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Corridor.Model.Time;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor run PKG</c>: dispatches a package and writes the files of the run.</summary>
internal static class RunCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it; or another program's data." };
        var scenarios = ScenarioOption();
        Option<DateOnly?> from = DateOption("--from", "First day, such as 2025-01-01. That of the scenario or of the package where left out.");
        Option<DateOnly?> to = DateOption("--to", "First day after the span, such as 2026-01-01.");
        Option<string?> step = StepOption();
        var folder = new Option<string?>("--out") { Description = "Folder of the files; runs/<package>-<scenario>-<from>-<to>-<step> where left out. An older run there is replaced.", HelpName = "DIR" };
        Option<int> threads = ThreadsOption();
        Option<string> solver = SolveCommand.SolverOption();
        var physics = new Option<string?>("--physics") { Description = "check: put the gas flows on the pipes, and tell pressures, compressor power and what does not flow; capacity: also derive the capacities of gas lines from pipe, pressures and stations.", HelpName = "check|capacity" };
        physics.AcceptOnlyFromAmong("check", "capacity");
        Option<string?> format = ImportCommand.FormatOption("PKG");
        Option<string?> countries = ImportCommand.CountriesOption();
        Option<string?> mapping = ImportCommand.MappingOption();
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON, and nothing else, on standard output." };
        var quiet = new Option<bool>("--quiet") { Description = "Print neither progress nor summary; errors go to the error stream, the files and the exit code tell the rest." };
        var command = new Command("run", "Dispatch a package: who is supplied, through whom, at which price.") { package, scenarios, from, to, step, folder, threads, solver, physics, format, countries, mapping, json, quiet };
        CommandTree.WithExamples(
            command,
            "corridor run data/eurasia                                         the package's own year, in days",
            "corridor run data/eurasia --from 2024-04-01 --to 2025-04-01       a storage year, April to April",
            "corridor run data/eurasia --scenario no-ukraine-transit   what if; corridor scenarios lists them",
            "corridor run mine --step month --out runs/mine                    months, into your own folder",
            "corridor run data/eurasia --step month --physics check    do the pipes carry it?",
            "corridor run networks/elec --format pypsa                 another program's data, as they are",
            "corridor run mine --json > summary.json                           for programs",
            "Exit codes: 0 fine, 1 errors in the package, 2 usage, 3 no certified result.");
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(format) is null && (parsed.GetValue(countries) ?? parsed.GetValue(mapping)) is not null)
                parsed.AddError("--countries and --mapping belong to --format.");
        });
        command.SetAction(parsed => new RunPipeline(session, new RunRequest(
            parsed.GetRequiredValue(package),
            parsed.GetValue(scenarios) ?? [],
            parsed.GetValue(from),
            parsed.GetValue(to),
            parsed.GetValue(step) is { } length ? Enum.Parse<TimeStep>(length, ignoreCase: true) : null,
            parsed.GetValue(folder),
            parsed.GetValue(threads),
            SolveCommand.Solver(parsed, solver),
            parsed.GetValue(json),
            parsed.GetValue(quiet))
        {
            Format = parsed.GetValue(format),
            Countries = ImportCommand.Countries(parsed.GetValue(countries)),
            Mapping = parsed.GetValue(mapping),
            Physics = parsed.GetValue(physics) is { } mode ? Enum.Parse<PhysicsMode>(mode, ignoreCase: true) : PhysicsMode.None,
        }).Execute());
        return command;
    }

    /// <summary>The option that names scenarios.</summary>
    public static Option<string[]> ScenarioOption() => new("--scenario")
    {
        Description = "Scenario of the package by its name, or the path of a file; several are applied one after the other.",
        HelpName = "NAME|FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>An option that names a day.</summary>
    public static Option<DateOnly?> DateOption(string name, string description) => new(name) { Description = description, HelpName = "DATE", CustomParser = Date };

    /// <summary>The option that names the length of the periods.</summary>
    public static Option<string?> StepOption()
    {
        var step = new Option<string?>("--step") { Description = "Length of the periods. That of the scenario where left out; else the package's own periods where it states some and no span is given, or day.", HelpName = "hour|day|week|month" };
        step.AcceptOnlyFromAmong("hour", "day", "week", "month");
        return step;
    }

    /// <summary>The option that names the number of threads.</summary>
    public static Option<int> ThreadsOption()
    {
        var threads = new Option<int>("--threads") { Description = "Threads of the solver; the result does not depend on them.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) || n is < 1 or > 1024))
                result.AddError($"--threads is a whole number from 1 to 1024, not '{result.Tokens[0].Value}'.");
        });
        return threads;
    }

    private static DateOnly? Date(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        result.AddError($"'{text}' is no date; write year-month-day, such as 2025-10-01.");
        return null;
    }
}
