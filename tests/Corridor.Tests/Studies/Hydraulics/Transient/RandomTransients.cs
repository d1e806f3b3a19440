using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Tests.Studies.Hydraulics.Transient;

/// <summary>Random networks over six hours to which everything happens: trips, lost entries, breaks, closing valves, demand far beyond what there is.</summary>
internal static class RandomTransients
{
    internal const double Duration = 21_600;

    internal static TransientSettings Settings(int seed) => new()
    {
        Duration = Duration,
        Step = 300,
        CellLength = 5_000,
        OutputInterval = 1_800,
        IsAdaptive = seed % 3 != 0,
        Curtailment = seed % 4 == 0 ? new CurtailmentRule() : null,
        MaxSteps = 19_000,
    };

    internal static (GasNetwork Network, TransientSchedule Schedule) Create(int seed)
    {
        var random = new Random(seed);
        int count = 5 + random.Next(26);
        double sparse = random.NextDouble();
        var nodes = new List<GasNode>();
        var elements = new List<GasElement>();
        for (int i = 0; i < count; i++)
        {
            bool isHeld = i == 0 || random.Next(12) == 0;
            nodes.Add(new GasNode
            {
                Id = $"n{i}",
                Height = 300 * random.NextDouble(),
                PressureSetpoint = isHeld ? 4e6 + (3e6 * random.NextDouble()) : null,
                Injection = isHeld ? 0 : random.Next(5) switch { 0 => 10 * random.NextDouble(), 1 => 0, _ => -15 * random.NextDouble() },
                PressureMin = 1e6 + (2e6 * random.NextDouble()),
                IsProtected = random.Next(3) == 0,
                Region = random.Next(2) == 0 ? "east" : "west",
            });
            if (i > 0)
                elements.Add(Element(random, elements.Count, random.Next(i), i, sparse));
        }

        for (int k = 0; k < count / 3; k++)
        {
            int from = random.Next(count);
            int to = random.Next(count);
            if (from != to)
                elements.Add(Element(random, elements.Count, from, to, sparse));
        }

        GasNetwork network = TransientCases.Network(nodes, elements) with
        {
            Gas = TransientCases.Gas with { PseudocriticalPressure = 4.6e6, PseudocriticalTemperature = 197 },
            EquationOfState = random.Next(2) == 0 ? EquationOfStateKind.Ideal : EquationOfStateKind.Papay,
        };
        return (network, new TransientSchedule { Events = Events(random, network), Boundary = Ramps(random, network) });
    }

    private static List<GasEvent> Events(Random random, GasNetwork network)
    {
        var events = new List<GasEvent>();
        double Time() => Duration * random.NextDouble();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            bool hasPipe = network.Elements.Any(element => element is GasPipe && (element.From == i || element.To == i));
            if (random.Next(20) == 0 && hasPipe)
                events.Add(new NodeRupture(Time(), i, random.Next(3) == 0 ? double.PositiveInfinity : 600, 0.1 + (0.9 * random.NextDouble())));
            else if (network.Nodes[i].PressureSetpoint is not null && random.Next(3) == 0)
                events.Add(new EntryLoss(Time(), i));
        }

        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (network.Elements[e] is GasValve)
                events.Add(new ValveChange(Time(), e, random.Next(2) == 0));
            else if (network.Elements[e] is GasCompressorStation && random.Next(2) == 0)
                events.Add(new StationTrip(Time(), e));
            else if (network.Elements[e] is GasPipe pipe && random.Next(20) == 0)
                events.Add(new PipeRupture(Time(), e, (0.1 + (0.8 * random.NextDouble())) * pipe.Length, 600 * random.NextDouble(), random.NextDouble()));
        }

        return events;
    }

    private static GasSchedule Ramps(Random random, GasNetwork network)
    {
        var ramps = new List<NodeSeries>();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            double injection = network.Nodes[i].Injection;
            if (injection >= 0 || random.Next(3) > 0)
                continue;
            double begin = Duration * 0.8 * random.NextDouble();
            ramps.Add(new NodeSeries(i, new TimeSeries([0, begin, begin + (3600 * random.NextDouble())], [injection, injection, injection * Math.Pow(10, 3 * random.NextDouble())])));
        }

        return new GasSchedule { End = Duration, Injections = ramps };
    }

    private static GasElement Element(Random random, int index, int from, int to, double sparse) => random.NextDouble() < sparse
        ? TransientCases.Pipe($"e{index}", from, to, 500 + (40_000 * random.NextDouble()), 0.2 + (0.8 * random.NextDouble()))
        : random.Next(8) switch
        {
            0 => new GasValve { Id = $"e{index}", From = from, To = to, IsOpen = random.Next(4) > 0 },
            1 => Station(random, index, from, to),
            2 => new GasControlValve { Id = $"e{index}", From = from, To = to, Control = new StationControl(StationMode.OutletPressure, 2e6 + (3e6 * random.NextDouble())) },
            3 => new GasResistor { Id = $"e{index}", From = from, To = to, Loss = PressureLoss.ByDrag(5, 0.5) },
            _ => TransientCases.Pipe($"e{index}", from, to, 2_000 + (30_000 * random.NextDouble()), 0.3 + (0.6 * random.NextDouble())),
        };

    private static GasCompressorStation Station(Random random, int index, int from, int to) => new()
    {
        Id = $"e{index}",
        From = from,
        To = to,
        RatioMax = 2,
        HasBypass = random.Next(2) == 0,
        Control = random.Next(4) switch
        {
            0 => new StationControl(StationMode.OutletPressure, 4e6 + (3e6 * random.NextDouble())),
            1 => new StationControl(StationMode.Flow, 20 * random.NextDouble()),
            2 => new StationControl(StationMode.Power, 2e6 * random.NextDouble()),
            _ => new StationControl(StationMode.Ratio, 1 + (0.3 * random.NextDouble())),
        },
    };
}
