using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Small networks in motion.</summary>
internal static class TransientCases
{
    /// <summary>Molar mass with which R·T/M of CODATA's R is that of GasTranSim.jl (R = 8.314 J/(mol·K), 28.96 g/mol for air, gravity 0.6).</summary>
    internal const double MolarMass = 0.02896 * 0.6 * 8.31446261815324 / 8.314;

    internal static double SpeedOfSound(double temperature) => Math.Sqrt(8.31446261815324 * temperature / MolarMass);

    internal static GasQuality Gas { get; } = new() { Name = "gas", MolarMass = MolarMass };

    internal static GasNetwork Network(IReadOnlyList<GasNode> nodes, IReadOnlyList<GasElement> elements, double temperature = 288.706) => new()
    {
        Name = "case",
        Nodes = nodes,
        Elements = elements,
        Gas = Gas,
        Temperature = temperature,
        Friction = FrictionKind.Fixed,
        EquationOfState = EquationOfStateKind.Ideal,
    };

    internal static GasPipe Pipe(string id, int from, int to, double length, double diameter = 0.9144, double friction = 0.01) =>
        new() { Id = id, From = from, To = to, Length = length, Diameter = diameter, FrictionFactor = friction };

    /// <summary>One pipe, its pressure held at the first node and its flow given at the second.</summary>
    internal static GasNetwork OnePipe(double length, double temperature, double pressure, double injection, double friction = 0.01) =>
        Network([new GasNode { Id = "1", PressureSetpoint = pressure }, new GasNode { Id = "2", Injection = injection }], [Pipe("1", 0, 1, length, friction: friction)], temperature);

    internal static TransientSchedule Injection(int node, params (double Time, double Value)[] points) => new()
    {
        Boundary = new GasSchedule
        {
            End = points[^1].Time,
            Injections = [new NodeSeries(node, new TimeSeries([.. points.Select(p => p.Time)], [.. points.Select(p => p.Value)]))],
        },
    };

    internal static TransientSettings Fixed(double duration, double step, double cell) => new()
    {
        Duration = duration,
        Step = step,
        IsAdaptive = false,
        CellLength = cell,
        OutputInterval = duration,
        LimitsExits = false,
    };

    /// <summary>Interpolates along a profile.</summary>
    internal static double At(IReadOnlyList<double> distance, IReadOnlyList<double> values, double x)
    {
        int i = 0;
        while (i < distance.Count - 2 && distance[i + 1] < x)
            i++;
        return values[i] + (x - distance[i]) / (distance[i + 1] - distance[i]) * (values[i + 1] - values[i]);
    }
}
