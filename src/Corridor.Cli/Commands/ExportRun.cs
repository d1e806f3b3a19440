using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor export RUN --format excel|geojson</c>: the results of a run for other programs.</summary>
internal static class ExportRun
{
    private static readonly string[] Formats = ["excel", "geojson"];

    /// <summary>Whether a path is the folder of a run.</summary>
    public static bool IsRun(string path) => File.Exists(Path.Combine(path, "run.json"));

    /// <summary>Writes the results; the exit code.</summary>
    public static int Execute(Session session, string folder, string format, string target, bool json)
    {
        if (!Formats.Contains(format))
            throw new UsageException($"{folder} is a run; its results are written as {string.Join(" or ", Formats)}. Its package is {Path.Combine(folder, "inputs", "package.zip")}.");
        ExportCommand.RefusePlace(format, target);
        var findings = new FindingList();
        if (RunArchive.Open(folder, findings, session.Stopped) is not { } run)
            return ExportCommand.Refuse(session, format, folder, findings);
        if (!run.Report.MayBeShown)
            return session.Fail($"{folder} has no certified result; nothing was written.");
        session.Target = target;
        FidelityReport fidelity;
        try
        {
            fidelity = format == "geojson"
                ? ResultGeoJson.Write(run.Report, target, session.Stopped)
                : ResultWorkbook.Write(run.Report, RunSummaryBuilder.Build(run.Report, run.Timing), run.Stamp, target, session.Stopped);
        }
        catch (ExportRefusedException refusal)
        {
            findings.Add(ExportCommand.NotHeld(folder, refusal));
            return ExportCommand.Refuse(session, format, folder, findings);
        }

        session.Target = null;
        if (json)
        {
            session.Terminals.OutBytes(ExchangeJson.Write(format, folder, target, null, fidelity, findings));
            return ExitCode.Fine;
        }

        FidelityView.Write(session.Terminals.Out, fidelity);
        session.Terminals.Out.Write($"{target}: the results of {folder}.", TextStyle.Good);
        return ExitCode.Fine;
    }
}
