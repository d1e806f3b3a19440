using Corridor.Numerics.Ordering;

namespace Corridor.Numerics.Factorization;

/// <summary>
/// What a factorisation L·D·Lᵀ of a symmetric matrix does before its values are known: the elimination order, the supernodes
/// (neighbouring columns of one structure), their rows, and which supernode updates which. Made once, used for any values.
/// </summary>
public sealed class SymbolicFactor
{
    private SymbolicFactor(int[] order, int[] firstColumn)
    {
        Order = order;
        FirstColumn = firstColumn;
        RowStart = new long[firstColumn.Length];
        PanelStart = new long[firstColumn.Length];
    }

    /// <summary>Element k is the original index of the column eliminated k-th.</summary>
    public int[] Order { get; }

    /// <summary>Number of columns.</summary>
    public int Count => Order.Length;

    /// <summary>Number of supernodes.</summary>
    public int SupernodeCount => FirstColumn.Length - 1;

    /// <summary>First column of each supernode, with the number of columns at the end.</summary>
    public int[] FirstColumn { get; }

    /// <summary>Where the rows of each supernode begin in <see cref="Row"/>.</summary>
    public long[] RowStart { get; }

    /// <summary>Rows of each supernode, ascending; its own columns come first.</summary>
    public int[] Row { get; private set; } = [];

    /// <summary>Where the values of each supernode begin: a dense panel, column by column.</summary>
    public long[] PanelStart { get; }

    /// <summary>Parent of each supernode, −1 for a root.</summary>
    public int[] Parent { get; private set; } = [];

    /// <summary>Updates of supernode s are <c>UpdateStart[s] … UpdateStart[s+1]−1</c>.</summary>
    public int[] UpdateStart { get; private set; } = [];

    /// <summary>The supernode each update comes from, ascending for each target.</summary>
    public int[] UpdateSource { get; private set; } = [];

    /// <summary>The first row of the source, counted from its own rows' begin, that lies in the target's columns.</summary>
    public int[] UpdateOffset { get; private set; } = [];

    /// <summary>Nonzeros of the factor in the columns' own structure, without the zeros that merging supernodes stores.</summary>
    public long Nonzeros { get; private set; }

    /// <summary>Σ (column count)².</summary>
    public double Flops { get; private set; }

    /// <summary>Values stored, with explicit zeros.</summary>
    public long StoredValues => PanelStart[SupernodeCount];

    /// <summary>Largest number of rows of a supernode.</summary>
    public int LargestHeight { get; private set; }

    /// <summary>Largest number of columns of a supernode.</summary>
    public int LargestWidth { get; private set; }

    /// <summary>Analyses a pattern in a given order (which is then postordered, an equivalent order).</summary>
    /// <param name="graph">Off-diagonal pattern.</param>
    /// <param name="order">A permutation of the nodes.</param>
    public static SymbolicFactor Analyze(SymmetricGraph graph, int[] order) => Analyze(graph, FillReducingOrdering.Measure("", graph, order));

    /// <summary>Analyses a pattern in an order that was measured on it.</summary>
    /// <param name="graph">Off-diagonal pattern.</param>
    /// <param name="ordering">The order.</param>
    public static SymbolicFactor Analyze(SymmetricGraph graph, FillReducingOrdering ordering)
    {
        var symbolic = new SymbolicFactor(ordering.Order, SupernodePartition.Build(ordering.Parent, ordering.Count))
        {
            Nonzeros = ordering.Nonzeros,
            Flops = ordering.Flops,
        };
        symbolic.CollectRows(graph.LaterNeighbours(ordering.Order), ordering.Count);
        symbolic.CollectUpdates();
        return symbolic;
    }

