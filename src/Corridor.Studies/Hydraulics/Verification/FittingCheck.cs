using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Losses of pressure at fittings, and the elements that are nothing else: short pipes, valves, resistors, pumps.</summary>
internal sealed class FittingCheck(CheckedState state)
{
    internal void Check(int e, PressureLoss loss)
    {
        GasElement element = state.Network.Elements[e];
        double from = state.Pressure(element.From);
        double to = state.Pressure(element.To);
        if (!(from > 0.0) || !(to > 0.0))
        {
            // What nothing flows through may separate a part with pressure from one without where it needs a difference of pressure to open.
            return;
        }

        double flow = state.Flow(e);
        double unexplained = from - to - Drop(e, loss, flow, from, to);
        state.Tally.AddElement(
            HydraulicResidualKind.Fitting,
            unexplained / Math.Max(from, to),
            e,
            $"Across {state.Name(e)} the pressure falls by {from - to:0.######} Pa at {flow:0.######} kg/s, {unexplained:0.###e+0} Pa more than it loses.");
    }

    internal void CheckPump(int e, GasPump pump)
    {
        double from = state.Pressure(pump.From);
        double to = state.Pressure(pump.To);
        if (!(from > 0.0) || !(to > 0.0))
            return;
        double density = state.Density(state.Gas(e), 0.5 * (from + to), state.Temperature(pump.From));
        double volume = 3600.0 * Math.Max(0.0, state.Flow(e)) / density;
        double lift = 0.0;
        for (int k = 0; k < pump.LiftByVolumeFlow.Count; k++)
            lift += pump.LiftByVolumeFlow[k] * Math.Pow(volume, pump.LiftByVolumeFlow.Count - 1 - k);
        double expected = from + (1e5 * lift);
        state.Tally.AddElement(
            HydraulicResidualKind.Fitting,
            (to - expected) / Math.Max(from, to),
            e,
            $"Pump {pump.Id} lifts to {to / 1e5:0.######} bar; its curve leads to {expected / 1e5:0.######} bar.");
    }

    /// <summary>Pressure behind a loss that gas enters (flow ≥ 0) or leaves (flow below 0) at a known pressure.</summary>
    /// <param name="e">The element.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="flow">Flow away from the known pressure [kg/s].</param>
    /// <param name="known">The known pressure [Pa].</param>
    /// <param name="temperature">Temperature of the gas in the fitting [K].</param>
    internal double Behind(int e, PressureLoss loss, double flow, double known, double temperature)
    {
        if (loss.IsNone)
            return known;
        if (loss.DragFactor is not > 0.0)
            return known - (loss.Fixed!.Value * (flow < 0.0 ? -1.0 : 1.0));
        if (flow >= 0.0)
            return known - Drag(e, loss, flow, known, temperature);

        // Δp = c/ρ(p) at the unknown pressure, which is the greater: the iteration contracts.
        double pressure = known;
        for (int k = 0; k < 200; k++)
        {
            double next = known + Drag(e, loss, flow, pressure, temperature);
            if (Math.Abs(next - pressure) <= 1e-14 * next)
                return next;
            pressure = k < 20 ? next : 0.5 * (next + pressure);
        }

        return pressure;
    }

    /// <summary>The fall of pressure from the first node to the second that the loss explains.</summary>
    private double Drop(int e, PressureLoss loss, double flow, double from, double to)
    {
        if (loss.IsNone)
            return 0.0;
        if (loss.DragFactor is > 0.0)
            return flow >= 0.0 ? Drag(e, loss, flow, from, state.Temperature(state.Network.Elements[e].From)) : -Drag(e, loss, flow, to, state.Temperature(state.Network.Elements[e].To));
        double lost = loss.Fixed!.Value;
        if (Math.Abs(state.RelativeFlow(e, flow)) > state.Tally.Tolerances.Flow)
            return flow > 0.0 ? lost : -lost;
        return Math.Clamp(from - to, -lost, lost);
    }

    private double Drag(int e, PressureLoss loss, double flow, double pressure, double temperature)
    {
        double area = Math.PI / 4.0 * loss.Diameter!.Value * loss.Diameter.Value;
        double density = state.Density(state.Gas(e), pressure, temperature);
        double velocity = flow / (density * area);
        return 0.5 * loss.DragFactor!.Value * density * velocity * velocity;
    }
}
