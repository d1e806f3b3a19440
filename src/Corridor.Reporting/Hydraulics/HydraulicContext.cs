using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics;

/// <summary>What all parts of the page ask for: names, states, bounds, units.</summary>
internal sealed class HydraulicContext
{
    /// <summary>Flows below this share of the largest are rounding.</summary>
    private const double Rounding = 1e-7;

    /// <summary>A pressure this much outside of its bounds is outside; less is rounding [Pa].</summary>
    private const double PressureRounding = 10;

    public HydraulicContext(HydraulicReportInput input)
    {
        Input = input;
        HydraulicSolution? end = Instant(input.Transient, input.Settings ?? input.Solution?.Settings);
        Network = end is null && input.Solution is null && input.Nomination?.Network is { } set ? set : input.Network;
        Solution = end ?? input.Solution ?? input.Nomination?.Solution;
        IsInstant = end is not null;
        Complaints = [.. (Solution?.Complaints ?? []).Concat(input.Transient?.Complaints ?? []).DistinctBy(c => (c.Kind, c.Node, c.Element, c.Message))];
        HasState = Solution is { Status: HydraulicStatus.Converged } && Solution.Nodes.Count == Network.Nodes.Count && Solution.Elements.Count == Network.Elements.Count;
        MayBeShown = HasState && (IsInstant ? input.Transient!.Certificate is not { Holds: false } : input.Checks.All(c => c.Holds));
        Units = new HydraulicUnits(
            Network,
            (MayBeShown ? Solution!.Nodes.Select(n => n.Pressure) : []).Concat(input.Transient?.Pressures.SelectMany(row => row) ?? []),
            MayBeShown ? Solution!.Elements.Select(e => e.Flow).Concat(Solution.Nodes.Select(n => n.Injection)) : []);
    }

    public HydraulicReportInput Input { get; }

    public GasNetwork Network { get; }

    public HydraulicSolution? Solution { get; }

    /// <summary>Whether there is a converged state for every node and element.</summary>
    public bool HasState { get; }

    /// <summary>Whether figures may be shown: converged, and nothing that was checked failed.</summary>
    public bool MayBeShown { get; }

    public HydraulicUnits Units { get; }

    /// <summary>Complaints of all studies, each once.</summary>
    public IReadOnlyList<HydraulicComplaint> Complaints { get; }

    /// <summary>Whether the state shown is the last instant of a run over time.</summary>
    public bool IsInstant { get; }

    private static HydraulicSolution? Instant(TransientResult? run, HydraulicSettings? settings)
    {
        if (run is not { Times.Count: > 0 } || run.Pressures.Count != run.Times.Count || run.FlowsIn.Count != run.Times.Count || run.Injections.Count != run.Times.Count)
            return null;
        GasNetwork network = run.Network;
        double[] pressures = run.Pressures[^1], flows = run.FlowsIn[^1];
        return new HydraulicSolution
        {
            Network = network,
            Settings = settings ?? new HydraulicSettings(),
            Status = HydraulicStatus.Converged,
            Nodes = [.. network.Nodes.Select((n, i) => new NodeState(pressures[i], double.NaN, n.Temperature ?? network.Temperature, run.Injections[^1][i], n.Gas ?? network.Gas))],
            Elements = [.. network.Elements.Select((e, i) => new ElementState(flows[i], double.NaN, double.NaN, double.NaN, double.NaN, pressures[e.To] / pressures[e.From], Power(e), Power(e), run.Linepacks.Count > 0 ? run.Linepacks[^1][i] : 0, null))],
            Iterations = 0,
            Residual = run.Steps.Residual,
        };
    }

    /// <summary>A run does not say what power a station takes at its end.</summary>
    private static double Power(GasElement element) => element is GasCompressorStation ? double.NaN : 0;

    public NodeState Node(int node) => Solution!.Nodes[node];

    public ElementState Element(int element) => Solution!.Elements[element];

    /// <summary>Absolute pressure [Pa]; NaN where none is known.</summary>
    public double Pressure(int node) => MayBeShown ? Solution!.Nodes[node].Pressure : double.NaN;

