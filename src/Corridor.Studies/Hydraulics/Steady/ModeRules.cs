using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>
/// What an element with several states must do at given pressures and flow: complementarity of set point, opening and direction. A regulator never raises
/// the pressure and lets nothing flow backwards; a station whose gas arrives with the pressure asked for lets it pass.
/// </summary>
/// <param name="PressureTolerance">Differences of pressure that count as none [Pa].</param>
/// <param name="FlowTolerance">Flows that count as none [kg/s].</param>
internal readonly record struct ModeRules(double PressureTolerance, double FlowTolerance)
{
    /// <summary>Whether an element can change its state.</summary>
    internal static bool IsSwitching(GasElement element, StationControl? control, bool isOpen) => element switch
    {
        GasResistor resistor => resistor.Loss.DragFactor is not > 0.0 && resistor.Loss.Fixed is > 0.0,
        GasValve valve => isOpen && valve.Loss.DragFactor is not > 0.0 && valve.Loss.Fixed is > 0.0,
        GasControlValve => control is not null && control.Mode is not (StationMode.Closed or StationMode.Bypass),
        GasCompressorStation => control is not null
            && control.Mode is StationMode.OutletPressure or StationMode.InletPressure or StationMode.Flow,
        _ => false,
    };

    /// <summary>The state that follows from the present one.</summary>
    /// <param name="element">The element.</param>
    /// <param name="control">Its control; null for a fixed loss.</param>
    /// <param name="mode">Its present state.</param>
    /// <param name="before">Pressure before it [Pa]; NaN where unknown.</param>
    /// <param name="behind">Pressure behind it [Pa]; NaN where unknown.</param>
    /// <param name="flow">Its flow [kg/s].</param>
    internal ElementMode Next(GasElement element, StationControl? control, ElementMode mode, double before, double behind, double flow)
    {
        if (control is null)
            return FixedLoss(element, mode, before, behind, flow);
        bool raises = element is GasCompressorStation;
        if (mode == ElementMode.Closed && (double.IsNaN(behind) || double.IsNaN(before)))
            return double.IsNaN(before) == double.IsNaN(behind) || (double.IsNaN(before) && control.Mode != StationMode.InletPressure) ? mode : ElementMode.Active;
        if (mode != ElementMode.Closed && flow < -FlowTolerance && control.Mode != StationMode.Flow)
            return ElementMode.Closed;
        double value = control.Value;
        return control.Mode switch
        {
            StationMode.OutletPressure => raises ? RaisedOutlet(mode, before, behind, value) : LoweredOutlet(mode, before, behind, value),
            StationMode.InletPressure => raises ? RaisedInlet(mode, before, behind, value) : LoweredInlet(mode, before, behind, value),
            StationMode.Flow => Flow(mode, raises ? behind - before : before - behind, raises ? flow - value : value - flow, raises, flow),
            StationMode.Ratio => mode == ElementMode.Closed && (Math.Min(value, 1.0) * before) > behind + PressureTolerance ? ElementMode.Active : mode,
            StationMode.PressureRise => mode == ElementMode.Closed && before + Math.Min(value, 0.0) > behind + PressureTolerance ? ElementMode.Active : mode,
            _ => mode,
        };
    }

    private ElementMode LoweredOutlet(ElementMode mode, double before, double behind, double value) => mode switch
    {
        ElementMode.Active => before < value - PressureTolerance ? ElementMode.Open : mode,
        ElementMode.Open => behind > value + PressureTolerance ? ElementMode.Active : mode,
        _ => behind < value - PressureTolerance && before > behind + PressureTolerance ? before < value ? ElementMode.Open : ElementMode.Active : mode,
    };

    private ElementMode RaisedOutlet(ElementMode mode, double before, double behind, double value) => mode switch
    {
        ElementMode.Active => before > value + PressureTolerance ? ElementMode.Open : mode,
        ElementMode.Open => behind < value - PressureTolerance ? ElementMode.Active : mode,
        _ => before > value && before > behind + PressureTolerance ? ElementMode.Open
            : before <= value && behind < value - PressureTolerance ? ElementMode.Active : mode,
    };

    private ElementMode LoweredInlet(ElementMode mode, double before, double behind, double value) => mode switch
    {
        ElementMode.Active => behind > value + PressureTolerance ? ElementMode.Open : mode,
        ElementMode.Open => before < value - PressureTolerance ? ElementMode.Active : mode,
        _ => before > value + PressureTolerance && before > behind + PressureTolerance ? behind > value ? ElementMode.Open : ElementMode.Active : mode,
    };

    private ElementMode RaisedInlet(ElementMode mode, double before, double behind, double value) => mode switch
    {
        ElementMode.Active => behind < value - PressureTolerance ? ElementMode.Open : mode,
        ElementMode.Open => before > value + PressureTolerance ? ElementMode.Active : mode,
        _ => behind < value && before > behind + PressureTolerance ? ElementMode.Open
            : behind >= value && before > value + PressureTolerance ? ElementMode.Active : mode,
    };

    /// <summary>A flow held: by a regulator while it lowers the pressure (it cannot pass more), by a station while it raises it (it passes no less).</summary>
    private ElementMode Flow(ElementMode mode, double work, double excess, bool raises, double flow) => mode switch
    {
        ElementMode.Active => work < -PressureTolerance ? ElementMode.Open : mode,
        ElementMode.Open => excess < -FlowTolerance ? ElementMode.Active : !raises && flow < -FlowTolerance ? ElementMode.Closed : mode,
        _ => work > PressureTolerance ? ElementMode.Open : mode,
    };

    private ElementMode FixedLoss(GasElement element, ElementMode mode, double before, double behind, double flow)
    {
        double lost = (element is GasValve valve ? valve.Loss.Fixed : ((GasResistor)element).Loss.Fixed) ?? 0.0;
        return mode switch
        {
            ElementMode.Active => flow < -FlowTolerance ? ElementMode.Closed : mode,
            ElementMode.Backward => flow > FlowTolerance ? ElementMode.Closed : mode,
            _ when double.IsNaN(before) && double.IsNaN(behind) => mode,
            _ when double.IsNaN(behind) || before - behind > lost + PressureTolerance => ElementMode.Active,
            _ when double.IsNaN(before) || behind - before > lost + PressureTolerance => ElementMode.Backward,
            _ => mode,
        };
    }
}
