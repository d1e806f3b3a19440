using Corridor.Numerics.Ordering;

namespace Corridor.Numerics.SparseLu;

/// <summary>
/// Where the factors of a matrix of 2×2 blocks have entries, for a pattern that is symmetric by blocks: minimum degree on the graph of the blocks, and the
/// rows of L and U that its elimination fills. Pivots stay on the diagonal, so one analysis serves all values and any number of factors.
/// </summary>
public sealed class PairLuAnalysis
{
    private PairLuAnalysis(SymmetricGraph graph, int[] order)
    {
        Graph = graph;
        Order = order;
        Position = Permutation.Invert(order);
    }

    /// <summary>The pattern off the diagonal.</summary>
    public SymmetricGraph Graph { get; }

    /// <summary>Number of block rows.</summary>
    public int Count => Graph.Count;

    /// <summary>Blocks of a matrix: those on the diagonal first, then those off it in the order of <see cref="SymmetricGraph.Neighbour"/>; four values each, by rows.</summary>
    public int BlockCount => Graph.Count + Graph.Start[Graph.Count];

    /// <summary>Blocks of L and U together, the diagonal counted once.</summary>
    public long FactorBlocks => (2L * UpperIndex.Length) + Count;

    /// <summary>Node at each place of the elimination.</summary>
    internal int[] Order { get; }

    /// <summary>Place of each node.</summary>
    internal int[] Position { get; }

    /// <summary>Place of the neighbour of each entry of the graph.</summary>
    internal int[] NeighbourPlace { get; private set; } = [];

    /// <summary>First entry of each row of U above its diagonal, by places; one element more than there are rows.</summary>
    internal int[] UpperStart { get; private set; } = [0];

    /// <summary>Columns of U, ascending in each row.</summary>
    internal int[] UpperIndex { get; private set; } = [];

    /// <summary>First entry of each row of L.</summary>
    internal int[] LowerStart { get; private set; } = [0];

    /// <summary>Columns of L, ascending in each row.</summary>
    internal int[] LowerIndex { get; private set; } = [];

    /// <summary>Analyses a pattern.</summary>
    /// <param name="graph">Which blocks off the diagonal may differ from zero; the arrays are shared.</param>
    /// <exception cref="InsufficientMemoryException">The factors have more values than an array holds.</exception>
    public static PairLuAnalysis Analyze(SymmetricGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var ordering = FillReducingOrdering.Measure("minimum degree", graph, ApproximateMinimumDegree.Order(graph));
        if (ordering.Nonzeros > Array.MaxLength / 4)
            throw new InsufficientMemoryException("The factors have more values than an array holds.");
        var analysis = new PairLuAnalysis(graph, ordering.Order);
        analysis.Fill(ordering);
        return analysis;
    }

    private void Fill(FillReducingOrdering ordering)
    {
        int n = Count;
        NeighbourPlace = new int[Graph.Start[n]];
        for (int p = 0; p < NeighbourPlace.Length; p++)
            NeighbourPlace[p] = Position[Graph.Neighbour[p]];
        UpperStart = new int[n + 1];
        for (int k = 0; k < n; k++)
            UpperStart[k + 1] = UpperStart[k] + ordering.Count[k] - 1;
        UpperIndex = new int[UpperStart[n]];

        // Row k of U has what the matrix has beyond k, and what the rows of its children in the elimination tree have beyond k.
        var child = Filled(n);
        var sibling = Filled(n);
        var mark = Filled(n);
        for (int k = 0; k < n; k++)
        {
            int at = UpperStart[k];
            mark[k] = k;
            int node = Order[k];
            for (int p = Graph.Start[node]; p < Graph.Start[node + 1]; p++)
                Take(NeighbourPlace[p], k, mark, ref at);
            for (int c = child[k]; c >= 0; c = sibling[c])
            {
                for (int q = UpperStart[c]; q < UpperStart[c + 1]; q++)
                    Take(UpperIndex[q], k, mark, ref at);
            }

            Array.Sort(UpperIndex, UpperStart[k], at - UpperStart[k]);
            int parent = ordering.Parent[k];
            if (parent >= 0)
            {
                sibling[k] = child[parent];
                child[parent] = k;
            }
        }

        LowerStart = new int[n + 1];
        foreach (int j in UpperIndex)
            LowerStart[j + 1]++;
        for (int k = 0; k < n; k++)
            LowerStart[k + 1] += LowerStart[k];
        LowerIndex = new int[UpperIndex.Length];
        var next = LowerStart.AsSpan(0, n).ToArray();
        for (int k = 0; k < n; k++)
        {
            for (int q = UpperStart[k]; q < UpperStart[k + 1]; q++)
                LowerIndex[next[UpperIndex[q]]++] = k;
        }
    }

    private void Take(int j, int k, int[] mark, ref int at)
    {
        if (j <= k || mark[j] == k)
            return;
        mark[j] = k;
        UpperIndex[at++] = j;
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }
}
