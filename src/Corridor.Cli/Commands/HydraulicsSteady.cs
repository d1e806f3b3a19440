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
        var page = new HydraulicsPage(session, request);
        IReadOnlyList<RouteRequest> routes = page.Routes(input.Network);
        SteadyOutcome outcome = Solve();
        if (request.Json)
            session.Terminals.OutBytes(HydraulicJson.Write(outcome));
        else if (!request.Quiet)
            HydraulicView.Write(session.Terminals.Out, outcome);
        page.Write(
            new HydraulicReportInput { Network = outcome.Network, Solution = outcome.Solution, Nomination = outcome.Verdict, Checks = HydraulicsPage.Checks(outcome), Routes = routes },
            findings);
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
            // The search takes one gas and one temperature throughout; where others were asked for, the state under its settings is theirs.
            if (solution is { Status: HydraulicStatus.Converged } && (settings.TrackTemperature || request.Gases.Count > 0))
                solution = SteadyFlow.Solve(solution.Network, solution.Settings with { TrackTemperature = settings.TrackTemperature, TrackQuality = true }, session.Stopped);
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
            Settings = settings,
            Air = input.Format == GasNetworkFormat.PandaPipes ? PandaPipesCase.AmbientPressure : null,
            Seconds = session.Clock.Elapsed.TotalSeconds,
            Findings = findings,
        };
    }
}
