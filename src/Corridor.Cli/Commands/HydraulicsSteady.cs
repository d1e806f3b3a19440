using Corridor.Data.Formats;
using Corridor.Data.Formats.PandaPipes;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Cli.Commands;

/// <summary>The steady state of a network; of a GasLib network under the settings that the search for them finds.</summary>
internal sealed class HydraulicsSteady(Session session, HydraulicsRequest request, HydraulicSettings settings, GasNetworkInput input, FindingList findings)
{
    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        SteadyOutcome outcome = Solve();
        RouteRequest[] routes = request.Report is null ? [] : [.. request.Routes.Select(r => Route(r, outcome.Network))];
        if (request.Json)
            session.Terminals.OutBytes(HydraulicJson.Write(outcome));
        else if (!request.Quiet)
            HydraulicView.Write(session.Terminals.Out, outcome);
        if (request.Report is { } page)
            Report(outcome, routes, page.Length > 0 ? page : Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Path)) + "-hydraulics.html");
        return outcome.IsCertified ? ExitCode.Fine : ExitCode.NoResult;
    }

    /// <summary>Solves, with progress for people.</summary>
    public SteadyOutcome Solve()
    {
        if (request.Json || request.Quiet || !Terminals.ErrorIsLive)
            return Study();
        var progress = new RunProgress(session.Terminals.ErrorWriter, live: true);
        try
        {
            progress.Begin("solve");
            return Study();
        }
        finally
        {
            progress.End();
        }
    }

    /// <summary>Limits of the search for settings.</summary>
    public static NominationLimits Limits(HydraulicsRequest request) =>
        request.TimeLimit is { } seconds ? new NominationLimits { Time = TimeSpan.FromSeconds(seconds) } : new NominationLimits();

    private SteadyOutcome Study()
    {
        NominationVerdict? verdict = null;
        HydraulicSolution? solution;
        if (input.Format == GasNetworkFormat.GasLib)
        {
            verdict = NominationStudy.Validate(input.Network, settings, Limits(request), session.Stopped);
            solution = verdict.Solution;
        }
        else
        {
            solution = SteadyFlow.Solve(input.Network, settings, session.Stopped);
        }

        session.Stopped.ThrowIfCancellationRequested();
        return new SteadyOutcome
        {
            Source = request.Path,
            Network = solution?.Network ?? verdict?.Network ?? input.Network,
            Solution = solution,
            Check = solution is { Status: HydraulicStatus.Converged } ? HydraulicChecker.Check(solution) : null,
            Verdict = verdict,
            Air = input.Format == GasNetworkFormat.PandaPipes ? PandaPipesCase.AmbientPressure : null,
            Seconds = session.Clock.Elapsed.TotalSeconds,
            Findings = findings,
        };
    }

    private static RouteRequest Route(string text, GasNetwork network) =>
        RouteRequest.TryParse(text, network, out RouteRequest route, out string? problem) ? route : throw new UsageException($"--route {text}: {problem}");

    private void Report(SteadyOutcome outcome, RouteRequest[] routes, string page)
    {
        Corridor.Reporting.Hydraulics.HydraulicReport.Write(
            new HydraulicReportInput
            {
                Network = outcome.Network,
                Source = request.Path,
                Solution = outcome.Solution,
                Checks = [.. (outcome.Check?.Residuals ?? []).Select(r => new HydraulicCheck(HydraulicWords.Of(r.Kind), r.Message.Length > 0 ? 1 : 0, r.Value, r.Tolerance, Place(outcome.Network, r)))],
                Routes = routes,
                Findings = findings.Items,
                Program = "Corridor " + CommandTree.CodeVersion,
            },
            page);
        if (!request.Json && !request.Quiet)
            session.Terminals.Out.Write($"Page: {page}", TextStyle.Quiet);
    }

    private static string Place(GasNetwork network, HydraulicResidual residual) =>
        residual.Node >= 0 ? network.Nodes[residual.Node].Id : residual.Element >= 0 ? network.Elements[residual.Element].Id : "";
}
