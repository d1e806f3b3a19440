using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>Pipes: pressures by integration along the pipe, flow by the friction at these pressures, and the figures that follow.</summary>
internal sealed class PipeCheck
{
    /// <summary>Share of a pressure that is not looked into: what integration in steps leaves open.</summary>
    private const double Rounding = 1e-9;

    private readonly CheckedState _state;
    private readonly IFrictionLaw? _law;
    private readonly bool _isLawAsked;

    internal PipeCheck(CheckedState state)
    {
        _state = state;
        _law = FrictionLaws.For(state.Settings.Friction ?? state.Network.Friction ?? FrictionKind.Colebrook);
        _isLawAsked = state.Settings.Friction is not null && _law is not null;
    }

    internal void Check(int e, GasPipe pipe)
    {
        double from = _state.Pressure(pipe.From);
        double to = _state.Pressure(pipe.To);
        if (!(from > 0.0) || !(to > 0.0) || _state.Law(_state.Gas(e)) is not { } law)
            return;
        double flow = _state.Flow(e);
        double viscosity = _state.Gas(e).DynamicViscosity ?? _state.Settings.DefaultViscosity;
        bool isForward = flow > 0.0 || (flow == 0.0 && to <= from);
        int entering = isForward ? pipe.From : pipe.To;
        int leaving = isForward ? pipe.To : pipe.From;
        double area = Math.PI / 4.0 * pipe.Diameter * pipe.Diameter;
        double friction = Friction(pipe, area, viscosity, Math.Abs(flow));
        double weight = _state.Settings.Gravity * (_state.Network.Nodes[leaving].Height - _state.Network.Nodes[entering].Height);
        if (_state.Settings.TrackTemperature)
        {
            CheckWarm(e, pipe, entering, leaving, area, viscosity, friction, weight);
            return;
        }

        var integration = new PipeIntegration(law, _state.Temperature(leaving), _state.Temperature(entering), friction, weight);
        double reached = integration.Run(_state.Pressure(leaving));
        double stated = _state.Pressure(entering);
        double difference = stated - reached;
        double size = Math.Max(from, to);
        _state.Tally.AddElement(
            HydraulicResidualKind.PipePressure,
            difference / size,
            e,
            $"Pipe {pipe.Id} begins with {stated / 1e5:0.######} bar; from its end at {_state.Pressure(leaving) / 1e5:0.######} bar and {Math.Abs(flow):0.######} kg/s follow {reached / 1e5:0.######} bar.");
        CheckFlow(e, pipe, area, viscosity, friction, integration.MeanDensity, Math.Max(0.0, Math.Abs(difference) - (Rounding * size)));
        CheckDerived(e, pipe, area, viscosity, integration.MeanDensity);
    }

    /// <summary>Pressure and temperature from where the gas enters; what leaves must have both as stated.</summary>
    private void CheckWarm(int e, GasPipe pipe, int entering, int leaving, double area, double viscosity, double friction, double weight)
    {
        bool isStill = _state.IsStill(e);
        double soil = pipe.AmbientTemperature ?? _state.Network.Temperature;
        double? transfer = isStill || pipe.HeatTransferCoefficient is not { } heat ? null : Math.PI * pipe.Diameter * heat * pipe.Length / Math.Abs(_state.Flow(e));
        var integration = new WarmPipeIntegration(_state.Heat(_state.Gas(e))!, friction, weight, soil, transfer);
        double reached = integration.Run(_state.Pressure(entering), _state.Temperature(entering));
        double stated = _state.Pressure(leaving);
        double difference = stated - reached;
        double size = Math.Max(stated, _state.Pressure(entering));
        _state.Tally.AddElement(
            HydraulicResidualKind.PipePressure,
            difference / size,
            e,
            $"Pipe {pipe.Id} ends with {stated / 1e5:0.######} bar; from its beginning at {_state.Pressure(entering) / 1e5:0.######} bar and {Math.Abs(_state.Flow(e)):0.######} kg/s follow {reached / 1e5:0.######} bar.");
        CheckFlow(e, pipe, area, viscosity, friction, integration.MeanDensity, Math.Max(0.0, Math.Abs(difference) - (Rounding * size)));
        CheckDerived(e, pipe, area, viscosity, integration.MeanDensity);
        if (!isStill)
            TemperatureCheck.Outlet(_state, e, integration.Temperature);
    }

    /// <summary>(λ·L/D + ζ)·G²/2.</summary>
    private double Friction(GasPipe pipe, double area, double viscosity, double flow)
    {
        if (flow == 0.0)
            return 0.0;
        double flux = flow / area;
        return 0.5 * ((Factor(pipe, viscosity, flow) * pipe.Length / pipe.Diameter) + pipe.LossCoefficient) * flux * flux;
    }

    private double Factor(GasPipe pipe, double viscosity, double flow)
    {
        if (pipe.FrictionFactor is { } stated && !_isLawAsked)
            return stated;
        return _law is null ? double.NaN : _law.Factor(Reynolds(pipe, viscosity, flow), pipe.Roughness / pipe.Diameter, out _);
    }

    private static double Reynolds(GasPipe pipe, double viscosity, double flow) => 4.0 * flow / (Math.PI * pipe.Diameter * viscosity);

    /// <summary>By how much the flow would have to differ for the friction to explain the difference of pressure.</summary>
    private void CheckFlow(int e, GasPipe pipe, double area, double viscosity, double friction, double meanDensity, double difference)
    {
        double scale = _state.FlowScale(pipe.From);
        double allowed = _state.Tally.Tolerances.Flow * scale;
        double more = Friction(pipe, area, viscosity, Math.Abs(_state.Flow(e)) + allowed) - friction;
        double explained = more / meanDensity;
        double relative = difference == 0.0 ? 0.0 : difference / explained * _state.Tally.Tolerances.Flow;
        _state.Tally.AddElement(
            HydraulicResidualKind.PipeFlow,
            relative,
            e,
            $"The pressures of pipe {pipe.Id} belong to another flow than the {_state.Flow(e):0.######} kg/s stated: {difference:0.###e+0} Pa are not explained.");
    }

    private void CheckDerived(int e, GasPipe pipe, double area, double viscosity, double meanDensity)
    {
        ElementState stated = _state.Solution.Elements[e];
        double linepack = meanDensity * area * pipe.Length;
        double flow = Math.Abs(stated.Flow);
        Derived(stated.Linepack, linepack, "linepack", "kg");
        if (_state.RelativeFlow(e, flow) < _state.Tally.Tolerances.Flow)
            return;
        double reynolds = Reynolds(pipe, viscosity, flow);
        Derived(stated.Reynolds, reynolds, "Reynolds number", "");
        Derived(stated.FrictionFactor, Factor(pipe, viscosity, flow), "friction factor", "");
        double least = Math.Min(Density(pipe.From), Density(pipe.To));
        Derived(stated.Velocity, stated.Flow / (least * area), "velocity", "m/s");
        Derived(stated.ErosionalVelocity, _state.Settings.ErosionalConstant / Math.Sqrt(least), "erosional velocity", "m/s");

        double Density(int node) => _state.Density(_state.Gas(e), _state.Pressure(node), _state.EndTemperature(e, node));

        void Derived(double value, double expected, string name, string unit) => _state.Tally.AddElement(
            HydraulicResidualKind.Derived,
            CheckedState.Relative(value, expected),
            e,
            $"The {name} of pipe {pipe.Id} is stated as {value:0.######} {unit}; {expected:0.######} {unit} follows.");
    }
}
