using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>The conditions that an element puts on the pressures at its ends [bar] and its flow [kg/s], in the states it may take.</summary>
internal sealed class ElementLaw
{
    /// <summary>Largest number of conditions of one element.</summary>
    internal const int MostRows = 8;

    private const double Bar = NominationModel.Bar;
    private const double LeastFlow = 1e-9;
    private const double LeastPressure = 0.01;

    /// <summary>Flow [kg/s] below which a station's machines are evaluated at this flow.</summary>
    private const double LeastMachineFlow = 1e-3;

    /// <summary>Bar that stand for passing a limit of a machine by its whole size.</summary>
    private const double BarPerExcess = 10.0;

    private readonly GasElement _element;
    private readonly HydraulicSettings _settings;
    private readonly LinkLaws _links;
    private readonly GasScale _gas;
    private readonly Link _link;
    private readonly double _exponent;
    private readonly double _scale;
    private readonly GasCompressorStation? _machines;
    private readonly StationConditions? _conditions;
    private readonly MachineCapacity _capacity;

    internal ElementLaw(GasNetwork network, HydraulicSettings settings, int index, LinkLaws links)
    {
        _element = network.Elements[index];
        _settings = settings;
        _links = links;
        Weight = _element is GasPipe ? settings.Gravity * (network.Nodes[_element.To].Height - network.Nodes[_element.From].Height) : 0.0;
        _gas = links.Gas[index] ?? links.Reference;
        _link = new Link(LinkKind.Pipe, _element.From, _element.To, index);
        _exponent = _element is GasCompressorStation station ? StationWork.IsentropicExponent(station, network.Gas) : double.NaN;
        if (_element is GasCompressorStation { Configurations.Count: > 0 } described)
        {
            _machines = described with { InletPressureMin = null, OutletPressureMax = null };
            _conditions = StationConditions.Of(network.Gas, _gas.Law, _gas.Temperature) with { DefaultEfficiency = settings.DefaultEfficiency };
            _capacity = MachineCapacity.Of(_machines, _conditions);
        }

        double top = network.Nodes[_element.From].PressureMax ?? (60.0 * Bar);
        _scale = 1.0 / (links.Reference.Density(Math.Max(0.7 * top, Bar)) * Bar);
    }

    internal IGasLaw Gas => _gas.Law;

    internal double Temperature => _gas.Temperature;

    internal GasElement Element => _element;

    /// <summary>Whether it is a station whose machines are described.</summary>
    internal bool HasMap => _machines is not null;

    /// <summary>What the machines can do at most; of no meaning where none are described.</summary>
    internal MachineCapacity Capacity => _capacity;

    /// <summary>Whether the element is a valve, regulator or station: something a study may set.</summary>
    internal bool IsControlled => _element is GasValve or GasControlValve or GasCompressorStation;

    /// <summary>The conditions at a point; those of a station's machines as asked for.</summary>
    /// <returns>Number of rows written.</returns>
    internal int Rows(ElementMode mode, double from, double to, double flow, Span<ElementRow> rows, MachineDemand demand)
    {
        if (mode == ElementMode.Closed)
            return 0;
        switch (_element)
        {
            case GasPipe:
                rows[0] = PipeRow(from, to, flow);
                return 1;
            case GasResistor resistor:
                rows[0] = LossRow(resistor.Loss, from, to, flow);
                return 1;
            case GasValve valve:
                rows[0] = LossRow(valve.Loss, from, to, flow);
                return 1;
            case GasControlValve regulator when mode == ElementMode.Active:
                return RegulatorRows(regulator, from, to, flow, rows);
            case GasCompressorStation station when mode == ElementMode.Active:
                return StationRows(station, from, to, flow, rows, demand);
            default:
                rows[0] = ElementRow.Of(from - to, 1.0, -1.0, 0.0, 0.0, 0.0);
                return 1;
        }
    }

    /// <summary>Whether it is a pipe.</summary>
    internal bool IsPipe => _element is GasPipe;

    /// <summary>The reference gas, whose potential all pipes share.</summary>
    internal GasScale Reference => _links.Reference;

