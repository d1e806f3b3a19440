namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Branches whose loss splits their part: R. Tarjan, Inf. Process. Lett. 2 (1974) 160–161; without recursion.</summary>
internal static class GridBridges
{
    /// <summary>For each branch that takes part whether no other way joins its two ends.</summary>
    public static bool[] Find(ActiveGrid active)
    {
        int n = active.Bus.Length;
        var start = new int[n + 1];
        foreach (ActiveBranch branch in active.Branches)
        {
            if (branch.Susceptance == 0.0)
                continue;
            start[branch.From + 1]++;
            start[branch.To + 1]++;
        }

        for (int i = 0; i < n; i++)
            start[i + 1] += start[i];
        int[] edge = new int[start[n]];
        int[] next = start[..n];
        for (int l = 0; l < active.Branches.Length; l++)
        {
            if (active.Branches[l].Susceptance == 0.0)
                continue;
            edge[next[active.Branches[l].From]++] = l;
            edge[next[active.Branches[l].To]++] = l;
        }

        bool[] isBridge = new bool[active.Branches.Length];
        int[] number = new int[n];
        int[] low = new int[n];
        int[] at = start[..n];
        int[] entered = new int[n];
        var path = new Stack<int>();
        int count = 0;
        for (int root = 0; root < n; root++)
        {
            if (number[root] != 0)
                continue;
            number[root] = low[root] = ++count;
            entered[root] = -1;
            path.Push(root);
            while (path.TryPeek(out int i))
            {
                if (at[i] < start[i + 1])
                {
                    int l = edge[at[i]++];
                    int other = active.Branches[l].From == i ? active.Branches[l].To : active.Branches[l].From;
                    if (l == entered[i])
                        continue;
                    if (number[other] != 0)
                    {
                        low[i] = Math.Min(low[i], number[other]);
                        continue;
                    }

                    number[other] = low[other] = ++count;
                    entered[other] = l;
                    path.Push(other);
                    continue;
                }

                path.Pop();
                if (!path.TryPeek(out int parent))
                    continue;
                low[parent] = Math.Min(low[parent], low[i]);
                isBridge[entered[i]] = low[i] > number[parent];
            }
        }

        return isBridge;
    }
}
