// Over 500 lines for a reason: one algorithm on one set of arrays; parts of it apart would only pass the arrays around.
namespace Corridor.Numerics.Ordering;

/// <summary>
/// Approximate minimum degree on a quotient graph: P. R. Amestoy, T. A. Davis, I. S. Duff, "An approximate minimum degree
/// ordering algorithm", SIAM J. Matrix Anal. Appl. 17 (1996) 886–905; with ordering constraints: nodes of a lower stage
/// are eliminated before nodes of a higher one, and their degrees count the nodes of all stages.
/// </summary>
public sealed class ApproximateMinimumDegree
{
    private const int None = -1;

    private readonly int _count;
    private readonly int[]? _stage;

    // Quotient graph. A variable's list holds its elements first (_elementCount of them), then its variables.
    private int[] _list;
    private int _free;
    private readonly int[] _begin;
    private readonly int[] _length;
    private readonly int[] _elementCount;

    // Size of a principal variable (negative while it is in the current pivot's element), 0 once merged or eliminated.
    private readonly int[] _size;
    private readonly int[] _degree;
    private readonly bool[] _isElement;
    private readonly long[] _mark;
    private long _markBase = 1;
    private int _currentStage;

    // Degree lists of the current stage, doubly linked; the hash buckets use _next too.
    private readonly int[] _head;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _hashHead;
    private readonly int[] _hashOf;
    private int _least;

    // Variables merged into a principal one, as chains.
    private readonly int[] _mergedFirst;
    private readonly int[] _mergedNext;
    private readonly int[] _mergedLast;

    private ApproximateMinimumDegree(SymmetricGraph graph, int[]? stage, bool[] skip)
    {
        int n = graph.Count;
        _count = n;
        _stage = stage;
        _list = new int[(int)Math.Min(Array.MaxLength, graph.Start[n] + (graph.Start[n] / 5L) + (2L * n) + 16)];
        _begin = new int[n];
        _length = new int[n];
        _elementCount = new int[n];
        _size = new int[n];
        _degree = new int[n];
        _isElement = new bool[n];
        _mark = new long[n];
        _head = Filled(n + 1);
        _next = Filled(n);
        _previous = Filled(n);
        _hashHead = Filled(n);
        _hashOf = new int[n];
        _mergedFirst = Filled(n);
        _mergedNext = Filled(n);
        _mergedLast = Filled(n);
        for (int i = 0; i < n; i++)
        {
            _begin[i] = _free;
            if (skip[i])
                continue;
            for (int p = graph.Start[i]; p < graph.Start[i + 1]; p++)
            {
                if (!skip[graph.Neighbour[p]])
                    _list[_free++] = graph.Neighbour[p];
            }

            _length[i] = _free - _begin[i];
            _size[i] = 1;
            _degree[i] = _length[i];
        }
    }

    /// <summary>An elimination order with little fill.</summary>
    /// <param name="graph">The pattern.</param>
    /// <param name="stage">For each node the stage it must be eliminated in, ≥ 0; null where order is free.</param>
    /// <returns>The order: element k is the node to eliminate k-th.</returns>
    public static int[] Order(SymmetricGraph graph, int[]? stage = null)
    {
        int n = graph.Count;
        if (stage is not null && stage.Length != n)
            throw new ArgumentException("There must be one stage a node.", nameof(stage));

        // Nodes adjacent to very many others would make every step dear; they are put last (section 5 of the paper).
        int dense = Math.Max(16, (int)(10.0 * Math.Sqrt(n)));
        bool[] skip = new bool[n];
        List<int> last = [];
        for (int i = 0; i < n; i++)
        {
            if (graph.Start[i + 1] - graph.Start[i] > dense)
            {
                skip[i] = true;
                last.Add(i);
            }
        }

        last.Sort((a, b) =>
        {
            int byDegree = (graph.Start[a + 1] - graph.Start[a]).CompareTo(graph.Start[b + 1] - graph.Start[b]);
            return byDegree != 0 ? byDegree : a.CompareTo(b);
        });
        int[] order = new int[n];
        int done = new ApproximateMinimumDegree(graph, stage, skip).Run(order, n - last.Count);
        foreach (int i in last)
            order[done++] = i;
        return order;
    }

    private static int[] Filled(int count)
    {
        int[] array = new int[count];
        Array.Fill(array, None);
        return array;
    }

    private int Run(int[] order, int target)
    {
        (int[] stageStart, int[] stageNodes, int[] stageNumber) = Stages();
        int done = 0;
        for (int s = 0; s < stageNumber.Length; s++)
        {
            _least = _count;
            _currentStage = stageNumber[s];
            for (int k = stageStart[s + 1] - 1; k >= stageStart[s]; k--)
            {
                int i = stageNodes[k];
                if (_size[i] > 0)
                    Insert(i, Math.Min(_degree[i], _count - 1));
            }

            while (TakeLeast(out int pivot))
            {
                int first = done;
                int eliminated = Eliminate(pivot, target - done);
                done += eliminated;
                int at = first;
                Emit(pivot, order, ref at);
            }
        }

        return done;
    }

