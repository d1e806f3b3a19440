namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The fields of one line: where they begin and end in it.</summary>
internal ref struct MpsFields
{
    private static readonly int[] FixedStart = [1, 4, 14, 24, 39, 49];
    private static readonly int[] FixedEnd = [3, 12, 22, 36, 47, 61];

    private readonly ReadOnlySpan<byte> _line;
    private Positions _begin;
    private Positions _end;

    /// <summary>Splits a line at white space, or at the columns of the fixed format (empty fields are left out).</summary>
    public MpsFields(ReadOnlySpan<byte> line, bool isFixed)
    {
        _line = line;
        Count = 0;
        if (isFixed)
            SplitAtColumns();
        else
            SplitAtWhiteSpace();
    }

    /// <summary>Number of fields; 7 stands for more than six.</summary>
    public int Count { get; private set; }

    /// <summary>A field.</summary>
    public readonly ReadOnlySpan<byte> this[int index] => _line[_begin[index].._end[index]];

    private void SplitAtWhiteSpace()
    {
        int at = 0;
        while (true)
        {
            while (at < _line.Length && _line[at] is (byte)' ' or (byte)'\t')
                at++;
            if (at == _line.Length)
                return;
            int begin = at;
            while (at < _line.Length && _line[at] is not ((byte)' ' or (byte)'\t'))
                at++;
            if (Count == 7)
                return;
            Add(begin, at);
        }
    }

    private void SplitAtColumns()
    {
        for (int field = 0; field < 6 && FixedStart[field] < _line.Length; field++)
        {
            int begin = FixedStart[field];
            int end = Math.Min(FixedEnd[field], _line.Length);
            while (begin < end && _line[begin] == ' ')
                begin++;
            while (end > begin && _line[end - 1] == ' ')
                end--;
            if (end > begin)
                Add(begin, end);
        }
    }

    private void Add(int begin, int end)
    {
        _begin[Count] = begin;
        _end[Count++] = end;
    }

    [System.Runtime.CompilerServices.InlineArray(8)]
    private struct Positions
    {
        private int _first;
    }
}
