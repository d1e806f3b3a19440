using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Which links a network has when each element is in a given mode.</summary>
internal static class LinkPlan
{
    /// <summary>The mode that an element begins with.</summary>
    internal static ElementMode Initial(GasElement element, StationControl? control) => element switch
    {
        GasControlValve when control is { Mode: StationMode.Ratio, Value: > 1.0 } or { Mode: StationMode.PressureRise, Value: > 0.0 } => ElementMode.Open,
        GasControlValve or GasCompressorStation => control?.Mode switch
        {
            null or StationMode.Closed => ElementMode.Closed,
            StationMode.Bypass => ElementMode.Open,
            _ => ElementMode.Active,
        },
        _ => ElementMode.Active,
    };

    /// <summary>Adds the links of an element.</summary>
    /// <param name="places">The places.</param>
    /// <param name="e">Index of the element.</param>
    /// <param name="mode">What it does.</param>
    /// <param name="control">Control of a regulator or station; null for other elements.</param>
    /// <param name="isOpen">Whether a valve is open.</param>
    /// <param name="links">Where they are added.</param>
    internal static void Add(Places places, int e, ElementMode mode, StationControl? control, bool isOpen, List<Link> links)
    {
        GasElement element = places.Network.Elements[e];
        if (!TakesPart(places.Network, element))
            return;
        switch (element)
        {
            case GasPipe:
                links.Add(new Link(LinkKind.Pipe, element.From, element.To, e));
                break;
            case GasShortPipe:
                links.Add(new Link(LinkKind.Relation, element.From, element.To, e));
                break;
            case GasResistor resistor:
                AddLoss(resistor.Loss, element.From, element.To, e, mode, links);
                break;
            case GasValve valve:
                if (isOpen)
                    AddLoss(valve.Loss, element.From, element.To, e, mode, links);
                break;
            case GasPump:
                links.Add(new Link(LinkKind.Pump, element.From, element.To, e));
                break;
            case GasControlValve or GasCompressorStation when mode != ElementMode.Closed && control is not null:
                AddStation(places, e, mode, control, links);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether an element and both its nodes are in service.</summary>
    internal static bool TakesPart(GasNetwork network, GasElement element) =>
        element.InService && network.Nodes[element.From].InService && network.Nodes[element.To].InService;

    private static void AddStation(Places places, int e, ElementMode mode, StationControl control, List<Link> links)
    {
        GasElement element = places.Network.Elements[e];
        if (control.Mode == StationMode.Bypass)
        {
            links.Add(new Link(LinkKind.Relation, element.From, element.To, e));
            return;
        }

        int before = places.Before(e);
        int behind = places.Behind(e);
        if (places.HasInner(e))
        {
            (PressureLoss lossIn, PressureLoss lossOut) = Places.Losses(element);
            AddLoss(lossIn, element.From, before, e, ElementMode.Active, links);
            AddLoss(lossOut, behind, element.To, e, ElementMode.Active, links);
        }

        links.Add(mode == ElementMode.Open ? new Link(LinkKind.Relation, before, behind, e) : Machine(before, behind, e, control));
    }

    private static Link Machine(int before, int behind, int e, StationControl control) => control.Mode switch
    {
        StationMode.Ratio => new Link(LinkKind.Relation, before, behind, e, control.Value),
        StationMode.PressureRise => new Link(LinkKind.Relation, before, behind, e, 1.0, control.Value),
        StationMode.OutletPressure => new Link(LinkKind.HoldsEnd, before, behind, e, control.Value),
        StationMode.InletPressure => new Link(LinkKind.HoldsBeginning, before, behind, e, control.Value),
        StationMode.Flow => new Link(LinkKind.Transfer, before, behind, e, control.Value),
        StationMode.Power => new Link(LinkKind.Power, before, behind, e, control.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(control), control.Mode, "The mode has no machine."),
    };

    private static void AddLoss(PressureLoss loss, int from, int to, int e, ElementMode mode, List<Link> links)
    {
        if (loss.DragFactor is > 0.0)
            links.Add(new Link(LinkKind.Drag, from, to, e, loss.DragFactor.Value, loss.Diameter!.Value));
        else if (loss.Fixed is { } lost && lost != 0.0)
        {
            // Gas loses the amount in the direction of its flow; where the difference is smaller nothing flows.
            if (mode == ElementMode.Active)
                links.Add(new Link(LinkKind.Relation, from, to, e, 1.0, -lost));
            else if (mode == ElementMode.Backward)
                links.Add(new Link(LinkKind.Relation, from, to, e, 1.0, lost));
        }
        else
            links.Add(new Link(LinkKind.Relation, from, to, e));
    }
}
