using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Refuses arguments that no run can make sense of.</summary>
internal static class TransientArguments
{
    internal static void Check(GasNetwork network, HydraulicSolution? initial, TransientSettings settings, TransientSchedule schedule)
    {
        Demand(network.Nodes.Count > 0, "A network has at least one node.", nameof(network));
        foreach (GasElement element in network.Elements)
        {
            Demand(
                Node(network, element.From) && Node(network, element.To) && element.From != element.To,
                $"The {element.Kind} '{element.Id}' must join two different nodes of the network.",
                nameof(network));
            if (element is GasPipe pipe)
                Demand(Positive(pipe.Length) && Positive(pipe.Diameter), $"Pipe '{pipe.Id}' must have a length and a diameter above zero.", nameof(network));
        }

        Demand(initial is null || initial.Nodes.Count == network.Nodes.Count && initial.Elements.Count == network.Elements.Count, "The initial state belongs to another network.", nameof(initial));
        Check(settings);
        foreach (NodeSeries series in (schedule.Boundary?.Pressures ?? []).Concat(schedule.Boundary?.Injections ?? []))
            Demand(Node(network, series.Node), "A series names a node that does not exist.", nameof(schedule));
        foreach (NodeSeries series in schedule.Boundary?.Pressures ?? [])
            Demand(series.Series.Values.All(Positive), "A pressure that is held must be above zero.", nameof(schedule));
        foreach (ControlSeries series in schedule.Boundary?.Controls ?? [])
            Demand(IsStation(network, series.Element), "A series of set points names no station or regulator.", nameof(schedule));
        foreach (StorageSite site in schedule.Storages)
        {
            Demand(
                Node(network, site.Node) && Positive(site.Pressure) && site.WithdrawalMax >= 0.0 && site.InjectionMax >= 0.0 && site.WorkingGas >= 0.0 && site.Capacity >= site.WorkingGas,
                "A store needs a node, a pressure above zero, rates that are not negative, and a capacity not below its working gas.",
                nameof(schedule));
        }

        foreach (GasEvent happening in schedule.Events)
            Check(network, happening);
    }

    private static void Check(TransientSettings settings)
    {
        Demand(Positive(settings.Duration), "The duration must be above zero.", nameof(settings));
        Demand(Positive(settings.Step) && Positive(settings.StepMin), "Steps must be above zero.", nameof(settings));
        Demand(Positive(settings.OutputInterval), "The time between outputs must be above zero.", nameof(settings));
        Demand(Positive(settings.CellLength) && settings.CellsMin >= 1, "Cells must have a length above zero, and a pipe at least one.", nameof(settings));
        Demand(Positive(settings.RelativeTolerance) && Positive(settings.NewtonTolerance) && Positive(settings.EventTolerance), "Tolerances must be above zero.", nameof(settings));
        Demand(Positive(settings.PressureFloor) && Positive(settings.BareNodeVolume) && Positive(settings.DischargeCoefficient), "Least pressure, bare volume and discharge coefficient must be above zero.", nameof(settings));
        Demand(settings.MaxIterations >= 1 && settings.MaxSteps >= 1, "At least one iteration and one step must be allowed.", nameof(settings));
        Demand(double.IsFinite(settings.StartTime), "The start must be a finite time.", nameof(settings));
        if (settings.Curtailment is { } rule)
            Demand(rule.Margin >= 0.0 && rule.Share is >= 0.0 and <= 1.0 && rule.RampTime >= 0.0, "A rule of curtailment needs a margin and ramp that are not negative and a share from 0 to 1.", nameof(settings));
    }

    private static void Check(GasNetwork network, GasEvent happening)
    {
        Demand(double.IsFinite(happening.Time), "An event needs a finite time.", nameof(happening));
        bool fits = happening switch
        {
            StationChange change => IsStation(network, change.Element),
            StationTrip trip => Element(network, trip.Element) is GasCompressorStation or GasControlValve,
            ValveChange valve => Element(network, valve.Element) is GasValve,
            EntryLoss loss => Node(network, loss.Node),
            PipeRupture rupture => Element(network, rupture.Element) is GasPipe pipe && rupture.Distance > 0.0 && rupture.Distance < pipe.Length
                && rupture.ValveDelay >= 0.0 && Positive(rupture.Opening),
            NodeRupture rupture => Node(network, rupture.Node) && rupture.ValveDelay >= 0.0 && Positive(rupture.Opening),
            _ => false,
        };
        Demand(fits, $"The event {happening} names nothing of its kind, or a figure outside its range.", nameof(happening));
    }

    private static bool IsStation(GasNetwork network, int element) => Element(network, element) is GasCompressorStation or GasControlValve;

    private static GasElement? Element(GasNetwork network, int element) =>
        element >= 0 && element < network.Elements.Count ? network.Elements[element] : null;

    private static bool Node(GasNetwork network, int node) => node >= 0 && node < network.Nodes.Count;

    private static bool Positive(double value) => value > 0.0 && double.IsFinite(value);

    private static void Demand(bool holds, string message, string name)
    {
        if (!holds)
            throw new ArgumentException(message, name);
    }
}
