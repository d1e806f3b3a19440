namespace Corridor.Numerics.Simplex;

/// <summary>Rows or columns of a shrinking and filling matrix, each a list that moves to the end of the pool when it outgrows its room; linked by length.</summary>
internal sealed class LinePool(int lineCount, bool withValues)
{
    private readonly int[] _start = new int[lineCount];
    private readonly int[] _length = new int[lineCount];
    private readonly int[] _room = new int[lineCount];
    private readonly int[] _next = new int[lineCount];
    private readonly int[] _previous = new int[lineCount];
    private int[] _first = [];
    private int _top;

    internal int[] Index = new int[256];
    internal double[] Value = withValues ? new double[256] : [];

    internal void Clear()
    {
        _top = 0;
        Array.Fill(_first, -1);
    }

    internal int Start(int line) => _start[line];

    internal int End(int line) => _start[line] + _length[line];

    internal int Length(int line) => _length[line];

    internal int First(int length) => length < _first.Length ? _first[length] : -1;

    internal int Next(int line) => _next[line];

    internal void AddLine(int line, int room)
    {
        Reserve(room);
        _start[line] = _top;
        _length[line] = 0;
        _room[line] = room;
        _top += room;
    }

    internal void Append(int line, int index, double value)
    {
        if (_length[line] == _room[line])
            Move(line);
        int place = _start[line] + _length[line]++;
        Index[place] = index;
        if (withValues)
            Value[place] = value;
    }

    internal int Find(int line, int index)
    {
        int e = _start[line];
        while (Index[e] != index)
            e++;
        return e;
    }

    /// <summary>Removes an entry; the last one takes its place.</summary>
    internal void RemoveAt(int line, int place)
    {
        int last = _start[line] + --_length[line];
        Index[place] = Index[last];
        if (withValues)
            Value[place] = Value[last];
    }

    internal void Empty(int line) => _length[line] = 0;

    internal void Link(int line)
    {
        int length = _length[line];
        if (length >= _first.Length)
        {
            int old = _first.Length;
            Array.Resize(ref _first, Math.Max(length + 1, 2 * old));
            Array.Fill(_first, -1, old, _first.Length - old);
        }

        int head = _first[length];
        _next[line] = head;
        _previous[line] = -1 - length;
        if (head >= 0)
            _previous[head] = line;
        _first[length] = line;
    }

    internal void Unlink(int line)
    {
        int previous = _previous[line];
        int next = _next[line];
        if (previous >= 0)
            _next[previous] = next;
        else
            _first[-1 - previous] = next;
        if (next >= 0)
            _previous[next] = previous;
    }

    internal void Relink(int line)
    {
        Unlink(line);
        Link(line);
    }

    private void Move(int line)
    {
        int length = _length[line];
        int room = (2 * length) + 4;
        Reserve(room);
        Array.Copy(Index, _start[line], Index, _top, length);
        if (withValues)
            Array.Copy(Value, _start[line], Value, _top, length);
        _start[line] = _top;
        _room[line] = room;
        _top += room;
    }

    private void Reserve(int room)
    {
        if (_top + room <= Index.Length)
            return;
        int size = Math.Max(2 * Index.Length, _top + room);
        Array.Resize(ref Index, size);
        if (withValues)
            Array.Resize(ref Value, size);
    }
}
