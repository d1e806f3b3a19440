namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>A list that grows by blocks: adding copies nothing, and the space beyond its content is one block at most.</summary>
internal sealed class Blocks<T>
    where T : unmanaged
{
    private const int Shift = 16;
    private const int Mask = (1 << Shift) - 1;

    private readonly List<T[]> _full = [];
    private T[] _last = new T[16];
    private int _used;

    /// <summary>Number of elements.</summary>
    public int Count => (_full.Count << Shift) + _used;

    /// <summary>An element.</summary>
    public ref T this[int index]
    {
        get
        {
            int block = index >> Shift;
            return ref (block == _full.Count ? _last : _full[block])[index & Mask];
        }
    }

    /// <summary>Adds an element.</summary>
    public void Add(T value)
    {
        if (_used == _last.Length)
            Grow();
        _last[_used++] = value;
    }

    /// <summary>Takes the elements out into one array; the list is empty afterwards.</summary>
    public T[] Take()
    {
        T[] all = GC.AllocateUninitializedArray<T>(Count);
        int at = 0;
        for (int b = 0; b < _full.Count; b++)
        {
            _full[b].CopyTo(all, at);
            at += _full[b].Length;
            _full[b] = [];
        }

        _last.AsSpan(0, _used).CopyTo(all.AsSpan(at));
        _full.Clear();
        _last = [];
        _used = 0;
        return all;
    }

    private void Grow()
    {
        if (_last.Length <= Mask)
        {
            Array.Resize(ref _last, Math.Max(16, 2 * _last.Length));
            return;
        }

        if (_full.Count >= Array.MaxLength >> Shift)
            throw new MpsTooLargeException();
        _full.Add(_last);
        _last = GC.AllocateUninitializedArray<T>(Mask + 1);
        _used = 0;
    }
}