    /// <summary>Mass flow [kg/s]; rounding is zero.</summary>
    public double Flow(int element)
    {
        double flow = MayBeShown ? Solution!.Elements[element].Flow : 0;
        return Math.Abs(flow) <= Rounding * Units.LargestFlow ? 0 : flow;
    }

    /// <summary>Mass flow into the network at a node [kg/s]; rounding is zero.</summary>
    public double Injection(int node)
    {
        double flow = MayBeShown ? Solution!.Nodes[node].Injection : Network.Nodes[node].Injection;
        return Math.Abs(flow) <= Rounding * Units.LargestFlow ? 0 : flow;
    }

    /// <summary>The gas that flows through an element: that of the node where it comes from.</summary>
    public GasQuality Gas(int element)
    {
        GasElement e = Network.Elements[element];
        return GasAt(Flow(element) < 0 ? e.To : e.From);
    }

    /// <summary>The gas that leaves a node.</summary>
    public GasQuality GasAt(int node) => (MayBeShown ? Solution!.Nodes[node].Gas : null) ?? Network.Nodes[node].Gas ?? Network.Gas;

    /// <summary>Name of a node for people.</summary>
    public string Name(int node) => Network.Nodes[node].Name is { Length: > 0 } name ? name : Network.Nodes[node].Id;

    /// <summary>Name of what a complaint is about; empty where it is about nothing in particular.</summary>
    public string Subject(HydraulicComplaint complaint) =>
        complaint.Node >= 0 && complaint.Node < Network.Nodes.Count ? Name(complaint.Node)
        : complaint.Element >= 0 && complaint.Element < Network.Elements.Count ? $"{KindName(Network.Elements[complaint.Element])} {Network.Elements[complaint.Element].Id}"
        : "";

    /// <summary>Kind of an element in words.</summary>
    public static string KindName(GasElement element) => element switch
    {
        GasShortPipe => "short pipe",
        GasControlValve => "regulator",
        GasCompressorStation => "compressor station",
        _ => element.Kind,
    };

    /// <summary>Whether gas can be seen to pass: in service, open, and something flows.</summary>
    public bool IsClosed(int element)
    {
        GasElement e = Network.Elements[element];
        return !e.InService || e is GasValve { IsOpen: false } || (MayBeShown && Element(element).Mode == StationMode.Closed)
            || (!MayBeShown && Control(e)?.Mode == StationMode.Closed);
    }

    /// <summary>What a station or regulator was told to do; null where it was told nothing.</summary>
    public static StationControl? Control(GasElement element) => element switch
    {
        GasControlValve valve => valve.Control,
        GasCompressorStation station => station.Control,
        _ => null,
    };

    /// <summary>How far a pressure is from the nearest of its bounds [Pa], negative outside; NaN where there is none.</summary>
    public double Margin(int node) => Math.Min(MarginBelow(node) is var low && double.IsNaN(low) ? double.PositiveInfinity : low, MarginAbove(node) is var high && double.IsNaN(high) ? double.PositiveInfinity : high) is var least && double.IsPositiveInfinity(least) ? double.NaN : least;

    /// <summary>How far a pressure is above its least [Pa]; NaN where none is stated.</summary>
    public double MarginBelow(int node) => Network.Nodes[node].PressureMin is { } least ? Pressure(node) - least : double.NaN;

    /// <summary>How far a pressure is below its greatest [Pa]; NaN where none is stated.</summary>
    public double MarginAbove(int node) => Network.Nodes[node].PressureMax is { } most ? most - Pressure(node) : double.NaN;

    /// <summary>Place of a pressure between its bounds, 0 at the least, 1 at the greatest; NaN without both bounds.</summary>
    public double Band(int node) => Network.Nodes[node] is { PressureMin: { } least, PressureMax: { } most } && most > least ? (Pressure(node) - least) / (most - least) : double.NaN;

    /// <summary>−1 where a pressure is below its least, +1 where it is above its greatest, else 0.</summary>
    public int Outside(int node) => MarginBelow(node) < -PressureRounding ? -1 : MarginAbove(node) < -PressureRounding ? 1 : 0;
}
