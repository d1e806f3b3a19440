using Corridor.Numerics.FixedPoints;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Tracing;

/// <summary>
/// What is in the stores, and under way, before the first period: the mixture that is there after the last one, as if the horizon repeated itself. What was there at the
/// end is known as a share of every seed and a rest; the seeds follow from linear equations.
/// </summary>
internal sealed class TraceSeeds
{
    // A store whose stock the horizon renews by less than this keeps its unknown origin.
    private const double LeastRenewal = 1e-6;

    private readonly TraceGraph _graph;
    private readonly TraceColumns _columns;
    private readonly List<int> _nodes = [];
    private readonly List<(int Vertex, int Period)> _cargoes = [];
    private readonly int _stores;

    public TraceSeeds(TraceGraph graph, TraceColumns columns, CompiledNetwork network)
    {
        _graph = graph;
        _columns = columns;
        _stores = network.Storages.Count;
        _nodes.AddRange(network.Storages.Select(s => s.Node.Value));
        foreach (TraceLink link in graph.Links.Where(l => l.Delay > 0))
        {
            for (int t = 0; t < link.Delay; t++)
                _cargoes.Add((link.From, network.PeriodCount - link.Delay + t));
        }

        _cargoes = [.. _cargoes.Distinct()];
        _nodes.AddRange(_cargoes.Select(c => c.Vertex));
    }

    public int Count => _nodes.Count;

    /// <summary>Stores of which each holds its own seed.</summary>
    public Mixture[] Stores() => [.. Enumerable.Range(0, _stores).Select(Seed)];

    /// <summary>Cargoes of which each is its own seed.</summary>
    public Dictionary<(int Vertex, int Period), Mixture> Cargoes() => _cargoes.Select((c, i) => (c, Seed(_stores + i))).ToDictionary(c => c.c, c => c.Item2);

    /// <summary>The mixtures of all seeds.</summary>
    /// <param name="sweep">A sweep over the whole horizon that began with the seeds themselves.</param>
    public (Mixture[] Stores, Dictionary<(int Vertex, int Period), Mixture> Cargoes) Solve(TraceSweep sweep)
    {
        Mixture[] last = [.. sweep.Stores, .. _cargoes.Select(c => sweep.Departed(c.Vertex, c.Period))];
        bool[] renewed = Renewed(last);
        Mixture[] solved = [.. last.Select(_ => new Mixture(_columns, 0) { Traced = true })];
        Equations(last, renewed, 0, 0, _columns.Origins, solved, z => (_graph.StockOrigin(new NodeIndex(_nodes[z])), 1));
        for (int country = 0; country < _columns.Countries; country++)
        {
            int c = country;
            Equations(last, renewed, 1 + c, _columns.AvoidStart + c, 1, solved, z => (0, _graph.Country[_nodes[z]] == c ? 0 : 1));
        }

        Equations(last, renewed, _columns.BlockLength - 1, _columns.RouteStart, _columns.Routes, solved, _ => (0, 0));
        foreach (Mixture mixture in solved)
            Repair(mixture);
        return (solved[.._stores], _cargoes.Select((c, i) => (c, solved[_stores + i])).ToDictionary(c => c.c, c => c.Item2));
    }

    private Mixture Seed(int seed)
    {
        var mixture = new Mixture(_columns, Count);
        mixture.Seed(seed, _graph.Country[_nodes[seed]]);
        return mixture;
    }

    private bool[] Renewed(Mixture[] last)
    {
        var renewed = new bool[last.Length];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int z = 0; z < last.Length; z++)
            {
                if (renewed[z] || !last[z].Traced)
                    continue;
                double known = last[z].Main.Take(_columns.Origins).Sum();
                for (int other = 0; other < last.Length; other++)
                    known += renewed[other] ? last[z].Block(other)?[0] ?? 0 : 0;
                changed |= renewed[z] = known > LeastRenewal;
            }
        }

        return renewed;
    }

    private static void Equations(Mixture[] last, bool[] renewed, int blockColumn, int first, int length, Mixture[] solved, Func<int, (int Column, double Value)> unknown)
    {
        var weights = new (int Column, double Weight)[last.Length][];
        var rows = new double[last.Length][];
        for (int z = 0; z < last.Length; z++)
        {
            rows[z] = new double[length];
            weights[z] = [];
            if (renewed[z])
            {
                last[z].Main.AsSpan(first, length).CopyTo(rows[z]);
                weights[z] = [.. Enumerable.Range(0, last.Length).Where(o => last[z].Block(o) is { } b && b[blockColumn] != 0).Select(o => (o, last[z].Block(o)![blockColumn]))];
            }
            else if (length > 0)
            {
                (int column, double value) = unknown(z);
                rows[z][column] = value;
            }
        }

        if (!LinearFixedPoint.TrySolve(weights, rows))
            throw new InvalidOperationException("Stores that are renewed always have one mixture.");
        for (int z = 0; z < last.Length; z++)
            rows[z].CopyTo(solved[z].Main.AsSpan(first, length));
    }

    // Rounding of the equations, amplified in stores that are hardly renewed, must not reach the sums.
    private void Repair(Mixture mixture)
    {
        Span<double> main = mixture.Main;
        double sum = 0;
        foreach (ref double share in main[.._columns.Origins])
        {
            share = Math.Max(share, 0);
            sum += share;
        }

        foreach (ref double share in main[.._columns.Origins])
            share /= sum;
        foreach (ref double share in main[_columns.Origins..])
            share = Math.Clamp(share, 0, 1);
    }
}
