using System.CommandLine;
using System.Globalization;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Sanctions;
using Corridor.Reporting.Screening;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Screening;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor screen PKG LIST</c>: who of a package's actors stands on a sanctions list, and what hangs on them.</summary>
internal static class ScreenCommand
{
    public static Command Create(Session session)
    {
        var package = new Argument<string>("PKG") { Description = "Package: a folder or a zip file of it." };
        var lists = new Argument<string[]>("LIST") { Description = "OFAC's sdn.csv or cons_prim.csv (aliases beside it), or a CSV file of the EU annexes.", Arity = ArgumentArity.OneOrMore };
        var least = new Option<double>("--least") { Description = "Least score that counts as a match, from 0 to 1.", HelpName = "SCORE", DefaultValueFactory = _ => ScreeningStudy.UsualLeast, CustomParser = Score };
        Option<DateOnly?> day = RunCommand.DateOption("--day", "Day for which ownership is asked; the first of the package's horizon where left out.");
        var json = new Option<bool>("--json") { Description = "Print the matches as one JSON object, and nothing else." };
        var command = new Command("screen", "Compare a package's actors with sanctions lists, and tell what hangs on them.") { package, lists, least, day, json };
        CommandTree.WithExamples(
            command,
            "corridor screen data/eurasia cons_prim.csv           OFAC's list of other than blocked persons",
            "corridor screen data/eurasia sdn.csv eu.csv --least 0.9",
            "corridor screen mine eu-833-2014.csv --json          for programs",
            "A match is a name to look at, never a verdict. Exit codes: 0 fine, 1 errors in the data, 2 usage.");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(package), parsed.GetRequiredValue(lists), parsed.GetValue(least), parsed.GetValue(day), parsed.GetValue(json)));
        return command;
    }

    private static double Score(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double score) && score is > 0 and <= 1)
            return score;
        result.AddError($"--least lies above 0 and is at most 1, such as 0.85, not '{text}'.");
        return ScreeningStudy.UsualLeast;
    }

    private static int Execute(Session session, string path, string[] lists, double least, DateOnly? day, bool json)
    {
        if (lists.FirstOrDefault(l => l.StartsWith("--", StringComparison.Ordinal)) is { } option)
            throw new UsageException($"There is no option '{option}'.");
        var findings = new FindingList();
        EnergySystem? system = PackageInput.Read(path, new PackagePlaces(), findings, session.Stopped);
        SanctionsList[] read = [.. lists.Select(l => SanctionsList.Read(l, findings)).OfType<SanctionsList>()];
        ListedParty[] parties = [.. read.SelectMany(l => l.Parties)];
        session.Stopped.ThrowIfCancellationRequested();
        ScreeningResult? result = null;
        if (system is not null && !findings.HasErrors)
            result = ScreeningStudy.Run(system, parties, least, day ?? system.Description.From ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), session.Stopped);
        if (json)
        {
            session.Terminals.OutBytes(ScreeningJson.Write(path, lists, read, result, findings));
            return result is null ? ExitCode.Findings : ExitCode.Fine;
        }

        if (result is null)
            return PackageInput.Refuse(session.Terminals.Error, path, findings, "Nothing was compared.");
        FindingsView.Write(session.Terminals.Out, findings, Severity.Warning, 10);
        ScreeningView.Write(session.Terminals.Out, path, read, result);
        return ExitCode.Fine;
    }
}
