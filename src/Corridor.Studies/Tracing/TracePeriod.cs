using System.Runtime.CompilerServices;
using Corridor.Numerics.Ordering;

namespace Corridor.Studies.Tracing;

/// <summary>The links that carry something in one period, and the order in which their vertices can be mixed.</summary>
internal sealed class TracePeriod
{
    // What is smaller than this share of what enters a vertex, or of the largest throughput of its carrier, is rounding of the solver.
    private const double ShareOfVertex = 1e-7;
    private const double ShareOfCarrier = 1e-9;

    private readonly TraceGraph _graph;
    private readonly int[] _kept;
    private readonly int[] _keptStart;
    private readonly int[] _dependencies;
    private readonly int[] _dependencyStart;

    public TracePeriod(TraceGraph graph, int periods, Func<int, string> carrierOfVertex)
    {
        _graph = graph;
        int vertices = graph.Country.Length;
        _kept = new int[graph.Links.Length];
        _keptStart = new int[vertices + 1];
        _dependencies = new int[graph.Links.Length];
        _dependencyStart = new int[vertices + 1];
        Sets = new StronglyConnectedSets(vertices);
        Floor = Floors(graph, periods, carrierOfVertex);
    }

    /// <summary>Vertices that feed each other, in the order in which they can be mixed.</summary>
    public StronglyConnectedSets Sets { get; }

    /// <summary>Rate by vertex below which a flow is none.</summary>
    public double[] Floor { get; }

    /// <summary>Links into a vertex that carry something.</summary>
    public ReadOnlySpan<int> Into(int vertex) => _kept.AsSpan(_keptStart[vertex], _keptStart[vertex + 1] - _keptStart[vertex]);

    /// <summary>Goes to a period.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Prepare(int period)
    {
        int kept = 0, dependencies = 0;
        for (int v = 0; v < _graph.Country.Length; v++)
        {
            double total = 0;
            for (int k = _graph.LinkStart[v]; k < _graph.LinkStart[v + 1]; k++)
                total += _graph.Links[k].Rate[period];
            double least = Math.Max(ShareOfVertex * total, Floor[v]);
            for (int k = _graph.LinkStart[v]; k < _graph.LinkStart[v + 1]; k++)
            {
                TraceLink link = _graph.Links[k];
                if (link.Rate[period] <= least)
                    continue;
                _kept[kept++] = k;
                if (link.Kind == LinkKind.Vertex && link.Delay == 0)
                    _dependencies[dependencies++] = link.From;
            }

            _keptStart[v + 1] = kept;
            _dependencyStart[v + 1] = dependencies;
        }

        Sets.Find(_dependencyStart, _dependencies.AsSpan(0, dependencies));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Floors(TraceGraph graph, int periods, Func<int, string> carrierOfVertex)
    {
        var largest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int v = 0; v < graph.Country.Length; v++)
        {
            string carrier = carrierOfVertex(v);
            double most = largest.GetValueOrDefault(carrier);
            for (int t = 0; t < periods; t++)
            {
                double total = 0;
                for (int k = graph.LinkStart[v]; k < graph.LinkStart[v + 1]; k++)
                    total += graph.Links[k].Rate[t];
                most = Math.Max(most, total);
            }

            largest[carrier] = most;
        }

        return [.. Enumerable.Range(0, graph.Country.Length).Select(v => ShareOfCarrier * largest[carrierOfVertex(v)])];
    }
}