    private (int[] Start, int[] Nodes, int[] Number) Stages()
    {
        int[] nodes = new int[_count];
        for (int i = 0; i < _count; i++)
            nodes[i] = i;
        if (_stage is null)
            return ([0, _count], nodes, [0]);
        int[] key = (int[])_stage.Clone();
        Array.Sort(key, nodes);
        List<int> start = [];
        List<int> number = [];
        for (int k = 0; k < _count; k++)
        {
            if (k > 0 && key[k] == key[k - 1])
                continue;
            start.Add(k);
            number.Add(key[k]);
        }

        start.Add(_count);
        for (int s = 0; s + 1 < start.Count; s++)
            Array.Sort(nodes, start[s], start[s + 1] - start[s]);
        return ([.. start], nodes, [.. number]);
    }

    private int StageOf(int i) => _stage is null ? 0 : _stage[i];

    private void Emit(int principal, int[] order, ref int at)
    {
        // Depth first through the chains of merged variables, without recursion.
        int i = principal;
        Stack<int>? pending = null;
        while (true)
        {
            order[at++] = i;
            for (int m = _mergedFirst[i]; m != None; m = _mergedNext[m])
                (pending ??= new Stack<int>()).Push(m);
            if (pending is null || !pending.TryPop(out i))
                return;
        }
    }

    private void Insert(int i, int degree)
    {
        int head = _head[degree];
        _next[i] = head;
        _previous[i] = None;
        if (head != None)
            _previous[head] = i;
        _head[degree] = i;
        _least = Math.Min(_least, degree);
        _degree[i] = degree;
    }

    private void Remove(int i)
    {
        int next = _next[i];
        int previous = _previous[i];
        if (next != None)
            _previous[next] = previous;
        if (previous != None)
            _next[previous] = next;
        else if (_head[_degree[i]] == i)
            _head[_degree[i]] = next;
        _next[i] = None;
        _previous[i] = None;
    }

    private bool TakeLeast(out int pivot)
    {
        while (_least < _count && _head[_least] == None)
            _least++;
        if (_least >= _count)
        {
            pivot = None;
            return false;
        }

        pivot = _head[_least];
        Remove(pivot);
        return true;
    }

    private void Merge(int i, int into)
    {
        if (_mergedFirst[into] == None)
            _mergedFirst[into] = i;
        else
            _mergedNext[_mergedLast[into]] = i;
        _mergedLast[into] = i;
        _size[i] = 0;
        _length[i] = 0;
    }

    /// <summary>Eliminates a pivot; returns the number of nodes that go with it.</summary>
    private int Eliminate(int p, int remaining)
    {
        int pivotSize = _size[p];
        int degreeOfElement = BuildElement(p);
        int begin = _begin[p];
        int end = begin + _length[p];
        _elementCount[p] = 0;
        _isElement[p] = true;
        _degree[p] = degreeOfElement;

        // |Le \ Lp| for every element e that touches Lp (algorithm 2 of the paper).
        NextMarks();
        for (int k = begin; k < end; k++)
        {
            int i = _list[k];
            int size = -_size[i];
            int stop = _begin[i] + _elementCount[i];
            for (int q = _begin[i]; q < stop; q++)
            {
                int e = _list[q];
                if (!_isElement[e])
                    continue;
                _mark[e] = _mark[e] >= _markBase ? _mark[e] - size : _degree[e] + _markBase - size;
            }
        }

        int hashed = 0;
        for (int k = begin; k < end; k++)
        {
            int size = -_size[_list[k]];
            if (Update(_list[k], p, remaining - pivotSize))
            {
                hashed++;
                continue;
            }

            // Mass elimination: i has no neighbour outside Lp.
            Merge(_list[k], p);
            pivotSize += size;
            degreeOfElement -= size;
        }

        if (hashed > 1)
            MergeIndistinguishable(begin, end);

        int kept = begin;
        for (int k = begin; k < end; k++)
        {
            int i = _list[k];
            if (_size[i] == 0)
                continue;
            _size[i] = -_size[i];
            _hashHead[_hashOf[i]] = None;
            int degree = Math.Min(_degree[i] + degreeOfElement - _size[i], remaining - pivotSize - _size[i]);
            degree = Math.Clamp(degree, 0, _count - 1);
            if (StageOf(i) == _currentStage)
                Insert(i, degree);
            else
                _degree[i] = degree;
            _list[kept++] = i;
        }

        // Its own size is no longer part of the element; mass elimination has shrunk it too.
        int rest = 0;
        for (int k = begin; k < kept; k++)
            rest += _size[_list[k]];
        _degree[p] = rest;
        _length[p] = kept - begin;
        _size[p] = 0;
        if (kept == begin)
            _isElement[p] = false;
        if (end == _free)
            _free = kept;
        return pivotSize;
    }

    /// <summary>Makes every mark older than all that follow; marks of elements reach up to the node count above the base.</summary>
    private void NextMarks() => _markBase += _count + 1;

