using System.CommandLine;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor scenarios PKG</c>: the scenarios that a package brings along.</summary>
internal static class ScenariosCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it." };
        var json = new Option<bool>("--json") { Description = "Print the list as one JSON array." };
        var command = new Command("scenarios", "List the scenarios of a package: name, question, changes, horizon.") { package, json };
        CommandTree.WithExamples(
            command,
            "corridor scenarios data/eurasia                          what the package asks",
            "corridor run data/eurasia --scenario cold-winter         and one of the answers");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(package), parsed.GetValue(json)));
        return command;
    }

    private static int Execute(Session session, string path, bool json)
    {
        var findings = new FindingList();
        EnergySystem? system = PackageInput.Read(path, findings, session.Stopped);
        if (system is null)
            return session.Refuse(path, findings, "There is nothing to list.");
        // What is wrong with the package itself is for `corridor check`.
        var own = new FindingList();
        IReadOnlyList<Scenario> scenarios = ScenarioInput.Read(path, ScenarioFolder.Names(path), own).Scenarios;
        if (json && own.HasErrors)
            return session.Refuse(path, own, "Scenarios with errors cannot be run.");
        if (json)
            session.Terminals.OutBytes(ScenarioListView.Json(scenarios));
        else
            ScenarioListView.Write(session.Terminals.Out, path, scenarios);
        return own.HasErrors ? session.Refuse(path, own, "Scenarios with errors cannot be run.") : ExitCode.Fine;
    }
}
