using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.InteriorPoint;

/// <summary>Chooses the columns that are kept and the elimination order, by counted flops.</summary>
internal static class KktOrdering
{
    /// <summary>Columns with fewer entries are never kept.</summary>
    private const int LeastDense = 30;

    /// <summary>Below this, or below this many flops an entry, no second ordering is tried.</summary>
    private const double DearFlops = 1e8;
    private const double DearShare = 100.0;

    /// <summary>Graphs of this size are cut along the given order first, into parts up to a size, and that is kept below so many flops an entry.</summary>
    private const int LongHorizon = 20_000;
    private const int SmallLeaf = 1100;
    private const double CheapShare = 200.0;

    /// <summary>With a share of nodes in separators below this the cuts follow the structure of the problem: other orders are not tried.</summary>
    private const double FewSeparated = 0.2;

    /// <summary>Smallest part that dissection leaves to minimum degree.</summary>
    private const int LeastLeaf = 100;

    /// <summary>The kept columns, ascending, and the order of rows followed by kept columns.</summary>
    internal static (int[] Kept, FillReducingOrdering Ordering, SymmetricGraph Graph) Choose(SparseMatrix byColumn, SparseMatrix byRow)
    {
        int[] kept = [];
        int[] dense = DenseColumns(byColumn);
        SymmetricGraph graph = Graph(byColumn, byRow, dense);
        FillReducingOrdering without = Best(graph);
        if (dense.Length == 0)
            return (kept, without, graph);
        double least = 0.0;
        foreach (int j in dense)
        {
            double entries = byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
            least = Math.Max(least, entries * entries * entries / 3.0);
        }

        // A column eliminated makes a full block of its rows, whatever the order.
        if (least > 4.0 * without.Flops)
            return (dense, without, graph);
        SymmetricGraph full = Graph(byColumn, byRow, kept);
        FillReducingOrdering with = Best(full);
        return with.Flops > 2.0 * without.Flops ? (dense, without, graph) : (kept, with, full);
    }

    /// <summary>The pattern of the matrix that is factorised: rows first, then kept columns.</summary>
    internal static SymmetricGraph Graph(SparseMatrix byColumn, SparseMatrix byRow, int[] kept)
    {
        int m = byColumn.RowCount;
        int n = m + kept.Length;
        bool[] isKept = new bool[byColumn.ColumnCount];
        int[] node = new int[byColumn.ColumnCount];
        for (int k = 0; k < kept.Length; k++)
        {
            isKept[kept[k]] = true;
            node[kept[k]] = m + k;
        }

        int[] start = new int[n + 1];
        int[] neighbour = GC.AllocateUninitializedArray<int>((int)Math.Max(16, Math.Min(Array.MaxLength, 4L * byColumn.NonzeroCount)));
        int[] mark = new int[m];
        Array.Fill(mark, -1);
        int at = 0;
        for (int i = 0; i < m; i++)
        {
            mark[i] = i;
            for (int k = byRow.ColumnStart[i]; k < byRow.ColumnStart[i + 1]; k++)
            {
                int j = byRow.RowIndex[k];
                int length = isKept[j] ? 1 : byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
                if (at + length > neighbour.Length)
                    Array.Resize(ref neighbour, (int)Math.Min(Array.MaxLength, 2L * (at + length)));
                if (isKept[j])
                {
                    neighbour[at++] = node[j];
                    continue;
                }

                for (int q = byColumn.ColumnStart[j]; q < byColumn.ColumnStart[j + 1]; q++)
                {
                    int other = byColumn.RowIndex[q];
                    if (mark[other] == i)
                        continue;
                    mark[other] = i;
                    neighbour[at++] = other;
                }
            }

            start[i + 1] = at;
        }

        for (int k = 0; k < kept.Length; k++)
        {
            int j = kept[k];
            int length = byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
            if (at + length > neighbour.Length)
                Array.Resize(ref neighbour, (int)Math.Min(Array.MaxLength, 2L * (at + length)));
            Array.Copy(byColumn.RowIndex, byColumn.ColumnStart[j], neighbour, at, length);
            at += length;
            start[m + k + 1] = at;
        }

        return new SymmetricGraph(start, neighbour);
    }

    /// <summary>The cheapest of minimum degree and, where a factorisation is dear, dissections along the given order and along breadth-first levels.</summary>
    private static FillReducingOrdering Best(SymmetricGraph graph)
    {
        // A long horizon shows at the first cut along the given order; minimum degree on the whole would find nothing better.
        int[] given = Permutation.Identity(graph.Count);
        int small = graph.Count;
        while (small > SmallLeaf)
            small /= 2;
        double separated = 1.0;
        FillReducingOrdering? early = graph.Count >= LongHorizon ? Dissected(graph, "given order", given, small, out separated) : null;
        if (early is not null && early.Flops < CheapShare * graph.Start[^1])
            return early;
        if (early is not null && separated < FewSeparated)
        {
            foreach (int leaf in (ReadOnlySpan<int>)[2 * small, small / 2])
            {
                FillReducingOrdering other = Dissected(graph, "given order", given, leaf, out _);
                if (other.Flops < early.Flops)
                    early = other;
            }

            return early;
        }

        var best = FillReducingOrdering.Measure("AMD", graph, ApproximateMinimumDegree.Order(graph));
        if (early is not null && early.Flops < best.Flops)
            best = early;
        if (best.Flops < DearFlops || best.Flops < DearShare * graph.Start[^1])
            return best;
        Try("given order", given);
        Try("levels", LinearDissection.BreadthFirstOrder(graph));
        return best;

        void Try(string name, int[] linear)
        {
            for (int leaf = graph.Count / 8; leaf >= LeastLeaf; leaf /= 4)
            {
                FillReducingOrdering found = Dissected(graph, name, linear, leaf, out _);
                if (found.Flops < best.Flops)
                    best = found;
                else
                    break;
            }
        }
    }

    private static FillReducingOrdering Dissected(SymmetricGraph graph, string name, int[] linear, int leaf, out double separated)
    {
        Dissection dissection = LinearDissection.Cut(graph, linear, leaf);
        int nodes = 0;
        foreach (int stage in dissection.Stage)
            nodes += stage > 0 ? 1 : 0;
        separated = nodes / (double)Math.Max(1, graph.Count);
        return FillReducingOrdering.Measure(
            FormattableString.Invariant($"dissection({name},{leaf})+AMD"), graph, PartOrdering.Order(graph, linear, dissection));
    }

    private static int[] DenseColumns(SparseMatrix byColumn)
    {
        int n = byColumn.ColumnCount;
        long entries = 0;
        int counted = 0;
        for (int j = 0; j < n; j++)
        {
            int length = byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j];
            if (length == 0)
                continue;
            entries += length;
            counted++;
        }

        double limit = Math.Max(LeastDense, 8.0 * entries / Math.Max(1, counted));
        List<int> dense = [];
        for (int j = 0; j < n; j++)
        {
            if (byColumn.ColumnStart[j + 1] - byColumn.ColumnStart[j] > limit)
                dense.Add(j);
        }

        return dense.Count > 200 ? [] : [.. dense];
    }
}