    private void CollectRows(SymmetricGraph graph, int[] count)
    {
        int supernodes = SupernodeCount;
        int[] supernodeOf = SupernodeOf();
        int[] parent = new int[supernodes];
        int[] childHead = new int[supernodes];
        int[] childNext = new int[supernodes];
        Array.Fill(childHead, -1);
        int[] mark = new int[Count];
        Array.Fill(mark, -1);
        long bound = 0;
        for (int s = 0; s < supernodes; s++)
            bound += (FirstColumn[s + 1] - FirstColumn[s]) + count[FirstColumn[s + 1] - 1];
        int[] rows = new int[bound];
        long at = 0;
        for (int s = 0; s < supernodes; s++)
        {
            int begin = FirstColumn[s];
            int end = FirstColumn[s + 1];
            RowStart[s] = at;
            long own = at;
            EnsureRoom(ref rows, at + (end - begin));
            for (int j = begin; j < end; j++)
            {
                rows[at++] = j;
                mark[j] = s;
            }

            long below = at;
            for (int j = begin; j < end; j++)
            {
                EnsureRoom(ref rows, at + graph.Start[j + 1] - graph.Start[j]);
                for (int p = graph.Start[j]; p < graph.Start[j + 1]; p++)
                    Take(graph.Neighbour[p], end, s, mark, rows, ref at);
            }

            for (int c = childHead[s]; c != -1; c = childNext[c])
            {
                EnsureRoom(ref rows, at + RowStart[c + 1] - RowStart[c]);
                for (long p = RowStart[c] + FirstColumn[c + 1] - FirstColumn[c]; p < RowStart[c + 1]; p++)
                    Take(rows[p], end, s, mark, rows, ref at);
            }

            Array.Sort(rows, (int)below, (int)(at - below));
            RowStart[s + 1] = at;
            PanelStart[s + 1] = PanelStart[s] + ((at - own) * (end - begin));
            parent[s] = at > below ? supernodeOf[rows[below]] : -1;
            if (parent[s] >= 0)
            {
                childNext[s] = childHead[parent[s]];
                childHead[parent[s]] = s;
            }

            LargestHeight = Math.Max(LargestHeight, (int)(at - own));
            LargestWidth = Math.Max(LargestWidth, end - begin);
        }

        Array.Resize(ref rows, (int)at);
        Row = rows;
        Parent = parent;
    }

    private static void EnsureRoom(ref int[] rows, long need)
    {
        if (need > rows.Length)
            Array.Resize(ref rows, (int)Math.Min(Array.MaxLength, Math.Max(need, rows.Length + (rows.Length / 2L))));
    }

    private static void Take(int row, int end, int s, int[] mark, int[] rows, ref long at)
    {
        if (row < end || mark[row] == s)
            return;
        mark[row] = s;
        rows[at++] = row;
    }

    private int[] SupernodeOf()
    {
        int[] supernodeOf = new int[Count];
        for (int s = 0; s < SupernodeCount; s++)
            Array.Fill(supernodeOf, s, FirstColumn[s], FirstColumn[s + 1] - FirstColumn[s]);
        return supernodeOf;
    }

    private void CollectUpdates()
    {
        int[] supernodeOf = SupernodeOf();
        int[] start = new int[SupernodeCount + 1];
        for (int pass = 0; pass < 2; pass++)
        {
            int[] next = pass == 0 ? [] : start.AsSpan(0, SupernodeCount).ToArray();
            for (int s = 0; s < SupernodeCount; s++)
            {
                long begin = RowStart[s];
                long end = RowStart[s + 1];
                int target = -1;
                for (long p = begin + FirstColumn[s + 1] - FirstColumn[s]; p < end; p++)
                {
                    int owner = supernodeOf[Row[p]];
                    if (owner == target)
                        continue;
                    target = owner;
                    if (pass == 0)
                    {
                        start[target + 1]++;
                        continue;
                    }

                    UpdateSource[next[target]] = s;
                    UpdateOffset[next[target]++] = (int)(p - begin);
                }
            }

            if (pass == 1)
                break;
            for (int s = 0; s < SupernodeCount; s++)
                start[s + 1] += start[s];
            UpdateStart = start;
            UpdateSource = new int[start[SupernodeCount]];
            UpdateOffset = new int[start[SupernodeCount]];
        }
    }
}
