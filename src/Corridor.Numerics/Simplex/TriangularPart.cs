namespace Corridor.Numerics.Simplex;

/// <summary>
/// A triangular matrix held as lists of what each pivot changes, solved by pushing. Where few places are touched, these are found
/// first by a depth-first search over the lists: J. Gilbert, T. Peierls, SIAM J. Sci. Stat. Comput. 9 (1988) 862–874.
/// </summary>
internal sealed class TriangularPart(int size)
{
    /// <summary>Right-hand sides with a smaller part of nonzeros are solved by reach.</summary>
    private const double SparsePart = 0.05;

    private readonly int[] _start = new int[size];
    private readonly int[] _end = new int[size];
    private readonly int[] _limit = new int[size];
    private int[] _index = [];
    private double[] _value = [];
    private int _top;

    internal int Count { get; private set; }

    /// <summary>Takes the entries, listed by <paramref name="from"/> afterwards.</summary>
    internal void Assemble(int count, int[] from, int[] to, double[] value)
    {
        if (_index.Length < count)
        {
            _index = new int[count + (count / 2)];
            _value = new double[count + (count / 2)];
        }

        Count = count;
        _top = count;
        Array.Clear(_end);
        for (int k = 0; k < count; k++)
            _end[from[k]]++;
        int sum = 0;
        for (int i = 0; i < size; i++)
        {
            _start[i] = sum;
            sum += _end[i];
            _end[i] = _start[i];
            _limit[i] = sum;
        }

        for (int k = 0; k < count; k++)
        {
            int place = _end[from[k]]++;
            _index[place] = to[k];
            _value[place] = value[k];
        }
    }

    /// <summary>Whether a pivot changes anything.</summary>
    internal bool HasEntries(int pivot) => _end[pivot] > _start[pivot];

    /// <summary>Adds an entry; the line moves to the end of the memory if it has no room.</summary>
    internal void Append(int from, int to, double value)
    {
        if (_end[from] == _limit[from])
            Move(from);
        _index[_end[from]] = to;
        _value[_end[from]++] = value;
        Count++;
    }

    /// <summary>Adds the entries of a line to a vector.</summary>
    internal void CopyLine(int from, IndexedVector v)
    {
        for (int e = _start[from]; e < _end[from]; e++)
            v.Add(_index[e], _value[e]);
    }

    /// <summary>Removes a line here and its entries in the transposed lists.</summary>
    internal void RemoveLine(int from, TriangularPart transposed)
    {
        for (int e = _start[from]; e < _end[from]; e++)
            transposed.Remove(_index[e], from);
        Count -= _end[from] - _start[from];
        _end[from] = _start[from];
    }

    /// <summary>Solves in place.</summary>
    /// <param name="v">Right-hand side, overwritten.</param>
    /// <param name="sequence">The pivots in the order of elimination, negative where there is none any more.</param>
    /// <param name="length">How many of them.</param>
    /// <param name="reverse">Whether they are gone through from the last one.</param>
    /// <param name="diagonal">Divisors; null for ones.</param>
    /// <param name="reach">Memory for the search.</param>
    internal void Solve(IndexedVector v, int[] sequence, int length, bool reverse, double[]? diagonal, ReachSearch reach)
    {
        if (v.Count < SparsePart * size)
        {
            SolveByReach(v, diagonal, reach);
            return;
        }

        double[] x = v.Value;
        for (int k = 0; k < length; k++)
        {
            int p = sequence[reverse ? length - 1 - k : k];
            if (p >= 0 && x[p] != 0.0)
                Push(x, p, diagonal);
        }

        v.Scan();
    }

    private void SolveByReach(IndexedVector v, double[]? diagonal, ReachSearch reach)
    {
        int first = reach.Find(v, _start, _end, _index);
        double[] x = v.Value;
        int kept = 0;
        for (int k = first; k < size; k++)
        {
            int p = reach.Order[k];
            if (Math.Abs(x[p]) < IndexedVector.Tiny)
            {
                x[p] = 0.0;
                continue;
            }

            v.Index[kept++] = p;
            Push(x, p, diagonal);
        }

        v.Count = kept;
    }

    private void Push(double[] x, int p, double[]? diagonal)
    {
        double value = x[p];
        if (diagonal is not null)
        {
            value /= diagonal[p];
            x[p] = value;
        }

        int end = _end[p];
        for (int e = _start[p]; e < end; e++)
            x[_index[e]] -= _value[e] * value;
    }

    private void Remove(int from, int to)
    {
        int e = _start[from];
        while (_index[e] != to)
            e++;
        int last = --_end[from];
        _index[e] = _index[last];
        _value[e] = _value[last];
        Count--;
    }

    private void Move(int from)
    {
        int length = _end[from] - _start[from];
        int room = (2 * length) + 4;
        if (_top + room > _index.Length)
        {
            int capacity = Math.Max(2 * _index.Length, _top + room);
            Array.Resize(ref _index, capacity);
            Array.Resize(ref _value, capacity);
        }

        Array.Copy(_index, _start[from], _index, _top, length);
        Array.Copy(_value, _start[from], _value, _top, length);
        _start[from] = _top;
        _end[from] = _top + length;
        _limit[from] = _top + room;
        _top += room;
    }
}
