using Corridor.Model;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Tracing;

/// <summary>
/// Who supplies whom? Traces energy through every network, store and conversion by proportional sharing: what leaves a node is a mixture of what enters it.
/// Bialek, "Tracing the flow of electricity", IEE Proc. Generation, Transmission and Distribution 143 (1996); Kirschen, Allan, Strbac, "Contributions of individual
/// generators to loads and flows", IEEE Trans. Power Systems 12 (1997). Stated in <c>docs/mathematics/tracing.md</c>.
/// </summary>
public static class TraceStudy
{
    /// <summary>Traces a dispatch.</summary>
    /// <param name="result">A result with figures; whether they may be relied on is for its certificate to say.</param>
    /// <param name="system">The package that was dispatched.</param>
    /// <returns>Shares by zone, country, carrier and month. The same for the same input, bit by bit.</returns>
    public static TraceResult Run(DispatchResult result, EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(system);
        CompiledNetwork network = result.Network;
        var graph = new TraceGraph(result, system);
        var columns = new TraceColumns(graph.Origins.Count, graph.Countries.Ids.Count, graph.Routes.Count);
        int nodes = network.Nodes.Count;
        var period = new TracePeriod(graph, network.PeriodCount, v => v < nodes ? network.Nodes[v].Carrier : "");
        var seeds = new TraceSeeds(graph, columns, network);

        // A first pass finds what every seed contributes to the end of the horizon, a second one starts with the mixtures that follow.
        var first = new TraceSweep(graph, period, result, columns, seeds.Count, seeds.Stores(), seeds.Cargoes());
        for (int t = 0; seeds.Count > 0 && t < network.PeriodCount; t++)
            first.Run(t);
        (Mixture[] stores, Dictionary<(int Vertex, int Period), Mixture> cargoes) = seeds.Solve(first);
        var second = new TraceSweep(graph, period, result, columns, 0, stores, cargoes);
        var tally = new TraceTally(graph, columns, result, period.Floor);
        for (int t = 0; t < network.PeriodCount; t++)
        {
            second.Run(t);
            tally.Add(t, second.Vertices);
        }

        return tally.Result();
    }
}
