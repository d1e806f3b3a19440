using Corridor.Data.Formats;
using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Cli.Commands;

/// <summary>A network in motion: under the schedule of its files, or with everything as it is in the steady state.</summary>
internal sealed class HydraulicsTransient(Session session, HydraulicsRequest request, HydraulicSettings settings, GasNetworkInput input, FindingList findings)
{
    private const double Day = 86_400;
    private const double SecondsAnHour = 3600;
    private const int MostOutputs = 2000;
    private const int MostStatedSteps = 5000;
    private const double Coarsest = 2000;
    private const double Finest = 100;

    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        GasNetwork network = input.Network;
        var page = new HydraulicsPage(session, request);
        IReadOnlyList<RouteRequest> routes = page.Routes(network);
        HydraulicSolution? start = null;
        if (input.Format == GasNetworkFormat.GasLib)
        {
            SteadyOutcome steady = new HydraulicsSteady(session, request, settings, input, findings).Solve();
            if (!steady.IsCertified)
                return Tell(steady);
            (network, start) = (steady.Network, steady.Solution);
        }

        TransientResult result = Run(network, start);
        session.Stopped.ThrowIfCancellationRequested();
        var outcome = new TransientOutcome(request.Path, result, settings, session.Clock.Elapsed.TotalSeconds, findings);
        if (request.Json)
            session.Terminals.OutBytes(TransientJson.Write(outcome));
        else if (!request.Quiet)
            TransientView.Write(session.Terminals.Out, outcome);
        if (outcome.IsCertified)
            page.Write(new HydraulicReportInput { Network = network, Solution = start, Transient = result, Routes = routes }, findings);
        return outcome.IsCertified ? ExitCode.Fine : ExitCode.NoResult;
    }

    private TransientResult Run(GasNetwork network, HydraulicSolution? start)
    {
        GasJsonParameters? stated = input.Json?.Parameters;
        GasSchedule? schedule = input.Json?.Schedule;
        double begin = schedule?.Start ?? stated?.Start ?? 0;
        double duration = request.Hours * SecondsAnHour ?? (schedule is { } s && s.End > begin ? s.End - begin : Day);
        // The steps of the files are those of explicit methods; here a 5000th of the run is fine enough.
        double step = Math.Min(request.Step ?? (stated?.TimeStep is { } given ? Math.Max(given, duration / MostStatedSteps) : 300), duration);
        var transient = new TransientSettings
        {
            Hydraulics = settings,
            StartTime = begin,
            Duration = duration,
            Step = step,
            CellLength = Math.Clamp(stated?.OutputDistance ?? Coarsest, Finest, Coarsest),
            OutputInterval = Math.Clamp(stated?.OutputInterval ?? 300, duration / MostOutputs, duration),
        };
        var events = new TransientSchedule { Boundary = schedule, Events = request.Disruptions ? [.. (input.Json?.Disruptions ?? []).Select(Event)] : [] };
        if (request.Json || request.Quiet || !Terminals.ErrorIsLive)
            return TransientFlow.Run(network, start, transient, events, cancel: session.Stopped);
        var progress = new RunProgress(session.Terminals.ErrorWriter, live: true);
        try
        {
            progress.Begin("simulate");
            return TransientFlow.Run(network, start, transient, events, cancel: session.Stopped);
        }
        finally
        {
            progress.End();
        }
    }

    private static GasEvent Event(GasJsonDisruption disruption) => disruption.Element >= 0
        ? new PipeRupture(disruption.Time, disruption.Element, disruption.Distance, disruption.ValveDelay)
        : new NodeRupture(disruption.Time, disruption.Node, disruption.ValveDelay);

    /// <summary>There is no steady state to start from: that is the answer.</summary>
    private int Tell(SteadyOutcome steady)
    {
        if (request.Json)
            session.Terminals.OutBytes(HydraulicJson.Write(steady));
        else if (!request.Quiet)
            HydraulicView.Write(session.Terminals.Out, steady);
        return ExitCode.NoResult;
    }
}