    /// <summary>Lp = (variables of p ∪ variables of its elements) \ {p}, at the end of the list space; returns its weight.</summary>
    private int BuildElement(int p)
    {
        int need = _length[p] - _elementCount[p];
        for (int q = 0; q < _elementCount[p]; q++)
        {
            int e = _list[_begin[p] + q];
            if (_isElement[e])
                need += _length[e];
        }

        if (need > _list.Length - _free)
            Compact(need);

        int weight = 0;
        int pivotSize = _size[p];
        _size[p] = -pivotSize;
        int begin = _free;
        int source = _begin[p];
        for (int q = 0; q < _elementCount[p]; q++)
        {
            int e = _list[source + q];
            if (!_isElement[e])
                continue;
            for (int r = _begin[e]; r < _begin[e] + _length[e]; r++)
                Take(_list[r], ref weight);
            _isElement[e] = false;
            _length[e] = 0;
        }

        for (int q = _elementCount[p]; q < _length[p]; q++)
            Take(_list[source + q], ref weight);
        _begin[p] = begin;
        _length[p] = _free - begin;
        return weight;
    }

    private void Take(int i, ref int weight)
    {
        int size = _size[i];
        if (size <= 0)
            return;
        _size[i] = -size;
        weight += size;
        _list[_free++] = i;
        if (StageOf(i) == _currentStage)
            Remove(i);
    }

    /// <summary>Prunes the list of a variable of Lp and bounds its degree outside Lp; false if it can be eliminated with p.</summary>
    private bool Update(int i, int p, int remaining)
    {
        int begin = _begin[i];
        int write = begin;
        long degree = 0;
        uint hash = 0;
        int elementStop = begin + _elementCount[i];
        for (int q = begin; q < elementStop; q++)
        {
            int e = _list[q];
            if (!_isElement[e])
                continue;
            long outside = _mark[e] - _markBase;
            if (outside > 0)
            {
                degree += outside;
                _list[write++] = e;
                hash += (uint)e;
            }
            else
            {
                // Aggressive absorption: Le is inside Lp.
                _isElement[e] = false;
                _length[e] = 0;
            }
        }

        int elements = write - begin;
        int stop = begin + _length[i];
        int variables = write;
        for (int q = elementStop; q < stop; q++)
        {
            int j = _list[q];
            int size = _size[j];
            if (size <= 0)
                continue;
            degree += size;
            _list[write++] = j;
            hash += (uint)j;
        }

        if (degree == 0 && StageOf(i) == _currentStage)
            return false;

        // p becomes the first element of i. The list has lost p itself or one of p's elements, so there is room.
        _degree[i] = (int)Math.Min(Math.Min(_degree[i], degree), remaining);
        int count = write - begin;
        if (count > variables - begin)
            _list[write] = _list[variables];
        if (elements > 0)
            _list[variables] = _list[begin];
        _list[begin] = p;
        _elementCount[i] = elements + 1;
        _length[i] = count + 1;
        hash = (hash + (uint)p) % (uint)_count;
        _hashOf[i] = (int)hash;
        _next[i] = _hashHead[hash];
        _hashHead[hash] = i;
        return true;
    }

    private void MergeIndistinguishable(int begin, int end)
    {
        NextMarks();
        for (int k = begin; k < end; k++)
        {
            int first = _list[k];
            if (_size[first] == 0 || _hashHead[_hashOf[first]] == None)
                continue;
            int bucket = _hashOf[first];
            int i = _hashHead[bucket];
            _hashHead[bucket] = None;
            while (i != None && _next[i] != None)
            {
                _markBase++;
                for (int q = _begin[i]; q < _begin[i] + _length[i]; q++)
                    _mark[_list[q]] = _markBase;
                int previous = i;
                for (int j = _next[i]; j != None;)
                {
                    int after = _next[j];
                    if (IsSame(i, j))
                    {
                        _size[i] += _size[j];
                        Merge(j, i);
                        _next[previous] = after;
                    }
                    else
                    {
                        previous = j;
                    }

                    j = after;
                }

                i = _next[i];
            }
        }

    }

    private bool IsSame(int i, int j)
    {
        if (_length[i] != _length[j] || _elementCount[i] != _elementCount[j] || StageOf(i) != StageOf(j))
            return false;
        for (int q = _begin[j]; q < _begin[j] + _length[j]; q++)
        {
            if (_mark[_list[q]] != _markBase)
                return false;
        }

        return true;
    }

    /// <summary>Moves all live lists together; enlarges the space if that is not enough.</summary>
    private void Compact(int need)
    {
        int[] target = _list;
        long live = need + 16L;
        for (int i = 0; i < _count; i++)
            live += _length[i];
        if (live > _list.Length)
            target = new int[(int)Math.Min(Array.MaxLength, live + (live / 4))];
        int[] byBegin = new int[_count];
        int lists = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_length[i] > 0)
                byBegin[lists++] = i;
        }

        Array.Sort(byBegin, 0, lists, Comparer<int>.Create((a, b) => _begin[a].CompareTo(_begin[b])));
        int free = 0;
        for (int k = 0; k < lists; k++)
        {
            int i = byBegin[k];
            Array.Copy(_list, _begin[i], target, free, _length[i]);
            _begin[i] = free;
            free += _length[i];
        }

        _list = target;
        _free = free;
    }
}
