namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>Which branches of an island hold it together, and what outages cut off.</summary>
internal sealed class OutageTopology
{
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _start;
    private readonly int[] _branchAt;
    private readonly int[] _beyond;
    private readonly int[] _entered;
    private readonly int[] _last;

    internal OutageTopology(int buses, int[] from, int[] to)
    {
        _from = from;
        _to = to;
        _start = new int[buses + 1];
        for (int k = 0; k < from.Length; k++)
        {
            _start[from[k] + 1]++;
            _start[to[k] + 1]++;
        }

        for (int i = 0; i < buses; i++)
            _start[i + 1] += _start[i];
        _branchAt = new int[2 * from.Length];
        var next = _start.AsSpan(0, buses).ToArray();
        for (int k = 0; k < from.Length; k++)
        {
            _branchAt[next[from[k]]++] = k;
            _branchAt[next[to[k]]++] = k;
        }

        IsBridge = new bool[from.Length];
        _beyond = new int[from.Length];
        _entered = new int[buses];
        _last = new int[buses];
        Order = new int[buses];
        FindBridges();
    }

    /// <summary>Whether the outage of a branch alone splits the island (R. E. Tarjan, Inf. Process. Lett. 2 (1974) 160–161).</summary>
    internal bool[] IsBridge { get; }

    /// <summary>Buses in the order in which a depth-first walk enters them: beyond a bridge lies an interval of it.</summary>
    internal int[] Order { get; }

    /// <summary>Number of buses.</summary>
    internal int Count => _start.Length - 1;

    /// <summary>First and last place in <see cref="Order"/> of what lies beyond a bridge, seen from where the walk began.</summary>
    internal (int First, int Last) Beyond(int bridge) => (_entered[_beyond[bridge]] - 1, _last[_beyond[bridge]] - 1);

    /// <summary>Marks the buses that stay connected to the given ones without some branches.</summary>
    /// <param name="roots">Where to begin.</param>
    /// <param name="isOut">Branches that are out.</param>
    /// <param name="isReached">Overwritten.</param>
    /// <param name="stack">Room for one element a bus.</param>
    /// <returns>Number of buses reached.</returns>
    internal int Reach(bool[] roots, bool[] isOut, bool[] isReached, int[] stack)
    {
        Array.Clear(isReached);
        int top = 0;
        for (int i = 0; i < roots.Length; i++)
        {
            if (roots[i])
            {
                isReached[i] = true;
                stack[top++] = i;
            }
        }

        int count = top;
        while (top > 0)
        {
            int i = stack[--top];
            for (int p = _start[i]; p < _start[i + 1]; p++)
            {
                int k = _branchAt[p];
                int other = _from[k] + _to[k] - i;
                if (isOut[k] || isReached[other])
                    continue;
                isReached[other] = true;
                count++;
                stack[top++] = other;
            }
        }

        return count;
    }

    private void FindBridges()
    {
        int n = Count;
        int[] entered = _entered;
        var low = new int[n];
        var next = _start.AsSpan(0, n).ToArray();
        var by = new int[n];
        var path = new Stack<int>();
        int time = 0;
        for (int root = 0; root < n; root++)
        {
            if (entered[root] != 0)
                continue;
            Enter(root, -1);
            while (path.TryPeek(out int i))
            {
                if (next[i] < _start[i + 1])
                {
                    int k = _branchAt[next[i]++];
                    int other = _from[k] + _to[k] - i;
                    if (k == by[i] || other == i)
                        continue;
                    if (entered[other] != 0)
                        low[i] = Math.Min(low[i], entered[other]);
                    else
                        Enter(other, k);
                    continue;
                }

                path.Pop();
                _last[i] = time;
                if (!path.TryPeek(out int parent))
                    continue;
                low[parent] = Math.Min(low[parent], low[i]);
                if (low[i] > entered[parent])
                {
                    IsBridge[by[i]] = true;
                    _beyond[by[i]] = i;
                }
            }
        }

        void Enter(int i, int branch)
        {
            Order[time] = i;
            entered[i] = low[i] = ++time;
            by[i] = branch;
            path.Push(i);
        }
    }
}