    /// <summary>g·Δh of a pipe [m²/s²].</summary>
    internal double Weight { get; }

    /// <summary>Fall of the reference potential by friction in a pipe [kg²/(m⁴·s²)] and its derivative by the flow.</summary>
    internal double Drop(double flow, out double derivative) => _links.Drop(_link.Element, flow, out derivative);

    /// <summary>Fall of the potential by friction, in bar at the element's scale, and its derivative by the flow.</summary>
    internal double Friction(double flow, out double derivative)
    {
        derivative = 0.0;
        if (_element is not GasPipe)
            return 0.0;
        double drop = _links.Drop(_link.Element, flow, out derivative);
        derivative *= _scale;
        return drop * _scale;
    }

    /// <summary>Shaft power of the station [MW] at these pressures of its machines [bar], and its derivatives.</summary>
    internal double Power(double inlet, double outlet, double flow, out double dInlet, out double dOutlet, out double dFlow)
    {
        var station = (GasCompressorStation)_element;
        double m = (_exponent - 1.0) / _exponent;
        double z = Gas.Compressibility(inlet * Bar, Temperature, out double dz);
        double factor = GasLaws.GasConstant * Temperature / (Gas.MolarMass * m * (station.Efficiency ?? _settings.DefaultEfficiency)) * 1e-6;
        double ratio = outlet / inlet;
        double raised = Math.Pow(ratio, m);
        double head = raised - 1.0;
        dFlow = factor * z * head;
        dOutlet = flow * factor * z * m * raised / outlet;
        dInlet = flow * factor * ((dz * Bar * head) - (z * m * raised / inlet));
        return flow * dFlow;
    }

    /// <summary>The loss of a fitting [bar] with its derivatives by the pressure at the inlet and the flow.</summary>
    internal double Loss(PressureLoss loss, double inlet, double flow, out double dInlet, out double dFlow)
    {
        dInlet = 0.0;
        dFlow = 0.0;
        if (loss.IsNone)
            return 0.0;
        if (loss.Fixed is { } stated)
            return Math.Sign(flow) * stated / Bar;
        double area = 0.25 * Math.PI * loss.Diameter!.Value * loss.Diameter.Value;
        double z = Gas.Compressibility(inlet * Bar, Temperature, out double dz);
        double density = inlet * Bar * Gas.MolarMass / (z * GasLaws.GasConstant * Temperature);
        double k = loss.DragFactor!.Value / (2.0 * area * area * density * Bar);
        double value = k * flow * Math.Abs(flow);
        dFlow = 2.0 * k * Math.Max(Math.Abs(flow), LeastFlow);
        dInlet = -value * ((1.0 / inlet) - (dz * Bar / z));
        return value;
    }

    /// <summary>
    /// The loss between a machine and its outlet node [bar], with its derivatives by the pressure at that node and the flow: drag counts with the density at
    /// the machine, where the loss begins, so that the pressure there follows by Newton's method.
    /// </summary>
    private double OutletLoss(PressureLoss loss, double node, double flow, out double dNode, out double dFlow)
    {
        double machine = node;
        double value = 0.0;
        double slope = 0.0;
        dFlow = 0.0;
        for (int k = 0; k < 8; k++)
        {
            value = Loss(loss, machine, flow, out slope, out dFlow);
            double step = (machine - node - value) / (1.0 - slope);
            machine -= step;
            if (Math.Abs(step) <= 1e-15 * machine)
                break;
        }

        dNode = slope / (1.0 - slope);
        dFlow /= 1.0 - slope;
        return machine - node;
    }

    private ElementRow PipeRow(double from, double to, double flow)
    {
        EndState first = End(from);
        EndState second = End(to);
        LawValue law = _links.Evaluate(_link, flow, first, second);
        return ElementRow.Of(
            law.Residual * _scale,
            law.ByFrom * first.Density * Bar * _scale,
            -law.ByTo * second.Density * Bar * _scale,
            -law.ByFlow * _scale,
            0.0,
            0.0);
    }

