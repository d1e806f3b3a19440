namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>
/// A list of whole numbers that grows by blocks: adding copies nothing, and the space beyond its content is one block at most. It is no generic type,
/// because code for those over numbers is not compiled ahead of time.
/// </summary>
internal sealed class IntBlocks
{
    private const int Shift = 16;
    private const int Mask = (1 << Shift) - 1;

    private readonly List<int[]> _full = [];
    private int[] _last = new int[16];
    private int _used;

    /// <summary>Number of elements.</summary>
    public int Count => (_full.Count << Shift) + _used;

    /// <summary>An element.</summary>
    public ref int this[int index]
    {
        get
        {
            int block = index >> Shift;
            return ref (block == _full.Count ? _last : _full[block])[index & Mask];
        }
    }

    /// <summary>Adds an element.</summary>
    public void Add(int value)
    {
        if (_used == _last.Length)
            Grow();
        _last[_used++] = value;
    }

    /// <summary>Adds elements.</summary>
    public void Add(ReadOnlySpan<int> values)
    {
        while (values.Length > 0)
        {
            if (_used == _last.Length)
                Grow();
            int taken = Math.Min(values.Length, _last.Length - _used);
            values[..taken].CopyTo(_last.AsSpan(_used));
            _used += taken;
            values = values[taken..];
        }
    }

    /// <summary>Takes the elements out into one array; the list is empty afterwards.</summary>
    public int[] Take()
    {
        int[] all = GC.AllocateUninitializedArray<int>(Count);
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
        _last = GC.AllocateUninitializedArray<int>(Mask + 1);
        _used = 0;
    }
}
