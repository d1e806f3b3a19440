using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;

namespace Corridor.Cli.Commands;

/// <summary>All commands with their options and examples.</summary>
internal static class CommandTree
{
    private static readonly string[] Names = ["run", "check", "new", "show", "scenarios", "report", "compare", "explain", "netback", "backtest", "solve", "hydraulics", "opf", "import", "export", "screen"];

    /// <summary>Version of the code, with the revision where it was built from one.</summary>
    public static string CodeVersion { get; } =
        typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>All commands; or the one alone that a command line names, since each takes time to make.</summary>
    public static RootCommand Create(Session session, string? name)
    {
        var root = new RootCommand("Corridor: cross-border energy supply, from the figures to a certified answer.");
        if (One(session, name) is { } command)
        {
            root.Add(command);
            return root;
        }

        foreach (string each in Names)
            root.Add(One(session, each)!);
        foreach (Option option in root.Options)
        {
            if (option is VersionOption version)
                version.Action = new VersionAction();
        }

        WithExamples(
            root,
            "corridor new mine              make the smallest package that runs",
            "corridor check mine            find what is wrong in it",
            "corridor run mine              dispatch it: who is supplied, at which price",
            "corridor show mine demands     print a table",
            "corridor report runs/mine      write the page of a run again",
            "corridor compare runs/a runs/b what changed, and which cause did what",
            "corridor solve problem.mps     solve a program in a file, checked",
            "corridor hydraulics net.net    pressures and flows of a gas network",
            "corridor opf case118.m --dc    the cheapest output of a power grid",
            "corridor import pypsa DIR --out mine   make a package of another program's data");
        root.SetAction(_ => NoCommand(root));
        return root;
    }

    private static Command? One(Session session, string? name) => name switch
    {
        "run" => RunCommand.Create(session),
        "check" => CheckCommand.Create(session),
        "new" => NewCommand.Create(session),
        "show" => ShowCommand.Create(session),
        "scenarios" => ScenariosCommand.Create(session),
        "report" => ReportCommand.Create(session),
        "compare" => CompareCommand.Create(session),
        "explain" => ExplainCommand.Create(session),
        "netback" => NetbackCommand.Create(session),
        "backtest" => BacktestCommand.Create(session),
        "solve" => SolveCommand.Create(session),
        "hydraulics" => HydraulicsCommand.Create(session),
        "opf" => OpfCommand.Create(session),
        "import" => ImportCommand.Create(session),
        "export" => ExportCommand.Create(session),
        "screen" => ScreenCommand.Create(session),
        _ => null,
    };

    private static int NoCommand(RootCommand root) =>
        throw new UsageException($"Name a command: {string.Join(", ", root.Subcommands.Select(c => c.Name))}.");

    /// <summary>Adds examples to the help of a command.</summary>
    public static void WithExamples(Command command, params string[] examples)
    {
        HelpOption? help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        if (help.Action is HelpAction action)
            help.Action = new HelpWithExamples(action, examples);
    }
}
