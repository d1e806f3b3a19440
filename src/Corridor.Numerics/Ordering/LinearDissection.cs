namespace Corridor.Numerics.Ordering;

/// <summary>
/// Nested dissection of a graph whose nodes stand in an order in which edges are short, such as the order of time: a part is cut at
/// the place of its order that fewest nodes reach across; those nodes become the separator (A. George, SIAM J. Numer. Anal. 10 (1973)
/// 345–363). Nodes in separators no longer count in later cuts, so a link from the end of the horizon to its beginning is paid once.
/// </summary>
public static class LinearDissection
{
    /// <summary>A separator larger than this share of the smaller side is not worth having.</summary>
    private const double WorstShare = 0.35;

    /// <summary>Stages for <see cref="ApproximateMinimumDegree"/>: 0 for the parts left over, then separators, the first cut last.</summary>
    /// <param name="graph">The pattern.</param>
    /// <param name="linearOrder">The order to cut; element k is the node at place k.</param>
    /// <param name="leafSize">Parts up to this size are not cut, ≥ 1.</param>
    public static int[] Stages(SymmetricGraph graph, int[] linearOrder, int leafSize) => Cut(graph, linearOrder, leafSize).Stage;

    /// <summary>The stages of <see cref="Stages"/> and the parts left over.</summary>
    /// <param name="graph">The pattern.</param>
    /// <param name="linearOrder">The order to cut; element k is the node at place k.</param>
    /// <param name="leafSize">Parts up to this size are not cut, ≥ 1.</param>
    public static Dissection Cut(SymmetricGraph graph, int[] linearOrder, int leafSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leafSize, 1);
        int n = graph.Count;
        int[] place = Permutation.Invert(linearOrder);
        int[] depthOf = new int[n];
        Array.Fill(depthOf, -1);
        int[] crossings = new int[n + 2];
        int[] crossingsRight = new int[n + 2];
        int deepest = -1;
        var parts = new Stack<(int Begin, int End, int Depth)>();
        List<int> partBegin = [n];
        parts.Push((0, n, 0));
        while (parts.TryPop(out (int Begin, int End, int Depth) part))
        {
            if (part.End - part.Begin <= leafSize)
            {
                partBegin.Add(part.Begin);
                continue;
            }

            (int cut, bool left) = BestCut(graph, linearOrder, place, depthOf, part.Begin, part.End, crossings, crossingsRight);
            if (cut < 0)
            {
                partBegin.Add(part.Begin);
                continue;
            }

            Separate(graph, linearOrder, place, depthOf, part.Begin, part.End, cut, left, part.Depth);
            deepest = Math.Max(deepest, part.Depth);
            parts.Push((part.Begin, cut, part.Depth + 1));
            parts.Push((cut, part.End, part.Depth + 1));
        }

        int[] stage = new int[n];
        for (int i = 0; i < n; i++)
            stage[i] = depthOf[i] < 0 ? 0 : 1 + deepest - depthOf[i];
        partBegin.Sort();
        return new Dissection(stage, [.. partBegin]);
    }

    /// <summary>An order by breadth-first levels from an end of the graph (E. Cuthill, J. McKee, Proc. 24th ACM Conf. (1969) 157–172).</summary>
    public static int[] BreadthFirstOrder(SymmetricGraph graph)
    {
        int n = graph.Count;
        int[] order = new int[n];
        int[] seen = new int[n];
        int done = 0;
        int pass = 0;
        for (int root = 0; root < n; root++)
        {
            if (seen[root] < 0)
                continue;

            // The last node of a search is far from its root: start again there, twice.
            int start = root;
            int count = 0;
            for (int sweep = 0; sweep < 3; sweep++)
            {
                count = Search(graph, start, order.AsSpan(done), seen, sweep == 2 ? -1 : ++pass);
                start = order[done + count - 1];
            }

            done += count;
        }

        return order;
    }

    private static int Search(SymmetricGraph graph, int root, Span<int> queue, int[] seen, int mark)
    {
        int tail = 0;
        queue[tail++] = root;
        seen[root] = mark;
        for (int head = 0; head < tail; head++)
        {
            int i = queue[head];
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
            {
                int j = graph.Neighbour[p];
                if (seen[j] == mark || seen[j] < 0)
                    continue;
                seen[j] = mark;
                queue[tail++] = j;
            }
        }

        return tail;
    }

    private static (int Cut, bool Left) BestCut(
        SymmetricGraph graph, int[] order, int[] place, int[] depthOf, int begin, int end, int[] left, int[] right)
    {
        // left[k]: nodes before place k with a neighbour at k or after; right[k]: nodes at k or after with a neighbour before it.
        int size = end - begin;
        left.AsSpan(0, size + 2).Clear();
        right.AsSpan(0, size + 2).Clear();
        for (int k = begin; k < end; k++)
        {
            int i = order[k];
            if (depthOf[i] >= 0)
                continue;
            int least = k;
            int most = k;
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
            {
                int j = graph.Neighbour[p];
                int at = place[j];
                if (at < begin || at >= end || depthOf[j] >= 0)
                    continue;
                least = Math.Min(least, at);
                most = Math.Max(most, at);
            }

            left[k + 1 - begin]++;
            left[most + 1 - begin]--;
            right[least + 1 - begin]++;
            right[k + 1 - begin]--;
        }

        int best = -1;
        bool bestLeft = false;
        double bestScore = double.PositiveInfinity;
        int leftCount = 0;
        int rightCount = 0;
        for (int k = 1; k < size; k++)
        {
            leftCount += left[k];
            rightCount += right[k];
            int smaller = Math.Min(k, size - k);
            if (smaller < 0.25 * size)
                continue;
            int separator = Math.Min(leftCount, rightCount);
            double score = separator * (1.0 + (0.5 * Math.Abs((2.0 * k) - size) / size));
            if (score >= bestScore || separator > WorstShare * smaller)
                continue;
            bestScore = score;
            best = begin + k;
            bestLeft = leftCount <= rightCount;
        }

        return (best, bestLeft);
    }

    private static void Separate(
        SymmetricGraph graph, int[] order, int[] place, int[] depthOf, int begin, int end, int cut, bool left, int depth)
    {
        (int from, int to) = left ? (begin, cut) : (cut, end);
        for (int k = from; k < to; k++)
        {
            int i = order[k];
            if (depthOf[i] >= 0)
                continue;
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
            {
                int j = graph.Neighbour[p];
                int at = place[j];

                // Nodes of this very cut stand on one side only, so the other side's test is not disturbed by them.
                if (at < begin || at >= end || depthOf[j] >= 0 || (left ? at < cut : at >= cut))
                    continue;
                depthOf[i] = depth;
                break;
            }
        }
    }
}

/// <summary>A graph cut into parts.</summary>
/// <param name="Stage">For each node 0, or the stage of its separator: the first cut has the highest.</param>
/// <param name="PartBegin">Place in the linear order where each part begins (separators stand among the places), with the number of nodes at the end.</param>
public sealed record Dissection(int[] Stage, int[] PartBegin);