    private EndState End(double pressure)
    {
        GasScale reference = _links.Reference;
        return new EndState(reference.Potential(pressure * Bar), pressure * Bar, reference.Density(pressure * Bar));
    }

    private ElementRow LossRow(PressureLoss loss, double from, double to, double flow)
    {
        bool forward = flow >= 0.0;
        double lost = Loss(loss, forward ? from : to, flow, out double dInlet, out double dFlow);
        return ElementRow.Of(from - to - lost, forward ? 1.0 - dInlet : 1.0, forward ? -1.0 : -1.0 - dInlet, -dFlow, 0.0, 0.0);
    }

    private int RegulatorRows(GasControlValve regulator, double from, double to, double flow, Span<ElementRow> rows)
    {
        double lossIn = Loss(regulator.LossIn, from, Math.Max(flow, LeastFlow), out double dIn, out double dInFlow);
        double lossOut = OutletLoss(regulator.LossOut, to, Math.Max(flow, LeastFlow), out double dOut, out double dOutFlow);
        double inlet = from - lossIn;
        double outlet = to + lossOut;
        int count = 0;
        double most = regulator.PressureDropMax is { } drop ? drop / Bar : double.PositiveInfinity;
        rows[count++] = ElementRow.Of(inlet - outlet, 1.0 - dIn, -1.0 - dOut, -dInFlow - dOutFlow, regulator.PressureDropMin / Bar, most);
        if (regulator.InletPressureMin is { } least)
            rows[count++] = ElementRow.Of(from, 1.0, 0.0, 0.0, least / Bar, double.PositiveInfinity);
        if (regulator.OutletPressureMax is { } greatest)
            rows[count++] = ElementRow.Of(to, 0.0, 1.0, 0.0, double.NegativeInfinity, greatest / Bar);
        return count;
    }

    private int StationRows(GasCompressorStation station, double from, double to, double flow, Span<ElementRow> rows, MachineDemand demand)
    {
        double lossIn = Loss(station.LossIn, from, Math.Max(flow, LeastFlow), out double dIn, out double dInFlow);
        double lossOut = OutletLoss(station.LossOut, to, Math.Max(flow, LeastFlow), out double dOut, out double dOutFlow);
        double inlet = from - lossIn;
        double outlet = to + lossOut;
        int count = 0;
        rows[count++] = ElementRow.Of(outlet - inlet, dIn - 1.0, 1.0 + dOut, dInFlow + dOutFlow, 0.0, double.PositiveInfinity);
        if (station.InletPressureMin is { } least)
            rows[count++] = ElementRow.Of(from, 1.0, 0.0, 0.0, least / Bar, double.PositiveInfinity);
        if (station.OutletPressureMax is { } greatest)
            rows[count++] = ElementRow.Of(to, 0.0, 1.0, 0.0, double.NegativeInfinity, greatest / Bar);
        if (station.RatioMax is { } ratio)
        {
            rows[count++] = ElementRow.Of(
                (ratio * inlet) - outlet, ratio * (1.0 - dIn), -1.0 - dOut, (-ratio * dInFlow) - dOutFlow, 0.0, double.PositiveInfinity);
        }

        double? powerMax = station.PowerMax;
        if (HasMap && demand == MachineDemand.Map)
            rows[count++] = MapRow(Math.Max(inlet, LeastPressure), outlet, flow, 1.0 - dIn, 1.0 + dOut, -dInFlow, dOutFlow);
        else if (HasMap && demand != MachineDemand.None)
        {
            rows[count++] = CapacityRow(Math.Max(inlet, LeastPressure), flow, dIn, dInFlow, demand == MachineDemand.Range ? _capacity.FlowMin : 0.0);
            powerMax = Math.Min(powerMax ?? double.PositiveInfinity, _capacity.PowerMax);
        }

        if (powerMax is { } limit && !double.IsInfinity(limit))
        {
            double power = Power(inlet, Math.Max(outlet, inlet), flow, out double dInlet, out double dOutlet, out double dFlow);
            rows[count++] = ElementRow.Of(
                power,
                dInlet * (1.0 - dIn),
                dOutlet * (1.0 + dOut),
                dFlow - (dInlet * dInFlow) + (dOutlet * dOutFlow),
                double.NegativeInfinity,
                limit * 1e-6);
        }

        return count;
    }

