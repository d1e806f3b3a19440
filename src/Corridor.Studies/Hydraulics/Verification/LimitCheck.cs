using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Bounds: a converged state may pass them, but not in silence.</summary>
internal sealed class LimitCheck(CheckedState state)
{
    internal void Check()
    {
        for (int i = 0; i < state.Network.Nodes.Count; i++)
        {
            GasNode node = state.Network.Nodes[i];
            NodeState stated = state.Solution.Nodes[i];
            double scale = state.FlowScale(i);
            AtNode(i, Below(stated.Pressure, node.PressureMin, node.PressureMin), "least pressure");
            AtNode(i, Below(node.PressureMax, stated.Pressure, node.PressureMax), "greatest pressure");
            AtNode(i, Below(stated.Injection, node.InjectionMin, scale), "least injection");
            AtNode(i, Below(node.InjectionMax, stated.Injection, scale), "greatest injection");
        }

        for (int e = 0; e < state.Network.Elements.Count; e++)
            Check(e);
    }

    private void Check(int e)
    {
        GasElement element = state.Network.Elements[e];
        ElementState stated = state.Solution.Elements[e];
        double scale = state.FlowScale(element.From);
        double from = state.Pressure(element.From);
        double to = state.Pressure(element.To);
        AtElement(e, Below(stated.Flow, element.FlowMin, scale), "least flow");
        AtElement(e, Below(element.FlowMax, stated.Flow, scale), "greatest flow");
        bool isActive = stated.Mode is not (null or StationMode.Closed or StationMode.Bypass);
        switch (element)
        {
            case GasPipe pipe:
                AtElement(e, Below(pipe.PressureMax, Math.Max(from, to), pipe.PressureMax), "greatest pressure");
                AtElement(e, Below(stated.ErosionalVelocity, Math.Abs(stated.Velocity), stated.ErosionalVelocity), "erosional velocity");
                break;
            case GasControlValve valve when isActive:
                AtElement(e, Below(from - to, valve.PressureDropMin, from), "least drop of pressure");
                AtElement(e, Below(valve.PressureDropMax, from - to, from), "greatest drop of pressure");
                AtElement(e, Below(from, valve.InletPressureMin, from), "least inlet pressure");
                AtElement(e, Below(valve.OutletPressureMax, to, to), "greatest outlet pressure");
                break;
            case GasCompressorStation station when isActive:
                AtElement(e, Below(station.RatioMax, to / from, station.RatioMax), "greatest ratio");
                AtElement(e, Below(station.PowerMax, stated.Power, station.PowerMax), "greatest power");
                AtElement(e, Below(from, station.InletPressureMin, from), "least inlet pressure");
                AtElement(e, Below(station.OutletPressureMax, to, to), "greatest outlet pressure");
                break;
            default:
                break;
        }
    }

    /// <summary>By how much a lesser figure should have been greater; 0 where it is, or where either is not stated.</summary>
    private static double Below(double? figure, double? bound, double? size) =>
        figure is { } a && bound is { } b && a < b ? (b - a) / Math.Max(Math.Abs(size!.Value), double.Epsilon) : 0.0;

    private void AtNode(int i, double excess, string name)
    {
        if (excess > 0.0 && !state.Solution.Complaints.Any(complaint => complaint.Node == i))
            state.Tally.AddNode(HydraulicResidualKind.SilentLimit, excess, i, $"Node {state.Network.Nodes[i].Id} passes its {name}, and no complaint says so.");
    }

    private void AtElement(int e, double excess, string name)
    {
        if (excess > 0.0 && !state.Solution.Complaints.Any(complaint => complaint.Element == e))
            state.Tally.AddElement(HydraulicResidualKind.SilentLimit, excess, e, $"{state.Name(e)} passes its {name}, and no complaint says so.");
    }
}
