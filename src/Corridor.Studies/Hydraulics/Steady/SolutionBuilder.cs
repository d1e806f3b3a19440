using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Makes the solution that people and other studies read from the state that the iteration reached.</summary>
internal sealed class SolutionBuilder(GasNetwork network, HydraulicSettings settings, Places places, StationControl?[] control, bool[] isOpen)
{
    /// <summary>A solution without figures.</summary>
    internal HydraulicSolution Failed(HydraulicStatus status, IReadOnlyList<HydraulicComplaint> complaints) => new()
    {
        Network = network,
        Settings = settings,
        Status = status,
        Nodes = [.. network.Nodes.Select(node => new NodeState(double.NaN, double.NaN, network.Temperature, double.NaN, node.Gas ?? network.Gas))],
        Elements = [.. network.Elements.Select(_ => new ElementState(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0.0, 0.0, 0.0, null))],
        Iterations = 0,
        Residual = double.NaN,
        Complaints = complaints,
    };

    /// <summary>The solution of a state.</summary>
    internal HydraulicSolution Build(SteadyState state, ElementMode[] modes, double[] injection, LinkLaws laws, GasQuality[]? gas, TemperatureTracking? heat, int iterations, StationRounds? rounds)
    {
        Wiring wiring = state.Wiring;
        var complaints = new List<HydraulicComplaint>(wiring.Complaints);
        if (state.Failure is not null)
            complaints.Add(state.Failure);
        CutOffParts.Report(network, places, state, injection, complaints);
        if (!state.IsConverged)
        {
            complaints.Add(NotConverged(state));
            bool isContradiction = complaints.Any(complaint => complaint.Kind is not ComplaintKind.NotConverged);
            return Failed(isContradiction ? HydraulicStatus.Infeasible : HydraulicStatus.Failed, complaints) with { Iterations = iterations, Residual = state.Residual };
        }

        if (LowestPressure.Find(network, places, state) is { } negative)
        {
            complaints.Add(negative);
            return Failed(HydraulicStatus.Infeasible, complaints) with { Iterations = iterations, Residual = state.Residual };
        }

        if (BeyondLaw(state, laws) is { } beyond)
        {
            complaints.Add(beyond);
            return Failed(HydraulicStatus.Infeasible, complaints) with { Iterations = iterations, Residual = state.Residual };
        }

        double[] flow = ElementFlows.Of(network, state, places);
        var nodes = new NodeState[network.Nodes.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            double pressure = state.Pressure[i];
            double given = network.Nodes[i].InService ? injection[i] : 0.0;
            if (rounds is not null && rounds.FuelAt[i] != 0.0)
                given += rounds.FuelAt[i];
            GasQuality quality = gas is null ? network.Nodes[i].Gas ?? network.Gas : gas[i];
            GasScale scale = gas is null ? laws.Reference : laws.ScaleOf(quality, out _) ?? laws.Reference;
            double density = double.IsNaN(pressure) ? double.NaN : gas is null ? state.Density[i] : scale.Density(pressure);
            double temperature = heat?.Node[i] ?? network.Temperature;
            if (heat is not null && pressure > 0.0)
                density = heat.HeatOf(quality).Density(pressure, temperature);
            nodes[i] = new NodeState(pressure, density, temperature, given, quality);
        }

        var elements = new ElementState[flow.Length];
        var states = new ElementStates(network, settings, laws, heat);
        for (int e = 0; e < flow.Length; e++)
            elements[e] = states.Of(e, flow[e], nodes, state.Pressure[places.Before(e)], state.Pressure[places.Behind(e)], Mode(e, modes[e]));
        if (settings.TakesFuel)
            AddFuelUnknown(elements, complaints);
        LimitWarnings.Add(network, nodes, elements, control, complaints);
        bool isFatal = complaints.Any(complaint => complaint.IsFatal);
        return new HydraulicSolution
        {
            Network = network,
            Settings = settings,
            Status = !isFatal ? HydraulicStatus.Converged
                : complaints.All(complaint => !complaint.IsFatal || complaint.Kind == ComplaintKind.NotConverged) ? HydraulicStatus.Failed
                : HydraulicStatus.Infeasible,
            Nodes = nodes,
            Elements = elements,
            Fuel = Fuel(rounds),
            Iterations = iterations,
            Residual = state.Residual,
            Complaints = [.. complaints.OrderByDescending(complaint => complaint.IsFatal)],
        };
    }

    /// <summary>A place where the flows and set points asked for need a pressure at which the gas has no law.</summary>
    private HydraulicComplaint? BeyondLaw(SteadyState state, LinkLaws laws)
    {
        for (int i = 0; i < state.Pressure.Length; i++)
        {
            if (!(state.Pressure[i] > laws.Reference.Cap))
                continue;
            int node = i < network.Nodes.Count ? i : network.Elements[places.Owner(i)].From;
            string message = string.Create(
                CultureInfo.InvariantCulture,
                $"The flows and set points asked for would need {state.Pressure[i] / 1e5:0} bar at node {network.Nodes[node].Id}; the equation of state reaches to {laws.Reference.Cap / 1e5:0} bar.");
            return new HydraulicComplaint(ComplaintKind.ConflictingSetpoints, node, -1, message, true);
        }

        return null;
    }

    private FuelDraw[] Fuel(StationRounds? rounds) => rounds is null
        ? []
        : [.. Enumerable.Range(0, rounds.Fuel.Length).Where(e => rounds.Fuel[e] > 0.0).Select(e => new FuelDraw(e, ((GasCompressorStation)network.Elements[e]).FuelNode!.Value, rounds.Fuel[e]))];

    private void AddFuelUnknown(ElementState[] elements, List<HydraulicComplaint> complaints)
    {
        for (int e = 0; e < elements.Length; e++)
        {
            if (network.Elements[e] is GasCompressorStation { FuelNode: not null } && elements[e].Operation is { FuelFlow: null })
                complaints.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, -1, e, $"The fuel of compressor {network.Elements[e].Id} is not taken from the network: its gas states no calorific value.", false));
        }
    }

    private StationMode? Mode(int e, ElementMode mode)
    {
        if (network.Elements[e] is not (GasControlValve or GasCompressorStation))
            return null;
        if (!LinkPlan.TakesPart(network, network.Elements[e]) || !isOpen[e])
            return StationMode.Closed;
        return mode switch
        {
            ElementMode.Closed => StationMode.Closed,
            ElementMode.Open => StationMode.Bypass,
            _ => control[e]!.Mode,
        };
    }

    private HydraulicComplaint NotConverged(SteadyState state)
    {
        if (state.WorstLink < 0)
        {
            int place = state.WorstCluster < 0 ? 0 : state.Wiring.First[state.WorstCluster];
            int node = place < network.Nodes.Count ? place : network.Elements[places.Owner(place)].From;
            return new HydraulicComplaint(ComplaintKind.NotConverged, node, -1, $"The iteration did not converge; the balance of node {network.Nodes[node].Id} is the worst.", true);
        }

        GasElement element = network.Elements[state.Wiring.Links[state.WorstLink].Element];
        string residual = state.Residual.ToString("0.#e+0", CultureInfo.InvariantCulture);
        return new HydraulicComplaint(
            ComplaintKind.NotConverged,
            -1,
            state.Wiring.Links[state.WorstLink].Element,
            $"The iteration did not converge in {state.Iterations} steps; the {element.Kind} {element.Id} has the greatest residual, {residual} of its pressure.",
            true);
    }
}
