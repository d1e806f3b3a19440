using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Gas networks in motion: isothermal flow with linepack, schedules, events and survival times.</summary>
public static class TransientFlow
{
    /// <summary>Simulates a network over time.</summary>
    /// <param name="network">The network; see <see cref="GasNetwork"/> for units and signs.</param>
    /// <param name="initial">State to start from (or to begin the search for a steady start with); null for the network's set points and no flow.</param>
    /// <param name="settings">Laws, grid, steps and limits.</param>
    /// <param name="schedule">Boundary conditions by time, stores and events.</param>
    /// <param name="sink">Takes the state at each output; null for none.</param>
    /// <param name="progress">Takes the share of the time that is simulated [1]; null for none.</param>
    /// <param name="cancel">Stops the run at the next step.</param>
    /// <returns>The run, or what stands in its way.</returns>
    /// <exception cref="ArgumentException">
    /// An index of network or schedule names nothing (or something of another kind), a length, diameter, time or limit is not in its range, or the initial
    /// state belongs to another network.
    /// </exception>
    public static TransientResult Run(
        GasNetwork network,
        HydraulicSolution? initial,
        TransientSettings settings,
        TransientSchedule schedule,
        Action<TransientSnapshot>? sink = null,
        Action<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(schedule);
        TransientArguments.Check(network, initial, settings, schedule);
        var complaints = new List<HydraulicComplaint>();
        TransientModel? model = new ModelBuilder(network, initial, settings, schedule, complaints).Build();
        if (model is null)
            return new TransientResult { Network = network, Status = TransientStatus.Invalid, Complaints = complaints };
        if (new TransientRun(model, sink, complaints).Go(needsRest: true, progress, cancel) is { } result)
            return result;

        // The discrete equations did not come to rest: the steady solver's state is the next best start.
        HydraulicSolution? steady = initial is { Status: HydraulicStatus.Converged }
            ? initial
            : SteadyFlow.Solve(StartNetwork.At(network, schedule, settings.StartTime), settings.Hydraulics, cancel);
        complaints.Clear();
        if (steady.Status != HydraulicStatus.Converged)
            return NoStart(steady, model, cancel);
        model = new ModelBuilder(network, steady, settings with { Start = TransientStart.AsGiven }, schedule, complaints).Build()!;
        const string told = "The discrete equations were not brought to rest under the conditions at the start; the run starts from the state of the steady solver.";
        complaints.Add(new HydraulicComplaint(ComplaintKind.NotConverged, -1, -1, told, false));
        return new TransientRun(model, sink, complaints).Go(needsRest: false, progress, cancel)!;
    }

    /// <summary>There is nothing to start from: the steady solver's reasons stand for it, and no figures.</summary>
    private static TransientResult NoStart(HydraulicSolution steady, TransientModel model, CancellationToken cancel)
    {
        const string told = "There is no steady flow under the conditions at the start, and without one nothing was simulated.";
        return new TransientResult
        {
            Network = model.Network,
            Status = cancel.IsCancellationRequested ? TransientStatus.Cancelled : TransientStatus.Failed,
            Complaints = [new HydraulicComplaint(ComplaintKind.NotConverged, -1, -1, told, true), .. steady.Complaints.Where(complaint => complaint.IsFatal)],
            Steps = new StepStatistics(Iterations: model.Solver.Iterations),
        };
    }
}
