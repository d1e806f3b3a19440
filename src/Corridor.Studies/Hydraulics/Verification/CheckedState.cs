using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Verification;

/// <summary>A solution as the check reads it: nothing of the solver's but the figures that it states.</summary>
internal sealed class CheckedState
{
    private readonly Dictionary<GasQuality, IGasLaw?> _laws = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<GasQuality, GasHeat?> _heats = new(ReferenceEqualityComparer.Instance);
    private readonly EquationOfStateKind _equation;
    private readonly double[] _flowScale;
    private readonly int[] _part;

    internal CheckedState(HydraulicSolution solution, ResidualTally tally)
    {
        Solution = solution;
        Network = solution.Network;
        Settings = solution.Settings;
        Tally = tally;
        _equation = Settings.EquationOfState ?? Network.EquationOfState ?? EquationOfStateKind.Papay;
        _part = Parts();
        _flowScale = new double[Network.Nodes.Count];
        for (int i = 0; i < _flowScale.Length; i++)
            Raise(i, solution.Nodes[i].Injection);
        for (int e = 0; e < Network.Elements.Count; e++)
            Raise(Network.Elements[e].From, solution.Elements[e].Flow);
        StillFlow = 1e-9 * solution.Elements.Max(element => (double?)Math.Abs(element.Flow)) ?? 0.0;
    }

    /// <summary>Flow [kg/s] up to which an element counts as still for its temperature.</summary>
    internal double StillFlow { get; }

    internal HydraulicSolution Solution { get; }

    internal GasNetwork Network { get; }

    internal HydraulicSettings Settings { get; }

    internal ResidualTally Tally { get; }

    /// <summary>Stated pressure of a node.</summary>
    internal double Pressure(int node) => Solution.Nodes[node].Pressure;

    /// <summary>Stated flow of an element.</summary>
    internal double Flow(int element) => Solution.Elements[element].Flow;

    /// <summary>Greatest flow or injection of the part of the network that a node lies in, all elements counted as links; at least 10⁻⁹ kg/s.</summary>
    internal double FlowScale(int node) => Math.Max(_flowScale[_part[node]], 1e-9);

    /// <summary>A flow of an element against the greatest of its part.</summary>
    internal double RelativeFlow(int element, double flow) => flow / FlowScale(Network.Elements[element].From);

    /// <summary>Whether an element and both its nodes are in service.</summary>
    internal bool TakesPart(int element)
    {
        GasElement e = Network.Elements[element];
        return e.InService && Network.Nodes[e.From].InService && Network.Nodes[e.To].InService;
    }

    /// <summary>Temperature of the gas at a node.</summary>
    internal double Temperature(int node) => Settings.TrackTemperature ? Solution.Nodes[node].Temperature : Network.Temperature;

    /// <summary>Whether nothing that could carry heat flows through an element.</summary>
    internal bool IsStill(int element) => Math.Abs(Flow(element)) <= StillFlow;

    /// <summary>Temperature at an end of an element: of the node where gas enters, of the gas that leaves at the other end.</summary>
    internal double EndTemperature(int element, int node)
    {
        bool isInlet = node == (Flow(element) >= 0.0 ? Network.Elements[element].From : Network.Elements[element].To);
        return isInlet || !Settings.TrackTemperature || IsStill(element) ? Temperature(node) : Solution.Elements[element].OutletTemperature;
    }

    /// <summary>Density and heat of a gas; null where it has no law.</summary>
    internal GasHeat? Heat(GasQuality gas)
    {
        if (!_heats.TryGetValue(gas, out GasHeat? heat))
        {
            heat = Law(gas) is { } law ? new GasHeat(law, gas) : null;
            _heats.Add(gas, heat);
        }

        return heat;
    }

    /// <summary>The gas that is in an element: that of the node where it flows in.</summary>
    internal GasQuality Gas(int element)
    {
        GasElement e = Network.Elements[element];
        return NodeGas(Flow(element) >= 0.0 ? e.From : e.To);
    }

    /// <summary>The gas at a node.</summary>
    internal GasQuality NodeGas(int node) => Settings.TrackQuality ? Solution.Nodes[node].Gas : Network.Gas;

    /// <summary>The gas that enters the network at a node.</summary>
    internal GasQuality EnteringGas(int node) => Network.Nodes[node].Gas ?? Network.Gas;

    /// <summary>The law of a gas; null where it cannot be made.</summary>
    internal IGasLaw? Law(GasQuality gas)
    {
        if (!_laws.TryGetValue(gas, out IGasLaw? law))
        {
            law = GasLaws.For(_equation, gas, out _);
            _laws.Add(gas, law);
        }

        return law;
    }

    /// <summary>Density ρ = p·M/(Z·R·T) [kg/m³]; NaN where there is no law.</summary>
    internal double Density(GasQuality gas, double pressure, double temperature)
    {
        if (Law(gas) is not { } law || !(pressure > 0.0))
            return double.NaN;
        return pressure * law.MolarMass / (law.Compressibility(pressure, temperature, out _) * GasLaws.GasConstant * temperature);
    }

    /// <summary>Kind and id of an element.</summary>
    internal string Name(int element) => $"{Network.Elements[element].Kind} {Network.Elements[element].Id}";

    /// <summary>Difference of two figures against the greater of them.</summary>
    internal static double Relative(double value, double expected)
    {
        double size = Math.Max(Math.Abs(value), Math.Abs(expected));
        return size == 0.0 ? 0.0 : (value - expected) / size;
    }

    private void Raise(int node, double flow)
    {
        if (Math.Abs(flow) > _flowScale[_part[node]])
            _flowScale[_part[node]] = Math.Abs(flow);
    }

    private int[] Parts()
    {
        int[] part = [.. Enumerable.Range(0, Network.Nodes.Count)];
        foreach (GasElement element in Network.Elements)
        {
            int a = Root(element.From);
            int b = Root(element.To);
            part[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (int i = 0; i < part.Length; i++)
            part[i] = Root(i);
        return part;

        int Root(int i)
        {
            while (part[i] != i)
                i = part[i] = part[part[i]];
            return i;
        }
    }
}
