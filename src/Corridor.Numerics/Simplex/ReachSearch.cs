namespace Corridor.Numerics.Simplex;

/// <summary>Depth-first search for the places that a sparse right-hand side touches, in an order that respects the elimination.</summary>
internal sealed class ReachSearch(int size)
{
    private readonly bool[] _marked = new bool[size];
    private readonly int[] _stack = new int[size];
    private readonly int[] _next = new int[size];

    /// <summary>The places found stand at the end of this array.</summary>
    internal readonly int[] Order = new int[size];

    /// <summary>Finds the reach and returns where it begins in <see cref="Order"/>.</summary>
    internal int Find(IndexedVector v, int[] start, int[] end, int[] index)
    {
        int top = size;
        for (int k = 0; k < v.Count; k++)
        {
            if (!_marked[v.Index[k]])
                top = Visit(v.Index[k], top, start, end, index);
        }

        for (int k = top; k < size; k++)
            _marked[Order[k]] = false;
        return top;
    }

    private int Visit(int root, int top, int[] start, int[] end, int[] index)
    {
        int depth = 0;
        _stack[0] = root;
        _next[0] = start[root];
        _marked[root] = true;
        while (depth >= 0)
        {
            int node = _stack[depth];
            int last = end[node];
            int e = _next[depth];
            while (e < last && _marked[index[e]])
                e++;
            if (e == last)
            {
                Order[--top] = node;
                depth--;
                continue;
            }

            _next[depth] = e + 1;
            int child = index[e];
            _marked[child] = true;
            _stack[++depth] = child;
            _next[depth] = start[child];
        }

        return top;
    }
}
