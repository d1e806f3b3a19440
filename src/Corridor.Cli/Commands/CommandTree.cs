using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;

namespace Corridor.Cli.Commands;

/// <summary>All commands with their options and examples.</summary>
internal static class CommandTree
{
    /// <summary>Version of the code, with the revision where it was built from one.</summary>
    public static string CodeVersion { get; } =
        typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static RootCommand Create(Session session)
    {
        var root = new RootCommand("Corridor: cross-border energy supply, from the figures to a certified answer.")
        {
            RunCommand.Create(session),
            CheckCommand.Create(session),
            NewCommand.Create(session),
            ShowCommand.Create(session),
            ScenariosCommand.Create(session),
            ReportCommand.Create(session),
            CompareCommand.Create(session),
            ExplainCommand.Create(session),
            NetbackCommand.Create(session),
            BacktestCommand.Create(session),
            SolveCommand.Create(session),
        };
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
            "corridor solve problem.mps     solve a linear program, checked");
        root.SetAction(_ => NoCommand(root));
        return root;
    }

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
