using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Compressors;

namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>Everything about an element that follows from pressures and flow.</summary>
internal sealed class ElementStates(GasNetwork network, HydraulicSettings settings, LinkLaws laws, TemperatureTracking? heat)
{
    private static readonly double[] Node = [0.046910077030668, 0.230765344947158, 0.5, 0.769234655052842, 0.953089922969332];
    private static readonly double[] Weight = [0.118463442528095, 0.239314335249683, 0.284444444444444, 0.239314335249683, 0.118463442528095];

    /// <summary>Share of the potential below which a pipe's fall is small enough for Simpson's rule (10⁻¹² relative).</summary>
    private const double NearlyEven = 0.01;

    /// <summary>State of an element.</summary>
    internal ElementState Of(int e, double flow, NodeState[] nodes, double before, double behind, StationMode? mode)
    {
        GasElement element = network.Elements[e];
        NodeState from = nodes[element.From];
        NodeState to = nodes[element.To];
        double ratio = to.Pressure / from.Pressure;
        double velocity = double.NaN;
        double erosional = double.NaN;
        double reynolds = double.NaN;
        double factor = double.NaN;
        double linepack = 0.0;
        double diameter = Diameter(element);
        if (diameter > 0.0)
        {
            GasScale gas = laws.GasIn(e);
            double least = laws.IsMixed ? Math.Min(gas.Density(from.Pressure), gas.Density(to.Pressure)) : Math.Min(from.Density, to.Density);
            if (heat is not null)
                least = Math.Min(EndDensity(e, element.From, flow, from), EndDensity(e, element.To, -flow, to));
            velocity = flow / (least * Math.PI / 4.0 * diameter * diameter);
            erosional = settings.ErosionalConstant / Math.Sqrt(least);
        }

        if (element is GasPipe pipe)
        {
            (reynolds, factor) = laws.Friction(e, flow);
            linepack = heat is not null ? heat.MeanDensity[e] * laws.Area(e) * pipe.Length : Linepack(e, pipe, flow, from, to);
        }

        StationOperation? operation = null;
        if (element is GasCompressorStation station && mode is not (null or StationMode.Closed or StationMode.Bypass))
            operation = StationWork.Operation(station, settings, laws.GasIn(e), laws.Quality(e), flow, before, behind, heat is null ? null : from.Temperature);

        return new ElementState(flow, velocity, reynolds, factor, erosional, ratio, operation?.ShaftPower ?? 0.0, operation?.DriveEnergy ?? 0.0, linepack, mode)
        {
            Operation = operation,
            OutletTemperature = heat is null || flow == 0.0 ? double.NaN : heat.Outlet[e],
        };
    }

    /// <summary>Density at an end of an element: of the node's gas where it enters, of the element's where it leaves.</summary>
    private double EndDensity(int e, int node, double entering, NodeState state)
    {
        double temperature = entering > 0.0 ? state.Temperature : heat!.Outlet[e];
        return state.Pressure > 0.0 ? heat!.HeatOf(laws.Quality(e)).Density(state.Pressure, temperature) : double.NaN;
    }

    private static double Diameter(GasElement element) => element switch
    {
        GasPipe pipe => pipe.Diameter,
        GasResistor { Loss.DragFactor: > 0.0 } resistor => resistor.Loss.Diameter ?? 0.0,
        GasValve { Loss.DragFactor: > 0.0 } valve => valve.Loss.Diameter ?? 0.0,
        _ => 0.0,
    };

    /// <summary>∫ρ·A dx by Gauss's formula of five points; along a level pipe the potential is linear in x.</summary>
    private double Linepack(int e, GasPipe pipe, double flow, NodeState from, NodeState to)
    {
        if (double.IsNaN(from.Pressure) || double.IsNaN(to.Pressure))
            return double.NaN;
        GasScale gas = laws.GasIn(e);
        double beginning = gas.Potential(from.Pressure);
        double end = gas.Potential(to.Pressure);
        double weight = settings.Gravity * (network.Nodes[pipe.To].Height - network.Nodes[pipe.From].Height);
        double drop = weight == 0.0 ? 0.0 : laws.Drop(e, flow, out _);
        double fall = Math.Abs(beginning - end);
        if (weight == 0.0 && fall <= NearlyEven * Math.Max(beginning, end))
        {
            // Simpson's rule; the pressure at the middle by Hermite's formula in Φ with dp/dΦ = 1/ρ.
            double middle = (0.5 * (from.Pressure + to.Pressure)) + (0.125 * (end - beginning) * ((1.0 / gas.Density(from.Pressure)) - (1.0 / gas.Density(to.Pressure))));
            return (gas.Density(from.Pressure) + (4.0 * gas.Density(middle)) + gas.Density(to.Pressure)) / 6.0 * laws.Area(e) * pipe.Length;
        }

        double sum = 0.0;
        for (int k = 0; k < Node.Length; k++)
        {
            double potential = weight == 0.0
                ? beginning + (Node[k] * (end - beginning))
                : PipeSlope.Integrate(gas, beginning, from.Pressure, weight * Node[k], drop * Node[k], out _, out _);
            sum += Weight[k] * gas.Density(gas.Pressure(potential));
        }

        return sum * laws.Area(e) * pipe.Length;
    }
}
