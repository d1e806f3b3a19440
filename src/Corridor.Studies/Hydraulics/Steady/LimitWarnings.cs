using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Limits that a converged state passes. They do not stand in the way of the state itself.</summary>
internal static class LimitWarnings
{
    private const double Tolerance = 1e-6;

    /// <summary>Adds a warning for each bound that is passed.</summary>
    internal static void Add(GasNetwork network, NodeState[] nodes, ElementState[] elements, StationControl?[] control, List<HydraulicComplaint> complaints)
    {
        for (int i = 0; i < nodes.Length; i++)
            AddNode(network.Nodes[i], i, nodes[i], complaints);
        for (int e = 0; e < elements.Length; e++)
        {
            GasElement element = network.Elements[e];
            ElementState state = elements[e];
            double size = Math.Max(1.0, Math.Abs(state.Flow)) * Tolerance;
            if (element.FlowMin is { } least && state.Flow < least - size)
                Warn(ComplaintKind.FlowBound, e, $"The flow of {Name(element)}, {state.Flow:0.###} kg/s, is below its bound of {least:0.###} kg/s.");
            if (element.FlowMax is { } most && state.Flow > most + size)
                Warn(ComplaintKind.FlowBound, e, $"The flow of {Name(element)}, {state.Flow:0.###} kg/s, is above its bound of {most:0.###} kg/s.");
            if (Math.Abs(state.Velocity) > state.ErosionalVelocity)
                Warn(ComplaintKind.Velocity, e, $"The velocity in {Name(element)}, {Math.Abs(state.Velocity):0.#} m/s, is above the erosional limit of {state.ErosionalVelocity:0.#} m/s.");
            double inlet = nodes[element.From].Pressure;
            double outlet = nodes[element.To].Pressure;
            if (element is GasPipe { PressureMax: { } wall } && Math.Max(inlet, outlet) > wall * (1.0 + Tolerance))
                Warn(ComplaintKind.PressureBound, e, $"The pressure in {Name(element)}, {Math.Max(inlet, outlet) / 1e5:0.###} bar, is above the {wall / 1e5:0.###} bar that its wall bears.");
            if (element is GasControlValve valve)
                AddValve(valve, state, control[e], inlet, outlet, Warn, e);
            else if (element is GasCompressorStation station)
                AddStation(station, state, control[e], inlet, outlet, Warn, e);
        }

        void Warn(ComplaintKind kind, int element, FormattableString message) =>
            complaints.Add(new HydraulicComplaint(kind, -1, element, message.ToString(CultureInfo.InvariantCulture), false));
    }

    private static string Name(GasElement element) => $"{element.Kind} {element.Id}";

    private static void AddNode(GasNode node, int i, NodeState state, List<HydraulicComplaint> complaints)
    {
        if (node.PressureMin is { } low && state.Pressure < low * (1.0 - Tolerance))
            Warn(ComplaintKind.PressureBound, $"The pressure at node {node.Id}, {state.Pressure / 1e5:0.###} bar, is below its bound of {low / 1e5:0.###} bar.");
        if (node.PressureMax is { } high && state.Pressure > high * (1.0 + Tolerance))
            Warn(ComplaintKind.PressureBound, $"The pressure at node {node.Id}, {state.Pressure / 1e5:0.###} bar, is above its bound of {high / 1e5:0.###} bar.");
        double size = Math.Max(1.0, Math.Abs(state.Injection)) * Tolerance;
        if (node.InjectionMin is { } least && state.Injection < least - size)
            Warn(ComplaintKind.FlowBound, $"The injection at node {node.Id}, {state.Injection:0.###} kg/s, is below its bound of {least:0.###} kg/s.");
        if (node.InjectionMax is { } most && state.Injection > most + size)
            Warn(ComplaintKind.FlowBound, $"The injection at node {node.Id}, {state.Injection:0.###} kg/s, is above its bound of {most:0.###} kg/s.");

        void Warn(ComplaintKind kind, FormattableString message) =>
            complaints.Add(new HydraulicComplaint(kind, i, -1, message.ToString(CultureInfo.InvariantCulture), false));
    }

