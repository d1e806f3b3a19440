using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Studies.Hydraulics.Steady;

namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>
/// A nomination compiled to arrays: bounds of pressures, injections and flows, and the laws of the elements. Pressures in bar, flows in kg/s.
/// </summary>
internal sealed class NominationModel
{
    /// <summary>Pascal in a bar.</summary>
    internal const double Bar = 1e5;

    /// <summary>Pressure that stands in where a node states no least one [bar].</summary>
    private const double LeastPressure = 0.01;

    /// <summary>Pressure that stands in where neither node nor pipe states a greatest one [bar]: beyond the pressures of gas transport.</summary>
    private const double GreatestPressure = 250.0;

    internal NominationModel(GasNetwork network, HydraulicSettings settings, LinkLaws links)
    {
        Network = network;
        Settings = settings;
        NodeCount = network.Nodes.Count;
        ElementCount = network.Elements.Count;
        PressureMin = new double[NodeCount];
        PressureMax = new double[NodeCount];
        InjectionMin = new double[NodeCount];
        InjectionMax = new double[NodeCount];
        From = new int[ElementCount];
        To = new int[ElementCount];
        FlowMin = new double[ElementCount];
        FlowMax = new double[ElementCount];
        Laws = new ElementLaw[ElementCount];
        ReadNodes();
        ReadElements(links);
    }

    internal GasNetwork Network { get; }

    internal HydraulicSettings Settings { get; }

    internal int NodeCount { get; }

    internal int ElementCount { get; }

    internal double[] PressureMin { get; }

    internal double[] PressureMax { get; }

    internal double[] InjectionMin { get; }

    internal double[] InjectionMax { get; }

    internal int[] From { get; }

    internal int[] To { get; }

    internal double[] FlowMin { get; }

    internal double[] FlowMax { get; }

    internal ElementLaw[] Laws { get; }

    /// <summary>Greatest flow that the injections allow through any element [kg/s].</summary>
    internal double Throughput { get; private set; }

    /// <summary>Compiles a nomination; null, and what is missing, where a law lacks a figure.</summary>
    internal static NominationModel? Compile(GasNetwork network, HydraulicSettings settings, out string? missing)
    {
        EquationOfStateKind kind = settings.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay;
        IGasLaw? law = GasLaws.For(kind, network.Gas, out string? figure);
        missing = law is null ? $"The gas {network.Gas.Name} states no {figure}, which the equation of state {GasLaws.Name(kind)} needs." : null;
        if (law is null)
            return null;
        var complaints = new List<HydraulicComplaint>();
        var links = new LinkLaws(network, settings, new GasScale(law, network.Temperature), complaints);
        missing = complaints.Count > 0 ? complaints[0].Message : null;
        return missing is null ? new NominationModel(network, settings, links) : null;
    }

    private void ReadNodes()
    {
        double entries = 0.0;
        double exits = 0.0;
        for (int i = 0; i < NodeCount; i++)
        {
            GasNode node = Network.Nodes[i];
            PressureMin[i] = (node.PressureMin ?? 0.0) / Bar;
            PressureMin[i] = Math.Max(PressureMin[i], LeastPressure);
            PressureMax[i] = node.PressureMax is { } most ? most / Bar : GreatestPressure;
            (InjectionMin[i], InjectionMax[i]) = InjectionOf(node);
            if (node.PressureSetpoint is { } held)
            {
                PressureMin[i] = Math.Max(PressureMin[i], held / Bar);
                PressureMax[i] = Math.Min(PressureMax[i], held / Bar);
            }

            entries += Math.Max(0.0, InjectionMax[i]);
            exits += Math.Max(0.0, -InjectionMin[i]);
        }

        // A held pressure leaves the injection free; then the other side bounds what flows.
        Throughput = Math.Min(entries, exits);
        if (double.IsInfinity(Throughput))
            Throughput = 1e5;
    }

    private static (double Least, double Most) InjectionOf(GasNode node)
    {
        if (!node.InService)
            return (0.0, 0.0);
        if (node.PressureSetpoint is not null)
            return (node.InjectionMin ?? double.NegativeInfinity, node.InjectionMax ?? double.PositiveInfinity);
        return node.InjectionMin is { } least && node.InjectionMax is { } most ? (least, most) : (node.Injection, node.Injection);
    }

    private void ReadElements(LinkLaws links)
    {
        for (int e = 0; e < ElementCount; e++)
        {
            GasElement element = Network.Elements[e];
            From[e] = element.From;
            To[e] = element.To;
            FlowMin[e] = Math.Max(element.FlowMin ?? double.NegativeInfinity, -Throughput);
            FlowMax[e] = Math.Min(element.FlowMax ?? double.PositiveInfinity, Throughput);
            bool here = element.InService && Network.Nodes[element.From].InService && Network.Nodes[element.To].InService;
            if (!here)
            {
                FlowMin[e] = 0.0;
                FlowMax[e] = 0.0;
            }

            if (element is GasPipe { PressureMax: { } wall })
            {
                PressureMax[element.From] = Math.Min(PressureMax[element.From], wall / Bar);
                PressureMax[element.To] = Math.Min(PressureMax[element.To], wall / Bar);
            }

            Laws[e] = new ElementLaw(Network, Settings, e, links);
        }
    }
}
