using Corridor.Data.Formats.Contingencies;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.PowerFlow;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Cli.Commands;

/// <summary>Reads a grid and hands it to the study that was asked for.</summary>
internal sealed class PowerFlowPipeline(Session session, PowerFlowRequest request)
{
    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        if (string.IsNullOrWhiteSpace(request.Path))
            throw new UsageException("FILE|PKG is empty.");
        var findings = new FindingList();
        GridInput? input = GridInput.Read(session, request.Path, request.Format, request.Quiet, findings);
        PowerGrid? grid = input?.Grid;
        IReadOnlyList<GridContingency>? list = null;
        bool isRefused = grid is null;
        if (!isRefused && request.Contingencies is { } contingencies)
        {
            list = contingencies == "all" ? GridContingency.AllBranches(grid!) : ContingencyFile.Read(contingencies, grid!, findings);
            isRefused = list is null || findings.HasErrors;
        }

        if (isRefused)
            return Refuse(findings);
        PowerFlowOutcome outcome = Study(grid!, list, findings) with { Fidelity = input!.Fidelity };
        PowerFlowReview.Tell(outcome.Solution, findings);
        if (!request.Json && !request.Quiet)
            FindingsView.Write(session.Terminals.Error, findings, Severity.Warning, 10);
        session.Stopped.ThrowIfCancellationRequested();
        if (request.Json)
            session.Terminals.OutBytes(PowerFlowJson.Write(outcome));
        else if (!request.Quiet)
            PowerFlowView.Write(session.Terminals.Out, outcome);
        return outcome.IsCertified ? ExitCode.Fine : ExitCode.NoResult;
    }

    private PowerFlowOutcome Study(PowerGrid grid, IReadOnlyList<GridContingency>? list, FindingList findings)
    {
        var settings = new PowerFlowSettings { Slack = request.Slack, EnforcesReactiveLimits = request.EnforcesLimits };
        TimeSpan began = session.Clock.Elapsed;
        PowerFlowSolution solution = request.IsDc ? DcPowerFlow.Solve(grid, request.Convention, request.Slack) : AcPowerFlow.Solve(grid, settings, session.Stopped);
        TimeSpan ended = session.Clock.Elapsed;
        ContingencyStudy? study = null;
        if (list is not null)
        {
            study = request.IsDc
                ? ContingencyAnalysis.RunDc(grid, list, request.Convention, request.Slack, request.Threads, cancel: session.Stopped)
                : ContingencyAnalysis.RunAc(grid, list, settings, request.Threads, session.Stopped);
        }

        return new PowerFlowOutcome
        {
            Source = request.Path,
            Solution = solution,
            Study = study,
            Convention = request.Convention,
            Seconds = (ended - began).TotalSeconds,
            StudySeconds = (session.Clock.Elapsed - ended).TotalSeconds,
            Findings = findings,
        };
    }

    private int Refuse(FindingList findings)
    {
        if (!request.Json)
            return PackageInput.Refuse(session.Terminals.Error, request.Path, findings, "Nothing was calculated.");
        session.Terminals.OutBytes(PowerFlowJson.WriteRefusal(findings, session.Clock.Elapsed.TotalSeconds));
        return ExitCode.Findings;
    }
}