    /// <summary>How the machines of a station work at these pressures [bar] and this flow; null where none are described.</summary>
    internal StationOperation? Operation(double inlet, double outlet, double flow) => _machines is null
        ? null
        : StationModel.Evaluate(
            _machines, Math.Max(flow, LeastMachineFlow), Math.Max(inlet, LeastPressure) * Bar, Math.Max(outlet, LeastPressure) * Bar, _conditions!);

    /// <summary>Energy that the drives take [MW] at these pressures of the machines [bar], with derivatives by differences.</summary>
    internal double DriveEnergy(double inlet, double outlet, double flow, out double dInlet, out double dOutlet, out double dFlow)
    {
        StationOperation here = Operation(inlet, outlet, flow)!;
        (dInlet, dOutlet, dFlow) = Differences(here, inlet, outlet, flow, operation => operation.DriveEnergy * 1e-6);
        return here.DriveEnergy * 1e-6;
    }

    /// <summary>The volume flow at the inlet within what the machines can take, in m³/s.</summary>
    private ElementRow CapacityRow(double inlet, double flow, double dIn, double dInFlow, double least)
    {
        double density = _gas.Density(inlet * Bar, out double slope);
        double volume = flow / density;
        double byPressure = -volume / density * slope * Bar;
        return ElementRow.Of(
            volume, byPressure * (1.0 - dIn), 0.0, (1.0 / density) - (byPressure * dInFlow), least, _capacity.FlowMax);
    }

    /// <summary>By how much the machines pass the limit that they pass furthest, or miss the nearest, in the best configuration.</summary>
    private ElementRow MapRow(double inlet, double outlet, double flow, double byFrom, double byTo, double inletByFlow, double outletByFlow)
    {
        StationOperation here = Operation(inlet, outlet, flow)!;
        (double dInlet, double dOutlet, double dFlow) = Differences(here, inlet, outlet, flow, operation => operation.Excess);
        return ElementRow.Of(
            BarPerExcess * here.Excess,
            BarPerExcess * dInlet * byFrom,
            BarPerExcess * dOutlet * byTo,
            BarPerExcess * (dFlow + (dInlet * inletByFlow) + (dOutlet * outletByFlow)),
            double.NegativeInfinity,
            0.0);
    }

    private (double Inlet, double Outlet, double Flow) Differences(
        StationOperation here, double inlet, double outlet, double flow, Func<StationOperation, double> figure)
    {
        StationConfiguration configuration = _machines!.Configurations.First(c => c.Id == here.Configuration);
        double stepFlow = 1e-5 * Math.Max(1.0, flow);
        double Of(double p, double q, double m) => figure(StationModel.Evaluate(
            _machines, configuration, Math.Max(m, LeastMachineFlow), Math.Max(p, LeastPressure) * Bar, Math.Max(q, LeastPressure) * Bar, _conditions!));
        double value = figure(here);
        return (
            (Of(inlet * (1.0 + 1e-6), outlet, flow) - value) / (inlet * 1e-6),
            (Of(inlet, outlet * (1.0 + 1e-6), flow) - value) / (outlet * 1e-6),
            (Of(inlet, outlet, flow + stepFlow) - value) / stepFlow);
    }

    /// <summary>The pressures of the machines [bar] of a station: behind its loss at the inlet and before that at the outlet.</summary>
    internal (double Inlet, double Outlet) MachinePressures(double from, double to, double flow)
    {
        (PressureLoss before, PressureLoss behind) = _element switch
        {
            GasCompressorStation station => (station.LossIn, station.LossOut),
            GasControlValve regulator => (regulator.LossIn, regulator.LossOut),
            _ => (PressureLoss.None, PressureLoss.None),
        };
        double lossIn = Loss(before, from, Math.Max(flow, LeastFlow), out _, out _);
        double lossOut = OutletLoss(behind, to, Math.Max(flow, LeastFlow), out _, out _);
        return (from - lossIn, to + lossOut);
    }
}
