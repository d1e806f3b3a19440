// Over 500 lines for a reason: one generator, whose kinds of networks and of faults share one stream of random numbers and one list of pieces.
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Verification;

/// <summary>
/// A random network that is feasible by construction: zones of pipes and fittings whose pressures are drawn first, joined by stations whose set points fit these
/// pressures; flows follow from the pressures by integration along the pipes, injections from the flows. It is then left alone, or broken
/// in a way whose culprit is known.
/// </summary>
internal sealed class RandomGasNetwork
{
    private const double Temperature = 288.15;

    private readonly Random _random;
    private readonly List<GasNode> _nodes = [];
    private readonly List<double> _pressure = [];
    private readonly List<double> _balance = [];
    private readonly List<int> _level = [];
    private readonly List<GasElement> _elements = [];
    private readonly GasQuality _gas;
    private readonly IGasLaw _law;
    private readonly IFrictionLaw _friction;
    private readonly double _hills;
    private int _levels;

    private RandomGasNetwork(int seed)
    {
        _random = new Random(seed);
        _gas = new GasQuality
        {
            Name = "gas",
            MolarMass = Draw(0.016, 0.021),
            PseudocriticalPressure = 46e5,
            PseudocriticalTemperature = Draw(185.0, 210.0),
            DynamicViscosity = 1.1e-5,
        };
        Equation = Pick(EquationOfStateKind.Ideal, EquationOfStateKind.Papay, EquationOfStateKind.SimpleCnga, EquationOfStateKind.FullCnga);
        Friction = Pick(FrictionKind.Colebrook, FrictionKind.Nikuradse, FrictionKind.Hofer, FrictionKind.Pkr);
        _law = GasLaws.For(Equation, _gas, out _)!;
        _friction = FrictionLaws.For(Friction)!;
        _hills = Chance(0.5) ? 300.0 : 0.0;
    }

    internal EquationOfStateKind Equation { get; }

    internal FrictionKind Friction { get; }

    /// <summary>What was broken; empty where nothing was.</summary>
    internal string Fault { get; private set; } = "";

    /// <summary>Nodes of which a complaint may name one.</summary>
    internal HashSet<int> CulpritNodes { get; } = [];

    /// <summary>Elements of which a complaint may name one.</summary>
    internal HashSet<int> CulpritElements { get; } = [];

    /// <summary>Pressure of each node; NaN where it is not known beforehand.</summary>
    internal IReadOnlyList<double> Pressure => _pressure;

    internal GasNetwork Network { get; private set; } = null!;

    internal static HydraulicSettings Settings { get; } = new();

    internal static RandomGasNetwork Feasible(int seed)
    {
        var network = new RandomGasNetwork(seed);
        network.Build();
        network.Finish();
        return network;
    }

    /// <summary>A network with one fault.</summary>
    internal static RandomGasNetwork Broken(int seed)
    {
        var network = new RandomGasNetwork(seed);
        network.Build();
        switch (seed % 7)
        {
            case 0:
                network.AddThinPipe();
                break;
            case 1:
                network.AddIslandWithDemand(closed: false);
                break;
            case 2:
                network.AddIslandWithDemand(closed: true);
                break;
            case 3:
                network.AddParallelStations();
                break;
            case 4:
                network.AddJoinedSetpoints();
                break;
            case 5:
                network.AddStationOntoSetpoint();
                break;
            default:
                network.AddLoopOfStations();
                break;
        }

        network.Finish();
        return network;
    }

    private double Draw(double low, double high) => low + ((high - low) * _random.NextDouble());

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private string NextId(string kind) => $"{kind}{_elements.Count}";

    private void Build()
    {
        int target = 2 + (int)(78.0 * _random.NextDouble() * _random.NextDouble());
        Zone(Draw(8e5, 70e5), Math.Min(target, _random.Next(1, 14)), Pick(1, 1, 1, 2, 3));
        while (_nodes.Count < target)
            AddChild(Math.Min(target - _nodes.Count, _random.Next(1, 12)));
        for (int k = _random.Next(0, 4); k > 0; k--)
            AddInert();
        if (Chance(0.3))
            AddDeadEnd();
        if (Chance(0.2))
            AddIdleIsland();
    }

