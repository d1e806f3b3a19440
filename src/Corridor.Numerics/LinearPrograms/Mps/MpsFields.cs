using System.Runtime.CompilerServices;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The fields of one line: where they begin and end in it.</summary>
internal ref struct MpsFields
{
    private static readonly int[] FixedStart = [1, 4, 14, 24, 39, 49];
    private static readonly int[] FixedEnd = [3, 12, 22, 36, 47, 61];

    private readonly ReadOnlySpan<byte> _line;
    private Positions _begin;
    private Positions _end;

    /// <summary>Splits a line at white space (blanks and control characters), or at the columns of the fixed format (empty fields are left out).</summary>
    [SkipLocalsInit]
    public MpsFields(ReadOnlySpan<byte> line, bool isFixed)
    {
        Unsafe.SkipInit(out this);
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

    /// <summary>Where a field begins: byte within the line, from 1.</summary>
    public readonly int PlaceOf(int index) => index < Count ? _begin[index] + 1 : 0;

    private void SplitAtWhiteSpace()
    {
        ReadOnlySpan<byte> line = _line;
        int count = 0;
        int at = 0;
        while (true)
        {
            while (at < line.Length && line[at] <= ' ')
                at++;
            if (at == line.Length)
                break;
            int begin = at;
            while (at < line.Length && line[at] > ' ')
                at++;
            if (count == 6)
            {
                count = 7;
                break;
            }

            _begin[count] = begin;
            _end[count++] = at;
        }

        Count = count;
    }

    private void SplitAtColumns()
    {
        for (int field = 0; field < 6 && FixedStart[field] < _line.Length; field++)
        {
            int begin = FixedStart[field];
            int end = Math.Min(FixedEnd[field], _line.Length);
            while (begin < end && _line[begin] <= ' ')
                begin++;
            while (end > begin && _line[end - 1] <= ' ')
                end--;
            if (end <= begin)
                continue;
            _begin[Count] = begin;
            _end[Count++] = end;
        }
    }

    [InlineArray(8)]
    private struct Positions
    {
        private int _first;
    }
}
