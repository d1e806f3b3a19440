using Corridor.Model.Hydraulics;

namespace Corridor.Tests.Studies.Hydraulics.Steady;

/// <summary>Small networks put together in a line or two.</summary>
internal sealed class SteadyNetworks
{
    private readonly List<GasNode> _nodes = [];
    private readonly List<GasElement> _elements = [];

    internal static GasQuality Gas { get; } = new()
    {
        Name = "gas",
        MolarMass = 0.018,
        PseudocriticalPressure = 46e5,
        PseudocriticalTemperature = 195.0,
        DynamicViscosity = 1.1e-5,
        SpecificGravity = 0.6215,
        Compressibility = new LinearCompressibility(1.0, -2.2e-8),
    };

    internal SteadyNetworks Held(string id, double bar, double height = 0.0, GasQuality? gas = null)
    {
        _nodes.Add(new GasNode { Id = id, PressureSetpoint = bar * 1e5, Height = height, Gas = gas });
        return this;
    }

    internal SteadyNetworks Node(string id, double injection = 0.0, double height = 0.0, GasQuality? gas = null)
    {
        _nodes.Add(new GasNode { Id = id, Injection = injection, Height = height, Gas = gas });
        return this;
    }

    internal SteadyNetworks Pipe(string id, string from, string to, double kilometres = 10.0, double diameter = 0.5, double loss = 0.0)
    {
        _elements.Add(new GasPipe { Id = id, From = Index(from), To = Index(to), Length = kilometres * 1e3, Diameter = diameter, Roughness = 5e-5, FrictionFactor = 0.012, LossCoefficient = loss });
        return this;
    }

    internal SteadyNetworks Valve(string id, string from, string to, bool isOpen)
    {
        _elements.Add(new GasValve { Id = id, From = Index(from), To = Index(to), IsOpen = isOpen });
        return this;
    }

    internal SteadyNetworks ShortPipe(string id, string from, string to)
    {
        _elements.Add(new GasShortPipe { Id = id, From = Index(from), To = Index(to) });
        return this;
    }

    internal SteadyNetworks Resistor(string id, string from, string to, PressureLoss loss)
    {
        _elements.Add(new GasResistor { Id = id, From = Index(from), To = Index(to), Loss = loss });
        return this;
    }

    internal SteadyNetworks Compressor(string id, string from, string to, StationMode mode, double value)
    {
        _elements.Add(new GasCompressorStation { Id = id, From = Index(from), To = Index(to), Control = new StationControl(mode, value), IsentropicExponent = 1.3, Efficiency = 0.8 });
        return this;
    }

    internal SteadyNetworks Regulator(string id, string from, string to, StationMode mode, double value)
    {
        _elements.Add(new GasControlValve { Id = id, From = Index(from), To = Index(to), Control = new StationControl(mode, value) });
        return this;
    }

    internal GasNetwork Build(FrictionKind friction = FrictionKind.Fixed, EquationOfStateKind equation = EquationOfStateKind.Ideal) => new()
    {
        Name = "test",
        Nodes = _nodes,
        Elements = _elements,
        Gas = Gas,
        Friction = friction,
        EquationOfState = equation,
    };

    private int Index(string id) => _nodes.FindIndex(node => node.Id == id);
}
