using Corridor.Model.Hydraulics;
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

    private readonly GasElement _element;
    private readonly HydraulicSettings _settings;
    private readonly LinkLaws _links;
    private readonly GasScale _gas;
    private readonly Link _link;
    private readonly double _exponent;
    private readonly double _scale;

    internal ElementLaw(GasNetwork network, HydraulicSettings settings, int index, LinkLaws links)
    {
        _element = network.Elements[index];
        _settings = settings;
        _links = links;
        _gas = links.Gas[index] ?? links.Reference;
        _link = new Link(LinkKind.Pipe, _element.From, _element.To, index);
        _exponent = _element is GasCompressorStation station ? StationWork.IsentropicExponent(station, network.Gas) : double.NaN;
        double top = network.Nodes[_element.From].PressureMax ?? (60.0 * Bar);
        _scale = 1.0 / (links.Reference.Density(Math.Max(0.7 * top, Bar)) * Bar);
    }

    internal IGasLaw Gas => _gas.Law;

    internal double Temperature => _gas.Temperature;

    internal GasElement Element => _element;

    /// <summary>Whether the element is a valve, regulator or station: something a study may set.</summary>
    internal bool IsControlled => _element is GasValve or GasControlValve or GasCompressorStation;

    /// <summary>The conditions at a point.</summary>
    /// <returns>Number of rows written.</returns>
    internal int Rows(ElementMode mode, double from, double to, double flow, Span<ElementRow> rows)
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
                return StationRows(station, from, to, flow, rows);
            default:
                rows[0] = ElementRow.Of(from - to, 1.0, -1.0, 0.0, 0.0, 0.0);
                return 1;
        }
    }

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
        double lossOut = Loss(regulator.LossOut, to, Math.Max(flow, LeastFlow), out double dOut, out double dOutFlow);
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

    private int StationRows(GasCompressorStation station, double from, double to, double flow, Span<ElementRow> rows)
    {
        double lossIn = Loss(station.LossIn, from, Math.Max(flow, LeastFlow), out double dIn, out double dInFlow);
        double lossOut = Loss(station.LossOut, to, Math.Max(flow, LeastFlow), out double dOut, out double dOutFlow);
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

        if (station.PowerMax is { } limit)
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
        double lossOut = Loss(behind, to, Math.Max(flow, LeastFlow), out _, out _);
        return (from - lossIn, to + lossOut);
    }
}
