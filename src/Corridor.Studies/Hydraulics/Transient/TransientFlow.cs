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
        return model is null
            ? new TransientResult { Network = network, Status = TransientStatus.Invalid, Complaints = complaints }
            : new TransientRun(model, sink, complaints).Go(progress, cancel);
    }
}
