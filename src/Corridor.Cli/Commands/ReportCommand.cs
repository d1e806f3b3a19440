using System.CommandLine;
using Corridor.Model.Findings;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Html;
using Corridor.Reporting.Summaries;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor report RUN</c>: writes the page of a run again, from what the run keeps.</summary>
internal static class ReportCommand
{
    public static Command Create(Session session)
    {
        var run = new Argument<string>("RUN") { Description = "Folder of a run." };
        var file = new Option<string?>("--out") { Description = "File of the page; report.html in the folder of the run where left out. An older page there is replaced.", HelpName = "FILE" };
        var command = new Command("report", "Write the page of a run again: report.html, for people, offline.") { run, file };
        CommandTree.WithExamples(
            command,
            "corridor report runs/eurasia-base-2025-01-01-2026-01-01-day       the page, as the run wrote it",
            "corridor report runs/winter --out winter.html                     elsewhere");
        command.SetAction(parsed => Execute(session, parsed.GetRequiredValue(run), parsed.GetValue(file)));
        return command;
    }

    private static int Execute(Session session, string folder, string? file)
    {
        string path = file ?? Path.Combine(folder, ReportFile.Name);
        OutputPlace.File("--out", path);
        var findings = new FindingList();
        RestoredRun? run = RunArchive.Open(folder, findings, session.Stopped);
        if (run is null)
            return session.Refuse(folder, findings, "No page was written.");
        session.Target = path;
        ReportFile.Write(path, run.Report, RunSummaryBuilder.Build(run.Report, run.Timing), run.Stamp);
        session.Terminals.Out.Write(path.Replace('\\', '/'));
        return run.Report.MayBeShown ? ExitCode.Fine : ExitCode.NoResult;
    }
}
