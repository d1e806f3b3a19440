using System.CommandLine;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor new PKG</c>: the smallest package that runs, as a start for one's own.</summary>
internal static class NewCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Folder to make; it must not exist, or be empty." };
        var command = new Command("new", "Make the smallest package that runs, as a start for your own.") { package };
        CommandTree.WithExamples(command, "corridor new mine              make the folder mine", "corridor run mine              and run it");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(package)));
        return command;
    }

    private static int Execute(Session session, string path)
    {
        var findings = new FindingList();
        if (!PackageScaffold.Create(path, findings))
            return session.Refuse(path, findings, "Nothing was made.");
        Screen screen = session.Terminals.Out;
        screen.Write($"Made the package {path}: carriers, zones, nodes, supplies, demands, pipelines, with sources.");
        screen.Write($"  corridor check {path}    finds what is wrong in it");
        screen.Write($"  corridor run {path}      dispatches it");
        return ExitCode.Fine;
    }
}
