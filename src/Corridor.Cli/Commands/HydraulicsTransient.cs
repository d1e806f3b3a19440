using Corridor.Data.Formats;
using Corridor.Data.Formats.GasJson;
using Corridor.Data.Formats.GasSchedules;
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

    /// <summary>Cells times steps that a run may have before its cells grow.</summary>
    private const double CellSteps = 2e6;

    /// <summary>A cell is no shorter than what sound passes in about a third of a step [m/s]: finer ones would show nothing that the step resolves.</summary>
    private const double CellSpeed = 100;

    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        GasNetwork network = Protected(input.Network);
        int earlier = findings.Items.Count;
        GasScheduleFile? file = request.Schedule is { } path ? GasScheduleFile.Read(path, network, findings) : null;
        if (findings.HasErrors)
            return Refuse();
        if (!request.Json && !request.Quiet && findings.Items.Count > earlier)
            FindingsView.Write(session.Terminals.Error, findings, Severity.Information, 20);
        var page = new HydraulicsPage(session, request);
        IReadOnlyList<RouteRequest> routes = page.Routes(network);
        HydraulicSolution? start = null;
        if (input.Format == GasNetworkFormat.GasLib)
        {
            SteadyOutcome steady = new HydraulicsSteady(session, request, settings, input, findings).Solve();
            if (!steady.IsCertified)
                return Tell(steady);
            (network, start) = (Protected(steady.Network), steady.Solution is { } found ? found with { Network = Protected(steady.Network) } : null);
        }

        TransientResult result = Run(network, start, file);
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

    private GasNetwork Protected(GasNetwork network)
    {
        var asked = request.Protected.ToHashSet(StringComparer.Ordinal);
        foreach (string id in asked)
        {
            if (network.Nodes.All(n => n.Id != id))
            {
                string? near = Suggestion.Nearest(id, network.Nodes.Select(n => n.Id));
                throw new UsageException($"--protected {id}: the network has no such node{(near is null ? "" : $"; is {near} meant?")}");
            }
        }

        return network.Protecting(n => network.Nodes[n] is var node && (asked.Count > 0 ? asked.Contains(node.Id) : node is { Injection: < 0, PressureMin: > 0 }));
    }

    private TransientResult Run(GasNetwork network, HydraulicSolution? start, GasScheduleFile? file)
    {
        GasJsonParameters? stated = input.Json?.Parameters;
        GasSchedule? schedule = input.Json?.Schedule;
        if (file is not null)
            schedule = schedule?.Under(file.Schedule) ?? file.Schedule;
        double begin = input.Json is null ? 0 : schedule?.Start ?? stated?.Start ?? 0;
        double duration = request.Hours * SecondsAnHour ?? (input.Json is not null && schedule is { } s && s.End > begin ? s.End - begin : Day);
        // The steps of the files are those of explicit methods; here a 5000th of the run is fine enough.
        double step = Math.Min(request.Step ?? (stated?.TimeStep is { } given ? Math.Max(given, duration / MostStatedSteps) : 300), duration);
        var transient = new TransientSettings
        {
            Hydraulics = settings,
            StartTime = begin,
            Duration = duration,
            Step = step,
            CellLength = Math.Clamp(Math.Max(network.Elements.OfType<GasPipe>().Sum(pipe => pipe.Length) * duration / (step * CellSteps), CellSpeed * step), Finest, Math.Clamp(stated?.OutputDistance ?? Coarsest, Finest, Coarsest)),
            LimitsExits = request.LimitsExits ?? input.Json is null,
            OutputInterval = Math.Clamp(stated?.OutputInterval ?? 300, duration / MostOutputs, duration),
        };
        var events = new TransientSchedule { Boundary = schedule, Events = [.. request.Disruptions ? (input.Json?.Disruptions ?? []).Select(Event) : [], .. file?.Events ?? []] };
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

    private int Refuse()
    {
        if (!request.Json)
            return PackageInput.Refuse(session.Terminals.Error, request.Path, findings, "Nothing was calculated.");
        session.Terminals.OutBytes(HydraulicJson.WriteRefusal(findings, session.Clock.Elapsed.TotalSeconds));
        return ExitCode.Findings;
    }

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
