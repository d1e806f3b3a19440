using Corridor.Model.Hydraulics;

namespace Corridor.Tests.Reporting.Hydraulics;

/// <summary>A made-up network with all kinds of elements that a report draws: two entries with different gas, two stations, a regulator, a closed valve, a loop, hills.</summary>
internal static class SampleGasNetwork
{
    public static readonly GasQuality NaturalGas = new()
    {
        Name = "natural gas",
        MolarMass = 0.0173,
        PseudocriticalPressure = 4.6e6,
        PseudocriticalTemperature = 197,
        CalorificValue = 40.2e6,
        NormDensity = 0.774,
    };

    public static readonly GasQuality Biogas = NaturalGas with { Name = "upgraded biogas", MolarMass = 0.0166, CalorificValue = 38.1e6, NormDensity = 0.742 };

    /// <summary>The network.</summary>
    /// <param name="places">Whether nodes have coordinates.</param>
    /// <param name="demand">What exits take, in parts of the usual.</param>
    public static GasNetwork Create(bool places = true, double demand = 1)
    {
        var nodes = new List<GasNode>();
        int Node(string id, double x, double y, double height, double injection = 0, double least = 40, double most = 84)
        {
            nodes.Add(new GasNode
            {
                Id = id,
                X = places ? x : double.NaN,
                Y = places ? y : double.NaN,
                Height = height,
                Injection = injection < 0 ? injection * demand : injection,
                PressureMin = least * 1e5,
                PressureMax = most * 1e5,
            });
            return nodes.Count - 1;
        }

        int west = Node("west", 0, 60, 120), ford = Node("ford", 88, 62, 180), fordOut = Node("ford-out", 96, 62, 180), pass = Node("pass", 150, 78, 640, -2), mid = Node("middleton", 205, 60, 310);
        int north = Node("north", 215, 130, 90, 22), weir = Node("weir", 250, 96, 150, -6), upper = Node("upper", 262, 80, 300, -9), lower = Node("lower", 258, 34, 260, -11);
        int ridge = Node("ridge", 320, 58, 450), ridgeOut = Node("ridge-out", 328, 58, 450), east = Node("east", 412, 66, 200, -44), port = Node("port", 402, 22, 5, -12);
        int gate = Node("gate", 212, 28, 280), town = Node("town-gate", 214, 20, 280, least: 8, most: 25), city = Node("city", 196, 0, 240, -13, 8, 25), village = Node("village", 236, -2, 220, -3, 8, 25);
        nodes[west] = nodes[west] with { PressureSetpoint = 70e5 };
        nodes[north] = nodes[north] with { Gas = Biogas };
        nodes[city] = nodes[city] with { IsProtected = true, Region = "Southland" };
        nodes[village] = nodes[village] with { IsProtected = true, Region = "Southland" };
        nodes[upper] = nodes[upper] with { IsProtected = true, Region = "Uplands" };
        static GasPipe Pipe(string id, int from, int to, double km, double diameter) => new() { Id = id, From = from, To = to, Length = km * 1000, Diameter = diameter, Roughness = 2e-5 };
        return new GasNetwork
        {
            Name = "Two Rivers",
            Gas = NaturalGas,
            Temperature = 283.15,
            Nodes = nodes,
            Elements =
            [
                Pipe("trunk-1", west, ford, 96, 0.75),
                new GasCompressorStation { Id = "Ford", From = ford, To = fordOut, Control = new StationControl(StationMode.OutletPressure, 74e5), HasBypass = true },
                Pipe("trunk-2", fordOut, pass, 62, 0.75),
                Pipe("trunk-3", pass, mid, 61, 0.75),
                Pipe("north-line", north, weir, 52, 0.5),
                Pipe("weir-line", weir, mid, 64, 0.5),
                Pipe("loop-upper", mid, upper, 66, 0.6),
                Pipe("loop-lower", mid, lower, 63, 0.6),
                new GasValve { Id = "V1", From = upper, To = lower, IsOpen = false },
                Pipe("upper-ridge", upper, ridge, 67, 0.6),
                Pipe("lower-ridge", lower, ridge, 71, 0.6),
                new GasCompressorStation { Id = "Ridge", From = ridge, To = ridgeOut, Control = new StationControl(StationMode.Ratio, 1.25), HasBypass = true },
                Pipe("east-1", ridgeOut, east, 93, 0.6),
                Pipe("east-2", ridgeOut, east, 93, 0.4),
                Pipe("port-line", east, port, 47, 0.3),
                Pipe("gate-line", mid, gate, 36, 0.4),
                new GasControlValve { Id = "R1", From = gate, To = town, Control = new StationControl(StationMode.OutletPressure, 22e5) },
                Pipe("city-line", town, city, 24, 0.4),
                Pipe("village-line", town, village, 28, 0.25),
            ],
        };
    }
}
