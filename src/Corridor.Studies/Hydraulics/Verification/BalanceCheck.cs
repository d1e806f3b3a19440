using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Nodes: mass balance, injections and pressures as given.</summary>
internal static class BalanceCheck
{
    internal static void Check(CheckedState state)
    {
        int count = state.Network.Nodes.Count;
        var balance = new double[count];
        for (int i = 0; i < count; i++)
            balance[i] = state.Solution.Nodes[i].Injection;
        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            balance[element.From] -= state.Flow(e);
            balance[element.To] += state.Flow(e);
        }

        foreach (FuelDraw draw in state.Solution.Fuel)
            balance[draw.Node] -= draw.Flow;
        for (int i = 0; i < count; i++)
        {
            GasNode node = state.Network.Nodes[i];
            double injection = state.Solution.Nodes[i].Injection;
            state.Tally.AddNode(HydraulicResidualKind.Balance, balance[i] / state.FlowScale(i), i, $"At node {node.Id} {balance[i]:0.###e+0} kg/s more arrive than leave.");
            if (node.InService && node.PressureSetpoint is { } held)
            {
                double pressure = state.Pressure(i);
                state.Tally.AddNode(
                    HydraulicResidualKind.HeldPressure,
                    CheckedState.Relative(pressure, held),
                    i,
                    $"The pressure at node {node.Id} is {pressure / 1e5:0.######} bar where {held / 1e5:0.######} bar is held.");
                continue;
            }

            double given = node.InService ? node.Injection : 0.0;
            state.Tally.AddNode(
                HydraulicResidualKind.Injection,
                (injection - given) / state.FlowScale(i),
                i,
                $"The injection at node {node.Id} is {injection:0.######} kg/s where {given:0.######} kg/s is given.");
        }
    }
}