    private static void AddValve(
        GasControlValve valve, ElementState state, StationControl? control, double inlet, double outlet, Action<ComplaintKind, int, FormattableString> warn, int e)
    {
        if (control is { Mode: StationMode.Ratio, Value: > 1.0 } or { Mode: StationMode.PressureRise, Value: > 0.0 })
            warn(ComplaintKind.StationLimit, e, $"{Name(valve)} is asked to raise the pressure, which a regulator cannot; it stands open.");
        if (state.Mode is null or StationMode.Closed or StationMode.Bypass)
            return;
        double drop = inlet - outlet;
        if (drop < valve.PressureDropMin - (Tolerance * inlet))
            warn(ComplaintKind.StationLimit, e, $"{Name(valve)} lowers the pressure by {drop / 1e5:0.###} bar, less than its least drop of {valve.PressureDropMin / 1e5:0.###} bar.");
        if (valve.PressureDropMax is { } most && drop > most + (Tolerance * inlet))
            warn(ComplaintKind.StationLimit, e, $"{Name(valve)} lowers the pressure by {drop / 1e5:0.###} bar, more than its greatest drop of {most / 1e5:0.###} bar.");
        AddPressures(valve, valve.InletPressureMin, valve.OutletPressureMax, inlet, outlet, warn, e);
    }

    private static void AddStation(
        GasCompressorStation station, ElementState state, StationControl? control, double inlet, double outlet, Action<ComplaintKind, int, FormattableString> warn, int e)
    {
        if (state.Mode is null or StationMode.Closed or StationMode.Bypass)
            return;
        if (state.Flow < -Tolerance)
            warn(ComplaintKind.StationLimit, e, $"Gas flows backwards through {Name(station)}, {state.Flow:0.###} kg/s, against the ratio it holds.");
        if (state.Ratio < 1.0 - Tolerance && control is { Mode: StationMode.Ratio, Value: < 1.0 } or { Mode: StationMode.PressureRise, Value: < 0.0 })
            warn(ComplaintKind.StationLimit, e, $"{Name(station)} lowers the pressure, as its set point states.");
        if (station.RatioMax is { } ratio && state.Ratio > ratio * (1.0 + Tolerance))
            warn(ComplaintKind.StationLimit, e, $"The ratio of {Name(station)}, {state.Ratio:0.####}, is above its limit of {ratio:0.####}.");
        if (station.PowerMax is { } power && state.Power > power * (1.0 + Tolerance))
            warn(ComplaintKind.StationLimit, e, $"The power of {Name(station)}, {state.Power / 1e6:0.###} MW, is above its limit of {power / 1e6:0.###} MW.");
        if (state.Operation is { PassesLimit: true } operation && IsNews(station, state, operation))
            warn(ComplaintKind.StationLimit, e, $"{StationWords.Of(station, operation)}");
        AddPressures(station, station.InletPressureMin, station.OutletPressureMax, inlet, outlet, warn, e);
    }

    /// <summary>Whether a limit is not spoken of already: those of machines, and a ratio that only the losses of the station make too great.</summary>
    private static bool IsNews(GasCompressorStation station, ElementState state, StationOperation operation) => operation.LimitingUnit is not null
        || (operation.Limit == StationLimit.RatioMin && StationWork.HasMap(station))
        || (operation.Limit == StationLimit.RatioMax && !(state.Ratio > station.RatioMax * (1.0 + Tolerance)));

    private static void AddPressures(
        GasElement element, double? inletMin, double? outletMax, double inlet, double outlet, Action<ComplaintKind, int, FormattableString> warn, int e)
    {
        if (inletMin is { } low && inlet < low * (1.0 - Tolerance))
            warn(ComplaintKind.StationLimit, e, $"The inlet pressure of {Name(element)}, {inlet / 1e5:0.###} bar, is below its limit of {low / 1e5:0.###} bar.");
        if (outletMax is { } high && outlet > high * (1.0 + Tolerance))
            warn(ComplaintKind.StationLimit, e, $"The outlet pressure of {Name(element)}, {outlet / 1e5:0.###} bar, is above its limit of {high / 1e5:0.###} bar.");
    }
}