    private void Finish()
    {
        for (int i = 0; i < _nodes.Count; i++)
        {
            if (_nodes[i].PressureSetpoint is null)
                _nodes[i] = _nodes[i] with { Injection = _nodes[i].Injection - _balance[i] };
        }

        // Elements in another order than they were drawn in, some of them the other way round.
        int[] order = [.. Enumerable.Range(0, _elements.Count)];
        _random.Shuffle(order);
        GasElement[] shuffled = [.. order.Select(e => _elements[e] is GasPipe or GasShortPipe or GasValve && Chance(0.5) ? _elements[e] with { From = _elements[e].To, To = _elements[e].From } : _elements[e])];
        HashSet<int> culprits = [.. CulpritElements.Select(e => Array.IndexOf(order, e))];
        CulpritElements.Clear();
        CulpritElements.UnionWith(culprits);
        Network = new GasNetwork
        {
            Name = "random",
            Gas = _gas,
            Temperature = Temperature,
            EquationOfState = Equation,
            Friction = Friction,
            Nodes = [.. _nodes],
            Elements = shuffled,
        };
    }

    private int AddNode(double pressure, int level)
    {
        _nodes.Add(new GasNode { Id = $"n{_nodes.Count}", Height = _hills * _random.NextDouble() });
        _pressure.Add(pressure);
        _balance.Add(0.0);
        _level.Add(level);
        return _nodes.Count - 1;
    }

    private int AddElement(GasElement element, double flow)
    {
        _elements.Add(element);
        _balance[element.From] -= flow;
        _balance[element.To] += flow;
        return _elements.Count - 1;
    }

    /// <summary>A connected mesh; its first node is drawn with the pressure given. Nodes joined without loss share a level.</summary>
    private int Zone(double pressure, int count, int setpoints)
    {
        int first = AddNode(pressure, _levels++);
        for (int k = 1; k < count; k++)
        {
            int parent = first + _random.Next(k);
            double p = _pressure[parent];
            double kind = _random.NextDouble();
            if (kind < 0.12)
            {
                int node = AddNode(p, _level[parent]);
                Join(parent, node);
            }
            else if (kind < 0.18)
                AddDrag(parent, AddNode(p * Draw(0.98, 1.02), _levels++));
            else if (kind < 0.24 && _hills == 0.0)
                AddPipe(parent, AddNode(p, _levels++), Draw(10.0, 20_000.0));
            else
            {
                double length = Chance(0.15) ? Draw(5.0, 500.0) : Draw(500.0, 40_000.0);
                double share = 0.12 * Math.Min(1.0, length / 20_000.0);
                AddPipe(parent, AddNode(p * Draw(1.0 - share, 1.0 + share), _levels++), length);
            }
        }

        for (int k = (int)(0.5 * count * _random.NextDouble()); k > 0; k--)
            AddChord(first + _random.Next(count), first + _random.Next(count));
        for (int k = 0; k < setpoints; k++)
            Hold(first + _random.Next(count));
        return first;
    }

    private void Hold(int node) => _nodes[node] = _nodes[node] with { PressureSetpoint = _pressure[node] };

    private void Join(int a, int b) => AddElement(
        Chance(0.5) ? new GasShortPipe { Id = NextId("s"), From = a, To = b } : new GasValve { Id = NextId("v"), From = a, To = b, IsOpen = true },
        Draw(-20.0, 20.0));

    private void AddChord(int a, int b)
    {
        if (a == b)
            return;
        if (_level[a] == _level[b])
            Join(a, b);
        else if (Chance(0.1))
            AddDrag(a, b);
        else
            AddPipe(a, b, Draw(5_000.0, 60_000.0));
    }

    /// <summary>A pipe whose flow follows from the pressures at its ends.</summary>
    private void AddPipe(int a, int b, double length)
    {
        var pipe = new GasPipe
        {
            Id = NextId("p"),
            From = a,
            To = b,
            Length = length,
            Diameter = Pick(0.1, 0.2, 0.4, 0.6, 0.9, 1.2),
            Roughness = Friction is FrictionKind.Nikuradse or FrictionKind.Pkr ? Pick(1e-5, 5e-5, 2e-4) : Pick(0.0, 1e-5, 5e-5, 2e-4),
            LossCoefficient = Chance(0.1) ? Draw(0.0, 50.0) : 0.0,
        };
        bool isForward = Integrate(pipe, a, b, 0.0) <= _pressure[a];
        double friction = isForward ? FrictionOf(pipe, a, b) : FrictionOf(pipe, b, a);
        double flow = FlowOf(pipe, friction);
        AddElement(pipe, isForward ? flow : -flow);
    }

    private double Integrate(GasPipe pipe, int entering, int leaving, double friction)
    {
        double weight = Settings.Gravity * (_nodes[leaving].Height - _nodes[entering].Height);
        return new PipeIntegration(_law, Temperature, Temperature, friction, weight).Run(_pressure[leaving]);
    }

