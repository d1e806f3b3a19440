using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// The rates of a result by the ids of their elements. Of the compiled network only ids, their order, the order of a contract's channels and
/// its years are used.
/// </summary>
internal sealed class ResultFacts
{
    private readonly double[] _zeros;

    public ResultFacts(DispatchResult result, SystemFigures figures)
    {
        CompiledNetwork network = result.Network;
        Result = result;
        _zeros = new double[figures.Package.Count];
        Supplies = Index(network.Supplies.Select(s => s.Id), result.Supplies);
        Demands = Index(network.Demands.Select(d => d.Id), result.Demands);
        Arcs = Index(network.Arcs.Select(a => a.Id), result.Arcs);
        Storages = Index(network.Storages.Select(s => s.Id), result.Storages);
        Converters = Index(network.Converters.Select(c => c.Id), result.Converters);
        Contracts = Index(network.Contracts.Select(c => c.Id), result.Contracts);
        Rules = Index(network.Rules.Select(r => r.Id), result.Rules);
        Channels = Index(network.Channels.Select(c => c.Id), result.Channels);
        Measures = Index(network.Measures.Select(m => m.Id), result.Measures);
        Prices = Index(network.Nodes.Select(n => n.Id), result.NodalPrice);
        ContractsOnArc = figures.Contracts.Values
            .Where(c => Contracts.ContainsKey(c.Row.Id))
            .ToLookup(c => (c.Arc.Id, c.Direction));
    }

    public DispatchResult Result { get; }

    public Dictionary<string, SupplyResult> Supplies { get; }

    public Dictionary<string, DemandResult> Demands { get; }

    public Dictionary<string, ArcResult> Arcs { get; }

    public Dictionary<string, StorageResult> Storages { get; }

    public Dictionary<string, ConverterResult> Converters { get; }

    public Dictionary<string, ContractResult> Contracts { get; }

    public Dictionary<string, RuleResult> Rules { get; }

    public Dictionary<string, ChannelResult> Channels { get; }

    public Dictionary<string, double[]> Measures { get; }

    public Dictionary<string, double[]> Prices { get; }

    /// <summary>Contracts delivered at the end of an arc in a direction.</summary>
    public ILookup<(string Arc, int Direction), ContractFigures> ContractsOnArc { get; }

    /// <summary>The rate of a flow; zeros where the result has no such element.</summary>
    public double[] Flow(MatchedFlow flow) => flow.Kind switch
    {
        FlowKind.Supply => Supplies.GetValueOrDefault(flow.Id)?.Output,
        FlowKind.ArcForward => Arcs.GetValueOrDefault(flow.Id)?.Flow[0],
        FlowKind.ArcBackward => Arcs.GetValueOrDefault(flow.Id)?.Flow[1],
        FlowKind.Injection => Storages.GetValueOrDefault(flow.Id)?.Injection,
        FlowKind.Withdrawal => Storages.GetValueOrDefault(flow.Id)?.Withdrawal,
        FlowKind.Activity => Converters.GetValueOrDefault(flow.Id)?.Activity,
        _ => Contracts.GetValueOrDefault(flow.Id)?.ByChannel[flow.Part],
    } ?? _zeros;

    /// <summary>What arrives at the end of an arc in a direction: the amount that was loaded, less the loss, spread over the period of arrival.</summary>
    public double[] Arrivals(ArcFigures arc, int direction, double[] days)
    {
        double[] flow = Arcs[arc.Id].Flow[direction];
        double[] arrivals = new double[flow.Length];
        for (int t = 0; t < flow.Length; t++)
        {
            int loaded = (t + flow.Length - arc.Delay) % flow.Length;
            arrivals[t] = (1 - arc.Loss) * flow[loaded] * (arc.Delay == 0 ? 1 : days[loaded] / days[t]);
        }

        return arrivals;
    }

    private static Dictionary<string, T> Index<T>(IEnumerable<string> ids, IReadOnlyList<T> results)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        int i = 0;
        foreach (string id in ids)
            index.TryAdd(id, results[i++]);
        return index;
    }
}
