using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;

namespace Corridor.Tests.Studies.Hydraulics.Nominations;

/// <summary>Small networks whose verdict is known by hand.</summary>
internal static class NominationCases
{
    internal static HydraulicSettings Settings { get; } = new()
    {
        Friction = FrictionKind.Nikuradse,
        EquationOfState = EquationOfStateKind.Papay,
    };

    internal static GasQuality Gas { get; } = new()
    {
        Name = "natural gas",
        MolarMass = 18.0e-3,
        PseudocriticalPressure = 46e5,
        PseudocriticalTemperature = 200.0,
        NormDensity = 0.8,
    };

    internal static GasNetwork Of(IReadOnlyList<GasNode> nodes, params GasElement[] elements) => new()
    {
        Name = "case",
        Nodes = nodes,
        Elements = elements,
        Gas = Gas,
        Temperature = 283.15,
    };

    internal static GasNode Node(string id, double injection, double leastBar, double mostBar) => new()
    {
        Id = id,
        Injection = injection,
        InjectionMin = injection,
        InjectionMax = injection,
        PressureMin = leastBar * 1e5,
        PressureMax = mostBar * 1e5,
    };

    internal static GasPipe Pipe(string id, int from, int to, double kilometres = 50.0) => new()
    {
        Id = id,
        From = from,
        To = to,
        Length = kilometres * 1e3,
        Diameter = 0.5,
        Roughness = 1e-5,
    };

    internal static GasCompressorStation Station(string id, int from, int to) => new()
    {
        Id = id,
        From = from,
        To = to,
        FlowMin = 0.0,
        FlowMax = 1e3,
        InletPressureMin = 20e5,
        OutletPressureMax = 90e5,
    };

    /// <summary>An entry of at most 60 bar, 50 km of pipe, an exit that takes 30 kg/s at a stated pressure at least.</summary>
    internal static GasNetwork OnePipe(double leastAtExit) =>
        Of([Node("in", 30.0, 10.0, 60.0), Node("out", -30.0, leastAtExit, 80.0)], Pipe("p", 0, 1));

    /// <summary>The pressure at that exit [bar] when the entry has 60 bar, by the steady solver.</summary>
    internal static double ReachedAtExit()
    {
        GasNetwork network = OnePipe(1.0);
        GasNode[] nodes = [network.Nodes[0] with { PressureSetpoint = 60e5 }, network.Nodes[1]];
        return SteadyFlow.Solve(network with { Nodes = nodes }, Settings).Nodes[1].Pressure / 1e5;
    }
}
