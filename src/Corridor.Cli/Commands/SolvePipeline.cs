using Corridor.Model.Findings;
using Corridor.Reporting.Solving;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Solving;

namespace Corridor.Cli.Commands;

/// <summary>Reads, solves, checks, prints.</summary>
internal sealed class SolvePipeline(Session session, SolveArguments arguments)
{
    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        if (arguments.Basic && arguments.Solver != SolverChoice.Own)
            throw new UsageException($"--basic brings our own solution to a vertex; {arguments.Solver} ends where it ends. Leave one of the two out.");
        if (arguments.Solution is not null && string.IsNullOrWhiteSpace(arguments.Solution))
            throw new UsageException("--solution names no file.");
        if (arguments.Solution is not null && (Directory.Exists(arguments.Solution) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(arguments.Solution)))))
            throw new UsageException($"--solution {arguments.Solution} cannot be written: it must be a file in a folder that exists.");
        if (arguments.Solution is { } target)
            OutputPlace.File("--solution", target);
        var findings = new FindingList();
        SolveOutcome? outcome = Solve(findings);
        if (outcome is null)
            return Refuse(findings);
        bool hasPoint = outcome.Objective is not null;
        if (arguments.Solution is { } path && hasPoint)
        {
            session.Target = path;
            SolutionCsv.WriteFile(path, outcome);
            session.Target = null;
        }

        Tell(outcome, findings);
        return outcome.Status == SolveStatus.Optimal ? ExitCode.Fine : ExitCode.NoResult;
    }

    private SolveOutcome? Solve(FindingList findings)
    {
        var request = new SolveRequest
        {
            Path = arguments.File,
            Threads = arguments.Threads,
            TimeLimit = arguments.TimeLimit is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Solver = arguments.Solver,
            Relax = arguments.Relax,
            Basic = arguments.Basic,
            Explain = !arguments.Quiet || arguments.Json,
        };
        // Progress is for people at a terminal; others read the outcome.
        if (arguments.Quiet || arguments.Json || !Terminals.ErrorIsLive)
            return SolveJob.Run(request, findings, null, session.Stopped);
        var progress = new RunProgress(session.Terminals.ErrorWriter, live: true);
        try
        {
            progress.Begin("solve");
            return SolveJob.Run(request, findings, progress, session.Stopped);
        }
        finally
        {
            progress.End();
        }
    }

    private void Tell(SolveOutcome outcome, FindingList findings)
    {
        if (arguments.Json)
        {
            session.Terminals.OutBytes(SolveJson.Write(outcome, findings, PeakMemory.Megabytes()));
            return;
        }

        if (arguments.Quiet)
            return;
        FindingsView.Write(session.Terminals.Error, findings, Severity.Information, 20);
        SolveView.Write(session.Terminals.Out, arguments.File, outcome, PeakMemory.Megabytes());
        if (arguments.Solution is { } path)
            session.Terminals.Out.Write(outcome.Objective is null ? "There is no point; no solution was written." : $"Solution: {path}", TextStyle.Quiet);
    }

    private int Refuse(FindingList findings)
    {
        if (!arguments.Json)
            return PackageInput.Refuse(session.Terminals.Error, arguments.File, findings, "Nothing was solved.");
        session.Terminals.OutBytes(SolveJson.Write(null, findings, PeakMemory.Megabytes()));
        return ExitCode.Findings;
    }
}
