namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>Rows or columns waiting for a visit, each at most once, first come first served. In the beginning all wait.</summary>
internal sealed class WorkQueue
{
    private readonly int[] _ring;
    private readonly bool[] _waiting;
    private int _head;
    private int _count;

    internal WorkQueue(int size)
    {
        _ring = new int[size];
        _waiting = new bool[size];
        _waiting.AsSpan().Fill(true);
        for (int k = 0; k < size; k++)
            _ring[k] = k;
        _count = size;
    }

    internal bool IsEmpty => _count == 0;

    internal void Add(int item)
    {
        if (_waiting[item])
            return;
        _waiting[item] = true;
        int at = _head + _count;
        _ring[at >= _ring.Length ? at - _ring.Length : at] = item;
        _count++;
    }

    internal bool TryTake(out int item)
    {
        if (_count == 0)
        {
            item = -1;
            return false;
        }

        item = _ring[_head];
        if (++_head == _ring.Length)
            _head = 0;
        _count--;
        _waiting[item] = false;
        return true;
    }
}
