namespace Corridor.Numerics.Factorization;

/// <summary>
/// Divides the supernodes into ranges of whole subtrees, which can be factorised independently of each other, and the rest above them, which
/// comes after. What a supernode computes does not depend on the division.
/// </summary>
internal sealed class SubtreeTasks
{
    private SubtreeTasks(int[] begin, int[] end, int[][] levels)
    {
        Begin = begin;
        End = end;
        Levels = levels;
    }

    /// <summary>First supernode of each range.</summary>
    internal int[] Begin { get; }

    /// <summary>Supernode after the last of each range.</summary>
    internal int[] End { get; }

    /// <summary>Supernodes above the ranges by their height above them: those of one level do not depend on each other, only on lower ones.</summary>
    internal int[][] Levels { get; }

    /// <summary>Divides; one range of all where there is little work. The division does not depend on the number of threads.</summary>
    internal static SubtreeTasks Divide(SymbolicFactor symbolic)
    {
        const double LeastFlops = 1e6;
        const int Ranges = 32;

        // A stored entry costs more than its multiplications: it is assembled, and read by every solve.
        const double EntryCost = 30.0;
        int count = symbolic.SupernodeCount;
        if (symbolic.Flops < LeastFlops)
            return new SubtreeTasks([0], [count], []);

        // A postorder: a subtree is the range from its first descendant to its root.
        double[] work = new double[count];
        int[] first = new int[count];
        double total = 0.0;
        for (int s = 0; s < count; s++)
            first[s] = s;
        for (int s = 0; s < count; s++)
        {
            double height = symbolic.RowStart[s + 1] - symbolic.RowStart[s];
            double width = symbolic.FirstColumn[s + 1] - symbolic.FirstColumn[s];
            double own = (height + EntryCost) * height * width;
            total += own;
            work[s] += own;
            int parent = symbolic.Parent[s];
            if (parent < 0)
                continue;
            work[parent] += work[s];
            first[parent] = Math.Min(first[parent], first[s]);
        }

        double limit = total / Ranges;
        List<int> begin = [];
        List<int> end = [];
        List<int> top = [];
        double last = double.PositiveInfinity;
        for (int s = 0; s < count; s++)
        {
            if (work[s] > limit)
            {
                top.Add(s);
                continue;
            }

            int parent = symbolic.Parent[s];
            if (parent >= 0 && work[parent] <= limit)
                continue;
            if (end.Count > 0 && end[^1] == first[s] && last + work[s] <= limit)
            {
                end[^1] = s + 1;
                last += work[s];
                continue;
            }

            begin.Add(first[s]);
            end.Add(s + 1);
            last = work[s];
        }

        return new SubtreeTasks([.. begin], [.. end], ByLevel(symbolic, top));
    }

    private static int[][] ByLevel(SymbolicFactor symbolic, List<int> top)
    {
        int[] level = new int[symbolic.SupernodeCount];
        List<List<int>> levels = [];
        foreach (int s in top)
        {
            if (level[s] == levels.Count)
                levels.Add([]);
            levels[level[s]].Add(s);
            int parent = symbolic.Parent[s];
            if (parent >= 0)
                level[parent] = Math.Max(level[parent], level[s] + 1);
        }

        return [.. levels.Select(l => l.ToArray())];
    }
}
