using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Which nodes must have a pressure, and which cannot: those that no open element joins to a pressure that is held.</summary>
internal sealed class ReferenceCheck(CheckedState state)
{
    internal void Check()
    {
        // What surely carries pressure, and what may: a fitting with a fixed loss carries it only while gas flows.
        int[] surely = Parts(mayBe: false);
        int[] perhaps = Parts(mayBe: true);
        var held = new bool[surely.Length];
        var reached = new bool[surely.Length];
        for (int i = 0; i < surely.Length; i++)
        {
            if (state.Network.Nodes[i] is { InService: true, PressureSetpoint: not null })
            {
                held[surely[i]] = true;
                reached[perhaps[i]] = true;
            }
        }

        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            switch (state.Solution.Elements[e].Mode)
            {
                case StationMode.OutletPressure:
                    reached[perhaps[element.To]] = true;
                    break;
                case StationMode.InletPressure:
                    reached[perhaps[element.From]] = true;
                    break;
                default:
                    break;
            }
        }

        for (int i = 0; i < surely.Length; i++)
        {
            GasNode node = state.Network.Nodes[i];
            double pressure = state.Pressure(i);
            if (!double.IsNaN(pressure) && !(pressure > 0.0 && double.IsFinite(pressure)))
                Wrong(i, $"The pressure at node {node.Id} is {pressure:0.###} Pa.");
            else if (node.InService && held[surely[i]] && double.IsNaN(pressure))
                Wrong(i, $"Node {node.Id} has no pressure although one is held in its part of the network.");
            else if (!double.IsNaN(pressure) && !(node.InService && reached[perhaps[i]]))
                Wrong(i, $"Node {node.Id} has a pressure of {pressure / 1e5:0.###} bar although nothing determines it.");
            else if (double.IsNaN(pressure))
                CheckIdle(i);
        }

        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            GasElement element = state.Network.Elements[e];
            double flow = state.Flow(e);
            if (!double.IsNaN(state.Pressure(element.From)) && !double.IsNaN(state.Pressure(element.To)))
                continue;
            if (!(Math.Abs(state.RelativeFlow(e, flow)) <= state.Tally.Tolerances.Flow))
                state.Tally.AddElement(HydraulicResidualKind.Pressure, 1.0, e, $"{flow:0.######} kg/s flow through {state.Name(e)}, one end of which has no pressure.");
        }
    }

    /// <summary>Nothing can be said about flows where there is no pressure: there must be none.</summary>
    private void CheckIdle(int i)
    {
        double given = state.Network.Nodes[i].InService ? state.Network.Nodes[i].Injection : 0.0;
        if (given != 0.0)
            Wrong(i, $"Node {state.Network.Nodes[i].Id} has no pressure, but an injection of {given:0.######} kg/s.");
    }

    private void Wrong(int node, FormattableString message) => state.Tally.AddNode(HydraulicResidualKind.Pressure, 1.0, node, message);

    private int[] Parts(bool mayBe)
    {
        int[] part = [.. Enumerable.Range(0, state.Network.Nodes.Count)];
        for (int e = 0; e < state.Network.Elements.Count; e++)
        {
            if (!state.TakesPart(e) || !Carries(e, mayBe))
                continue;
            int a = Root(state.Network.Elements[e].From);
            int b = Root(state.Network.Elements[e].To);
            part[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (int i = 0; i < part.Length; i++)
            part[i] = Root(i);
        return part;

        int Root(int i)
        {
            while (part[i] != i)
                i = part[i] = part[part[i]];
            return i;
        }
    }

    private bool Carries(int e, bool mayBe) => state.Network.Elements[e] switch
    {
        GasValve { IsOpen: not true } => false,
        GasValve valve => Carries(e, valve.Loss, mayBe),
        GasResistor resistor => Carries(e, resistor.Loss, mayBe),
        GasControlValve or GasCompressorStation => state.Solution.Elements[e].Mode is
            StationMode.Bypass or StationMode.Ratio or StationMode.PressureRise or StationMode.Power,
        _ => true,
    };

    private bool Carries(int e, PressureLoss loss, bool mayBe) =>
        mayBe || loss.DragFactor is > 0.0 || loss.IsNone || Math.Abs(state.RelativeFlow(e, state.Flow(e))) > state.Tally.Tolerances.Flow;
}
