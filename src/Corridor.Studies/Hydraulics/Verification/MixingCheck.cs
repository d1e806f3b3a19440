using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Gas at each node against what flows in: molar mass and composition mix by amounts of substance, exactly; the other figures must lie between those
/// of the gases that meet.
/// </summary>
internal static class MixingCheck
{
    internal static void Check(CheckedState state)
    {
        if (!state.Settings.TrackQuality || state.Network.Nodes.All(node => node.Gas is null || ReferenceEquals(node.Gas, state.Network.Gas)))
            return;
        int count = state.Network.Nodes.Count;
        var inflow = new List<(double Mass, GasQuality Gas)>[count];
        for (int i = 0; i < count; i++)
        {
            inflow[i] = [];
            if (state.Solution.Nodes[i].Injection > 0.0)
                inflow[i].Add((state.Solution.Nodes[i].Injection, state.EnteringGas(i)));
        }

        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            double flow = state.Flow(e);
            if (flow > 0.0)
                inflow[element.To].Add((flow, state.Solution.Nodes[element.From].Gas));
            else if (flow < 0.0)
                inflow[element.From].Add((-flow, state.Solution.Nodes[element.To].Gas));
        }

        for (int i = 0; i < count; i++)
        {
            if (inflow[i].Sum(stream => stream.Mass) > state.Tally.Tolerances.Flow * state.FlowScale(i))
                Check(state, i, inflow[i]);
        }
    }

    private static void Check(CheckedState state, int node, List<(double Mass, GasQuality Gas)> inflow)
    {
        GasQuality stated = state.Solution.Nodes[node].Gas;
        string id = state.Network.Nodes[node].Id;
        double mass = inflow.Sum(stream => stream.Mass);
        double substance = inflow.Sum(stream => stream.Mass / stream.Gas.MolarMass);
        double molarMass = mass / substance;
        state.Tally.AddNode(
            HydraulicResidualKind.Mixing,
            CheckedState.Relative(stated.MolarMass, molarMass),
            node,
            $"The gas at node {id} is stated with {1e3 * stated.MolarMass:0.######} g/mol; the mixture of what flows in has {1e3 * molarMass:0.######} g/mol.");
        if (inflow.TrueForAll(stream => stream.Gas.Composition is not null))
            Composition(state, node, inflow, substance, stated);
        Between(gas => gas.PseudocriticalPressure, "pseudocritical pressure");
        Between(gas => gas.PseudocriticalTemperature, "pseudocritical temperature");
        Between(gas => gas.CalorificValue, "calorific value");
        Between(gas => gas.NormDensity, "norm density");

        void Between(Func<GasQuality, double?> figure, string name)
        {
            if (inflow.Exists(stream => figure(stream.Gas) is null))
                return;
            double least = inflow.Min(stream => figure(stream.Gas)!.Value);
            double most = inflow.Max(stream => figure(stream.Gas)!.Value);
            double value = figure(stated) ?? double.NaN;
            double outside = Math.Max(Math.Max(least - value, value - most), 0.0) / Math.Abs(most);
            state.Tally.AddNode(
                HydraulicResidualKind.Mixing,
                outside,
                node,
                $"The {name} at node {id}, {value:0.######}, is not between the {least:0.######} and {most:0.######} of what flows in.");
        }
    }

    private static void Composition(CheckedState state, int node, List<(double Mass, GasQuality Gas)> inflow, double substance, GasQuality stated)
    {
        for (int k = 0; k < Enum.GetValues<GasComponent>().Length; k++)
        {
            double expected = inflow.Sum(stream => stream.Mass / stream.Gas.MolarMass * stream.Gas.Composition![k]) / substance;
            double fraction = stated.Composition?[k] ?? double.NaN;
            state.Tally.AddNode(
                HydraulicResidualKind.Mixing,
                fraction - expected,
                node,
                $"The share of {(GasComponent)k} at node {state.Network.Nodes[node].Id} is stated as {fraction:0.########}; the mixture of what flows in has {expected:0.########}.");
        }
    }
}
