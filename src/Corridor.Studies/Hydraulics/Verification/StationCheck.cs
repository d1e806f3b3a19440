using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>
/// Regulators and compressor stations. A control holds its set point, or gives it up in one of two ways: it stands open because the set point needs no work
/// (or, for a regulator, cannot be reached by lowering the pressure), or it is closed because gas would flow backwards. A regulator never raises the pressure, a
/// station never lowers it, unless its set point itself says so.
/// </summary>
internal sealed class StationCheck(CheckedState state, FittingCheck fittings)
{
    private readonly StationPowerCheck _power = new(state);

    internal void Check(int e, StationControl? control, PressureLoss lossIn, PressureLoss lossOut)
    {
        GasElement element = state.Network.Elements[e];
        StationMode? mode = state.Solution.Elements[e].Mode;
        if (control is null || mode is null)
        {
            Claim(e, $"{state.Name(e)} states no {(control is null ? "control" : "mode")}.");
            return;
        }

        if (mode == StationMode.Closed)
        {
            Closed(e, control);
            return;
        }

        if (control.Mode == StationMode.Closed || (mode != control.Mode && mode != StationMode.Bypass))
        {
            Claim(e, $"{state.Name(e)} is said to be in mode {mode}; its control is {control.Mode}.");
            return;
        }

        double from = state.Pressure(element.From);
        double to = state.Pressure(element.To);
        double flow = state.Flow(e);
        if (control.Mode == StationMode.Bypass)
        {
            Setpoint(e, CheckedState.Relative(to, from), $"Pressures across {state.Name(e)} in bypass are {from / 1e5:0.######} and {to / 1e5:0.######} bar.");
            return;
        }

        double before = fittings.Behind(e, lossIn, flow, from, state.EndTemperature(e, element.From));
        double behind = fittings.Behind(e, lossOut, -flow, to, state.EndTemperature(e, element.To));
        if (mode == StationMode.Bypass)
            Open(e, control, before, behind, flow);
        else
            Active(e, control, before, behind, flow);
        if (element is GasCompressorStation station)
            _power.Check(e, station, mode.Value, before, behind, flow);
    }

    private bool IsRegulator(int e) => state.Network.Elements[e] is GasControlValve;

    private void Active(int e, StationControl control, double before, double behind, double flow)
    {
        double value = control.Value;
        (double stated, double expected) = control.Mode switch
        {
            StationMode.Ratio => (behind, value * before),
            StationMode.PressureRise => (behind, before + value),
            StationMode.OutletPressure => (behind, value),
            StationMode.InletPressure => (before, value),
            StationMode.Power => (state.Solution.Elements[e].Power, value),
            _ => (0.0, 0.0),
        };
        double residual = control.Mode == StationMode.Flow ? state.RelativeFlow(e, flow - value) : CheckedState.Relative(stated, expected);
        Setpoint(e, residual, $"{state.Name(e)} holds its set point of {value:0.######} ({control.Mode}) with {before / 1e5:0.######} bar before it, {behind / 1e5:0.######} bar behind it and {flow:0.######} kg/s.");
        bool isWarned = IsWarned(e);
        if (!isWarned)
            Backward(e, flow);
        bool saysSo = isWarned && control is { Mode: StationMode.Ratio } or { Mode: StationMode.PressureRise };
        if (!saysSo)
            Work(e, IsRegulator(e) ? before - behind : behind - before, before, behind);
    }

    /// <summary>It stands open: the set point must not be one that it could hold.</summary>
    private void Open(int e, StationControl control, double before, double behind, double flow)
    {
        Setpoint(e, CheckedState.Relative(behind, before), $"Pressures across the open {state.Name(e)} are {before / 1e5:0.######} and {behind / 1e5:0.######} bar.");
        Backward(e, flow);
        bool raises = !IsRegulator(e);
        double sign = raises ? 1.0 : -1.0;
        double value = control.Value;
        double given = control.Mode switch
        {
            // A regulator opens where even so the outlet is below (the inlet above) the set point; a station where the gas arrives with enough.
            StationMode.OutletPressure => sign * (value - behind) / Math.Max(value, behind),
            StationMode.InletPressure => sign * (before - value) / Math.Max(value, before),
            StationMode.Flow => sign * (value - flow) / state.FlowScale(state.Network.Elements[e].From),
            StationMode.Ratio => !raises && value > 1.0 && IsWarned(e) ? 0.0 : 1.0,
            StationMode.PressureRise => !raises && value > 0.0 && IsWarned(e) ? 0.0 : 1.0,
            _ => 1.0,
        };
        Direction(e, Math.Max(0.0, given), $"{state.Name(e)} stands open although it could hold its set point of {value:0.######} ({control.Mode}).");
    }

    /// <summary>It is closed: gas that it let pass would have to flow backwards.</summary>
    private void Closed(int e, StationControl control)
    {
        double flow = state.Flow(e);
        state.Tally.AddElement(HydraulicResidualKind.ClosedFlow, state.RelativeFlow(e, flow), e, $"{flow:0.######} kg/s flow through the closed {state.Name(e)}.");
        GasElement element = state.Network.Elements[e];
        double before = state.Pressure(element.From);
        double behind = state.Pressure(element.To);
        if (control.Mode == StationMode.Closed || double.IsNaN(before) || double.IsNaN(behind))
            return;
        if (control.Mode == StationMode.Bypass)
        {
            Claim(e, $"{state.Name(e)} is closed; its control is bypass.");
            return;
        }

        double value = control.Value;
        bool raises = !IsRegulator(e);
        double falls = before - behind;
        double drive = control.Mode switch
        {
            StationMode.OutletPressure => raises ? value - behind : Math.Min(value - behind, falls),
            StationMode.InletPressure => raises ? before - value : Math.Min(before - value, falls),
            StationMode.Ratio => (Math.Min(value, 1.0) * before) - behind,
            StationMode.PressureRise => before + Math.Min(value, 0.0) - behind,
            StationMode.Flow => value > 0.0 ? falls : 0.0,
            _ => before,
        };
        Direction(e, Math.Max(0.0, drive) / Math.Max(before, behind), $"{state.Name(e)} is closed although gas would flow forwards, from {before / 1e5:0.######} bar to {behind / 1e5:0.######} bar.");
    }

    private bool IsWarned(int e) => state.Solution.Complaints.Any(complaint => complaint.Element == e && complaint.Kind == ComplaintKind.StationLimit);

    private void Backward(int e, double flow) =>
        Direction(e, Math.Max(0.0, -state.RelativeFlow(e, flow)), $"{flow:0.######} kg/s flow backwards through {state.Name(e)}.");

    private void Work(int e, double work, double before, double behind) =>
        Direction(e, Math.Max(0.0, -work) / Math.Max(before, behind), $"{state.Name(e)} changes the pressure the wrong way, from {before / 1e5:0.######} to {behind / 1e5:0.######} bar.");

    private void Claim(int e, FormattableString message) => state.Tally.AddElement(HydraulicResidualKind.Claim, 1.0, e, message);

    private void Setpoint(int e, double value, FormattableString message) => state.Tally.AddElement(HydraulicResidualKind.Setpoint, value, e, message);

    private void Direction(int e, double value, FormattableString message) => state.Tally.AddElement(HydraulicResidualKind.Direction, value, e, message);
}
