using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Figures of nodes and elements that follow from pressures and flows; those of pipes and stations are checked with them.</summary>
internal static class DerivedCheck
{
    internal static void Check(CheckedState state)
    {
        for (int i = 0; i < state.Network.Nodes.Count; i++)
        {
            NodeState node = state.Solution.Nodes[i];
            if (!(node.Pressure > 0.0))
                continue;
            double density = state.Density(state.NodeGas(i), node.Pressure, state.Temperature(i));
            string id = state.Network.Nodes[i].Id;
            state.Tally.AddNode(
                HydraulicResidualKind.Derived, CheckedState.Relative(node.Density, density), i, $"The density at node {id} is stated as {node.Density:0.######} kg/m³; {density:0.######} kg/m³ follow.");
            if (!state.Settings.TrackTemperature)
            {
                state.Tally.AddNode(
                    HydraulicResidualKind.Derived,
                    CheckedState.Relative(node.Temperature, state.Network.Temperature),
                    i,
                    $"The temperature at node {id} is stated as {node.Temperature:0.###} K; the flow is isothermal at {state.Network.Temperature:0.###} K.");
            }
        }

        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            double from = state.Pressure(element.From);
            double to = state.Pressure(element.To);
            if (!(from > 0.0) || !(to > 0.0))
                continue;
            double ratio = state.Solution.Elements[e].Ratio;
            state.Tally.AddElement(
                HydraulicResidualKind.Derived, CheckedState.Relative(ratio, to / from), e, $"The ratio of {state.Name(e)} is stated as {ratio:0.######}; {to / from:0.######} follows.");
        }
    }
}
