namespace Corridor.Numerics.Ordering;

/// <summary>
/// The strongly connected sets of a directed graph, in an order in which each set comes after all sets that its members depend on.
/// Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Computing 1 (1972), without recursion. Its arrays serve any number of graphs.
/// </summary>
public sealed class StronglyConnectedSets
{
    private readonly int[] _number;
    private readonly int[] _low;
    private readonly int[] _stack;
    private readonly int[] _path;
    private readonly int[] _next;
    private readonly bool[] _open;
    private readonly int[] _members;
    private readonly int[] _start;
    private int _stackCount;
    private int _counter;
    private int _memberCount;

    /// <summary>Makes room.</summary>
    /// <param name="vertexCount">Vertices, ≥ 0.</param>
    public StronglyConnectedSets(int vertexCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertexCount);
        VertexCount = vertexCount;
        _number = new int[vertexCount];
        _low = new int[vertexCount];
        _stack = new int[vertexCount];
        _path = new int[vertexCount];
        _next = new int[vertexCount];
        _open = new bool[vertexCount];
        _members = new int[vertexCount];
        _start = new int[vertexCount + 1];
    }

    /// <summary>Vertices.</summary>
    public int VertexCount { get; }

    /// <summary>Number of sets found by the last call of <see cref="Find"/>.</summary>
    public int Count { get; private set; }

    /// <summary>The members of a set, in no particular but a fixed order.</summary>
    /// <param name="set">Number of the set, from 0; each comes after the sets that it depends on.</param>
    public ReadOnlySpan<int> Members(int set) => _members.AsSpan(_start[set], _start[set + 1] - _start[set]);

    /// <summary>Finds the sets.</summary>
    /// <param name="dependencyStart">Where the dependencies of vertex v begin in <paramref name="dependencies"/>; one element more than there are vertices.</param>
    /// <param name="dependencies">The vertices that each vertex depends on; repetitions are allowed.</param>
    /// <exception cref="ArgumentException">The arrays do not describe such a graph.</exception>
    public void Find(ReadOnlySpan<int> dependencyStart, ReadOnlySpan<int> dependencies)
    {
        if (dependencyStart.Length != VertexCount + 1 || dependencyStart[^1] > dependencies.Length)
            throw new ArgumentException("There must be one start more than there are vertices, none beyond the dependencies.", nameof(dependencyStart));
        Array.Clear(_number);
        _stackCount = 0;
        _counter = 0;
        _memberCount = 0;
        Count = 0;
        for (int root = 0; root < VertexCount; root++)
        {
            if (_number[root] == 0)
                Visit(root, dependencyStart, dependencies);
        }
    }

    private void Visit(int root, ReadOnlySpan<int> start, ReadOnlySpan<int> dependencies)
    {
        int depth = 0;
        Enter(root, start);
        _path[0] = root;
        while (depth >= 0)
        {
            int v = _path[depth];
            if (_next[v] < start[v + 1])
            {
                int u = dependencies[_next[v]++];
                if (_number[u] == 0)
                {
                    Enter(u, start);
                    _path[++depth] = u;
                }
                else if (_open[u])
                {
                    _low[v] = Math.Min(_low[v], _number[u]);
                }

                continue;
            }

            if (_low[v] == _number[v])
                Close(v);
            depth--;
            if (depth >= 0)
                _low[_path[depth]] = Math.Min(_low[_path[depth]], _low[v]);
        }
    }

    private void Enter(int v, ReadOnlySpan<int> start)
    {
        _number[v] = _low[v] = ++_counter;
        _next[v] = start[v];
        _stack[_stackCount++] = v;
        _open[v] = true;
    }

    private void Close(int v)
    {
        _start[Count] = _memberCount;
        int u;
        do
        {
            u = _stack[--_stackCount];
            _open[u] = false;
            _members[_memberCount++] = u;
        }
        while (u != v);
        _start[++Count] = _memberCount;
    }
}