    private double FrictionOf(GasPipe pipe, int entering, int leaving)
    {
        double target = _pressure[entering];
        double low = 0.0;
        double lowValue = Integrate(pipe, entering, leaving, 0.0);
        if (lowValue >= target * (1.0 - 1e-13))
            return 0.0;
        double density = _pressure[leaving] * _law.MolarMass / (GasLaws.GasConstant * Temperature);
        double high = (target - lowValue) * density;
        for (int k = 0; k < 50; k++)
        {
            double value = Integrate(pipe, entering, leaving, high);
            if (Math.Abs(value - target) <= 1e-12 * target)
                return high;
            double slope = ((value * value) - (lowValue * lowValue)) / (high - low);
            double next = high + (((target * target) - (value * value)) / slope);
            (low, lowValue, high) = (high, value, next);
        }

        return high;
    }

    private double FlowOf(GasPipe pipe, double friction)
    {
        if (friction == 0.0)
            return 0.0;
        double low = 1e-12;
        double high = 1e6;
        while (high > low * (1.0 + 1e-14))
        {
            double middle = Math.Sqrt(low * high);
            if (middle <= low || middle >= high)
                break;
            double flux = middle / (Math.PI / 4.0 * pipe.Diameter * pipe.Diameter);
            double reynolds = flux * pipe.Diameter / _gas.DynamicViscosity!.Value;
            double value = 0.5 * ((_friction.Factor(reynolds, pipe.Roughness / pipe.Diameter, out _) * pipe.Length / pipe.Diameter) + pipe.LossCoefficient) * flux * flux;
            if (value < friction)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private void AddDrag(int a, int b)
    {
        double drag = Draw(10.0, 1e4);
        double diameter = Pick(0.2, 0.5, 1.0);
        double area = Math.PI / 4.0 * diameter * diameter;
        bool isForward = _pressure[a] >= _pressure[b];
        double density = Density(Math.Max(_pressure[a], _pressure[b]));
        double flow = area * Math.Sqrt(2.0 * density * Math.Abs(_pressure[a] - _pressure[b]) / drag);
        var loss = PressureLoss.ByDrag(drag, diameter);
        AddElement(
            Chance(0.5) ? new GasResistor { Id = NextId("r"), From = a, To = b, Loss = loss } : new GasValve { Id = NextId("v"), From = a, To = b, IsOpen = true, Loss = loss },
            isForward ? flow : -flow);
    }

    private double Density(double pressure) =>
        pressure * _law.MolarMass / (_law.Compressibility(pressure, Temperature, out _) * GasLaws.GasConstant * Temperature);

    /// <summary>A further zone, joined to what exists by one station or two in parallel.</summary>
    private void AddChild(int count)
    {
        int parent;
        do
            parent = _random.Next(_nodes.Count);
        while (double.IsNaN(_pressure[parent]));
        double p = _pressure[parent];
        StationMode mode = Pick(StationMode.Ratio, StationMode.PressureRise, StationMode.OutletPressure, StationMode.InletPressure, StationMode.Flow, StationMode.Power, StationMode.Bypass, StationMode.Closed);
        bool raises = Chance(0.5) && p is > 12e5 and < 70e5;
        if (mode == StationMode.Power && !raises)
            mode = StationMode.Ratio;
        if (mode == StationMode.Closed)
        {
            // A pump, or a fixed loss.
            AddOther(parent, count);
            return;
        }

        double flow = Draw(0.5, 30.0);
        bool isUpstream = mode == StationMode.InletPressure;
        bool rises = raises != isUpstream;
        double ratio = mode == StationMode.Bypass ? 1.0 : rises ? Draw(1.05, 1.8) : 1.0 / Draw(1.05, 1.8);
        int child = Zone(p * ratio, count, mode == StationMode.Flow ? 1 : 0);
        int from = isUpstream ? child : parent;
        int to = isUpstream ? parent : child;
        int copies = Chance(0.2) ? 2 : 1;
        for (int k = 0; k < copies; k++)
        {
            AddStation(from, to, mode, raises, flow / copies, copies > 1);
            if (k == 0 && mode == StationMode.Flow)
                break;
        }
    }

    private void AddStation(int from, int to, StationMode mode, bool raises, double flow, bool isParallel)
    {
        PressureLoss lossIn = !isParallel && mode != StationMode.Bypass && Chance(0.3) ? PressureLoss.ByDrag(Draw(10.0, 200.0), 0.5) : PressureLoss.None;
        double before = _pressure[from];
        double behind = _pressure[to];
        if (!lossIn.IsNone)
        {
            double speed = flow / (Density(before) * Math.PI / 4.0 * 0.25);
            before -= 0.5 * lossIn.DragFactor!.Value * Density(before) * speed * speed;
            if (!raises && before <= behind * 1.001)
                (before, lossIn) = (_pressure[from], PressureLoss.None);
        }

        double kappa = 1.3;
        double exponent = (kappa - 1.0) / kappa;
        double head = _law.Compressibility(before, Temperature, out _) * GasLaws.GasConstant * Temperature / _law.MolarMass / exponent * (Math.Pow(behind / before, exponent) - 1.0);
        double value = mode switch
        {
            StationMode.Ratio => behind / before,
            StationMode.PressureRise => behind - before,
            StationMode.OutletPressure => behind,
            StationMode.InletPressure => before,
            StationMode.Flow => flow,
            StationMode.Power => flow * head / 0.8,
            _ => double.NaN,
        };
        var control = new StationControl(mode, value);
        AddElement(
            raises
                ? new GasCompressorStation { Id = NextId("c"), From = from, To = to, Control = control, LossIn = lossIn, IsentropicExponent = kappa, Efficiency = 0.8 }
                : new GasControlValve { Id = NextId("g"), From = from, To = to, Control = control, LossIn = lossIn },
            flow);
    }

    private void AddOther(int parent, int count)
    {
        double flow = Draw(0.5, 30.0);
        double p = _pressure[parent];
        if (Chance(0.5))
        {
            double loss = p * Draw(0.01, 0.2);
            int below = Zone(p - loss, count, 0);
            AddElement(new GasResistor { Id = NextId("r"), From = parent, To = below, Loss = PressureLoss.OfPressure(loss) }, flow);
            return;
        }

        double lift = Draw(0.1, 3.0);
        int above = Zone(p + (1e5 * lift), count, 0);
        double volume = 3600.0 * flow / Density(p + (0.5e5 * lift));
        double fall = Draw(1e-5, 1e-3);
        AddElement(new GasPump { Id = NextId("u"), From = parent, To = above, LiftByVolumeFlow = [-fall, lift + (fall * volume)] }, flow);
    }

    /// <summary>Something that carries nothing at the pressures drawn.</summary>
    private void AddInert()
    {
        int a = _random.Next(_nodes.Count);
        int b = _random.Next(_nodes.Count);
        if (a == b)
            return;
        if (_pressure[a] > _pressure[b])
            (a, b) = (b, a);
        switch (_random.Next(5))
        {
            case 0:
                AddElement(new GasValve { Id = NextId("v"), From = a, To = b, IsOpen = false }, 0.0);
                break;
            case 1:
                AddElement(new GasPipe { Id = NextId("p"), From = a, To = b, Length = 1000.0, Diameter = 0.5, InService = false }, 0.0);
                break;
            case 2:
                AddElement(new GasCompressorStation { Id = NextId("c"), From = a, To = b, Control = new(StationMode.Closed) }, 0.0);
                break;
            case 3 when _pressure[a] < 0.95 * _pressure[b]:
                // Closed against flow backwards.
                AddElement(new GasControlValve { Id = NextId("g"), From = a, To = b, Control = new(StationMode.OutletPressure, 1.2 * _pressure[b]) }, 0.0);
                break;
            case 4 when _pressure[a] < 0.95 * _pressure[b]:
                // Closed because the outlet has more than is asked for.
                AddElement(new GasControlValve { Id = NextId("g"), From = b, To = a, Control = new(StationMode.OutletPressure, 0.9 * _pressure[a]) }, 0.0);
                break;
            default:
                AddElement(new GasControlValve { Id = NextId("g"), From = a, To = b, Control = new(StationMode.Closed) }, 0.0);
                break;
        }
    }

    private void AddDeadEnd()
    {
        int parent = _random.Next(_nodes.Count);
        for (int k = _random.Next(1, 4); k > 0; k--)
        {
            int node = AddNode(double.NaN, _levels++);
            AddElement(new GasPipe { Id = NextId("p"), From = parent, To = node, Length = Draw(10.0, 30_000.0), Diameter = 0.4, Roughness = 5e-5 }, 0.0);
            parent = node;
        }
    }

    private void AddIdleIsland()
    {
        int a = AddNode(double.NaN, _levels++);
        int b = AddNode(double.NaN, _levels++);
        AddElement(new GasPipe { Id = NextId("p"), From = a, To = b, Length = 5000.0, Diameter = 0.4, Roughness = 5e-5 }, 0.0);
    }

    private int KnownNode()
    {
        int node;
        do
            node = _random.Next(_nodes.Count);
        while (double.IsNaN(_pressure[node]));
        return node;
    }

    /// <summary>A flow three times that which a thin pipe could carry into a vacuum.</summary>
    private void AddThinPipe()
    {
        Fault = "too much flow";
        int parent = KnownNode();
        int node = AddNode(double.NaN, _levels++);
        _nodes[node] = _nodes[node] with { Height = _nodes[parent].Height };
        var pipe = new GasPipe { Id = NextId("p"), From = parent, To = node, Length = 20_000.0, Diameter = 0.02, Roughness = 1e-5 };
        double potential = _law.Potential(_pressure[parent], Temperature, out _);
        double flow = 3.0 * FlowOf(pipe, potential);
        int e = AddElement(pipe, 0.0);
        _nodes[node] = _nodes[node] with { Injection = -flow };

        // So that what was drawn stays as it was.
        if (_nodes[parent].PressureSetpoint is null)
            _nodes[parent] = _nodes[parent] with { Injection = flow };
        CulpritNodes.Add(node);
        CulpritElements.Add(e);
    }

    private void AddIslandWithDemand(bool closed)
    {
        Fault = closed ? "cut off" : "no reference";
        int outside = KnownNode();
        int count = _random.Next(1, 6);
        int first = _nodes.Count;
        for (int k = 0; k < count; k++)
        {
            int node = AddNode(double.NaN, _levels++);
            CulpritNodes.Add(node);
            if (k > 0)
                CulpritElements.Add(AddElement(new GasPipe { Id = NextId("p"), From = first + _random.Next(k), To = node, Length = 5000.0, Diameter = 0.4, Roughness = 5e-5 }, 0.0));
        }

        int demand = first + _random.Next(count);
        _nodes[demand] = _nodes[demand] with { Injection = -Draw(0.1, 10.0) };
        if (closed)
            CulpritElements.Add(AddElement(new GasValve { Id = NextId("v"), From = outside, To = first + _random.Next(count), IsOpen = false }, 0.0));
    }

    private void AddParallelStations()
    {
        Fault = "parallel stations of different ratios";
        int parent = KnownNode();
        int child = AddNode(1.4 * _pressure[parent], _levels++);
        AddElement(new GasCompressorStation { Id = NextId("c"), From = parent, To = child, Control = new(StationMode.Ratio, 1.4) }, 5.0);
        AddElement(new GasCompressorStation { Id = NextId("c"), From = parent, To = child, Control = new(StationMode.Ratio, 1.41) }, 5.0);
        CulpritElements.UnionWith([_elements.Count - 1, _elements.Count - 2]);
        CulpritNodes.UnionWith([parent, child]);
    }

    private void AddJoinedSetpoints()
    {
        Fault = "two pressures held at one place";
        int held = _nodes.FindIndex(node => node.PressureSetpoint is not null);
        int other = AddNode(double.NaN, _levels++);
        _nodes[other] = _nodes[other] with { PressureSetpoint = 1.001 * _pressure[held] };
        int e = AddElement(new GasShortPipe { Id = NextId("s"), From = held, To = other }, 0.0);
        CulpritNodes.UnionWith([other, .. Level(_level[held])]);
        CulpritElements.Add(e);
        AddAround(CulpritNodes);
    }

    private void AddStationOntoSetpoint()
    {
        Fault = "a station holds another pressure where one is held";
        int held = _nodes.FindIndex(node => node.PressureSetpoint is not null);
        int from = AddNode(0.8 * _pressure[held], _levels++);
        AddElement(new GasCompressorStation { Id = NextId("c"), From = from, To = held, Control = new(StationMode.OutletPressure, 1.05 * _pressure[held]) }, 0.0);
        CulpritElements.Add(_elements.Count - 1);
        Hold(from);
        CulpritNodes.UnionWith([from, .. Level(_level[held])]);
    }

    private void AddLoopOfStations()
    {
        Fault = "a loop of stations";
        int a = KnownNode();
        int b = AddNode(double.NaN, _levels++);
        int c = AddNode(double.NaN, _levels++);
        foreach ((int from, int to) in new[] { (a, b), (b, c), (c, a) })
        {
            AddElement(new GasCompressorStation { Id = NextId("c"), From = from, To = to, Control = new(StationMode.Ratio, 1.1) }, 0.0);
            CulpritElements.Add(_elements.Count - 1);
        }

        CulpritNodes.UnionWith([a, b, c]);
    }

    private IEnumerable<int> Level(int level) => Enumerable.Range(0, _nodes.Count).Where(i => _level[i] == level);

    private void AddAround(HashSet<int> nodes)
    {
        for (int e = 0; e < _elements.Count; e++)
        {
            if (nodes.Contains(_elements[e].From) || nodes.Contains(_elements[e].To))
                CulpritElements.Add(e);
        }
    }
}
