using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// Turns a point into settings that a simulation reproduces. Pipes, fittings, open valves and bypasses join nodes to zones within which the pressures
/// follow from one of them. Zones are walked from the one with the greatest entry, whose pressure is held there, through the active elements: the
/// element that a zone is first reached by holds a pressure on that side, every further one its flow.
/// </summary>
internal sealed class Controls
{
    /// <summary>Flow [kg/s] below which an active element is set closed.</summary>
    private const double NoFlow = 1e-7;

    /// <summary>Difference [bar] below which a machine does nothing.</summary>
    private const double NoRise = 1e-6;

    private readonly NominationModel _model;
    private readonly StateAssignment _states;
    private readonly NominationPoint _point;
    private readonly StationControl?[] _control;

    private Controls(NominationModel model, StateAssignment states, NominationPoint point)
    {
        _model = model;
        _states = states;
        _point = point;
        _control = new StationControl?[model.ElementCount];
    }

    internal static (GasNetwork Network, List<ElementSetting> Settings) Snap(NominationModel model, StateAssignment states, NominationPoint point)
    {
        var controls = new Controls(model, states, point);
        for (int e = 0; e < model.ElementCount; e++)
            controls._control[e] = controls.Settled(e);
        bool[] isReference = controls.Walk();
        return controls.Apply(isReference);
    }

    /// <summary>The control of an element that needs no figure; null where it has to hold one.</summary>
    private StationControl? Settled(int e)
    {
        ElementLaw law = _model.Laws[e];
        if (!law.IsControlled)
            return null;
        ElementMode mode = _states.Modes[e];
        if (mode == ElementMode.Open)
            return new StationControl(StationMode.Bypass);
        double flow = _point.Flow[e];
        if (mode == ElementMode.Closed || flow <= NoFlow)
            return new StationControl(StationMode.Closed);
        double from = _point.Pressure[_model.From[e]];
        double to = _point.Pressure[_model.To[e]];
        (double inlet, double outlet) = law.MachinePressures(from, to, flow);
        if (Math.Abs(from - to) <= NoRise && StateChoices.HasBypass(law.Element))
            return new StationControl(StationMode.Bypass);
        return Math.Abs(outlet - inlet) <= NoRise && law.Element is GasCompressorStation ? new StationControl(StationMode.Ratio, 1.0) : null;
    }

    private bool[] Walk()
    {
        var parts = new Parts(_model.NodeCount);
        var active = new List<int>();
        for (int e = 0; e < _model.ElementCount; e++)
        {
            bool isJoined = _model.Laws[e].IsControlled
                ? _control[e]?.Mode is StationMode.Bypass or StationMode.Ratio
                : !IsOut(_model.Laws[e].Element);
            if (isJoined)
                parts.Join(_model.From[e], _model.To[e]);
            else if (_model.Laws[e].IsControlled && _control[e] is null)
                active.Add(e);
        }

        int[] zone = parts.Number(out int zones);
        bool[] isReference = new bool[_model.NodeCount];
        bool[] isReached = new bool[zones];
        var queue = new Queue<int>();
        foreach (int node in Enumerable.Range(0, _model.NodeCount).OrderByDescending(i => _point.Injection[i]))
        {
            if (isReached[zone[node]] || !_model.Network.Nodes[node].InService)
                continue;
            isReference[node] = true;
            isReached[zone[node]] = true;
            queue.Enqueue(zone[node]);
            while (queue.TryDequeue(out int here))
            {
                foreach (int e in active)
                    Reach(e, here, zone, isReached, queue);
            }
        }

        return isReference;
    }

    private void Reach(int e, int here, int[] zone, bool[] isReached, Queue<int> queue)
    {
        if (_control[e] is not null)
            return;
        int from = zone[_model.From[e]];
        int to = zone[_model.To[e]];
        if (from != here && to != here)
            return;
        (double inlet, double outlet) = _model.Laws[e].MachinePressures(
            _point.Pressure[_model.From[e]], _point.Pressure[_model.To[e]], _point.Flow[e]);
        int other = from == here ? to : from;
        if (isReached[other])
        {
            _control[e] = new StationControl(StationMode.Flow, _point.Flow[e]);
            return;
        }

        _control[e] = from == here
            ? new StationControl(StationMode.OutletPressure, outlet * NominationModel.Bar)
            : new StationControl(StationMode.InletPressure, inlet * NominationModel.Bar);
        isReached[other] = true;
        queue.Enqueue(other);
    }

    private (GasNetwork Network, List<ElementSetting> Settings) Apply(bool[] isReference)
    {
        var elements = new GasElement[_model.ElementCount];
        var settings = new List<ElementSetting>();
        for (int e = 0; e < elements.Length; e++)
        {
            GasElement element = _model.Network.Elements[e];
            elements[e] = element;
            if (!_model.Laws[e].IsControlled)
                continue;
            StationControl control = _control[e] ?? new StationControl(StationMode.Closed);
            settings.Add(new ElementSetting(e, control.Mode, control.Value));
            elements[e] = element switch
            {
                GasValve valve => valve with { IsOpen = control.Mode != StationMode.Closed },
                GasControlValve regulator => regulator with { Control = control },
                GasCompressorStation station => station with { Control = control },
                _ => element,
            };
        }

        var nodes = new GasNode[_model.NodeCount];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = _model.Network.Nodes[i] with
            {
                Injection = _point.Injection[i],
                PressureSetpoint = isReference[i] ? _point.Pressure[i] * NominationModel.Bar : null,
            };
        }

        return (_model.Network with { Nodes = nodes, Elements = elements }, settings);
    }

    private bool IsOut(GasElement element) =>
        !element.InService || !_model.Network.Nodes[element.From].InService || !_model.Network.Nodes[element.To].InService;
}
