using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>The rows of a matrix. No reduction lengthens a row, so that each is changed in place.</summary>
internal sealed class RowStore
{
    private readonly int[] _start;
    private readonly int[] _length;
    private readonly int[] _index;
    private readonly double[] _value;

    internal RowStore(SparseMatrix matrix)
    {
        SparseMatrix byRow = matrix.Transpose();
        _start = byRow.ColumnStart;
        _index = byRow.RowIndex;
        _value = byRow.Value;
        _length = new int[matrix.RowCount];
        for (int i = 0; i < _length.Length; i++)
            _length[i] = _start[i + 1] - _start[i];
    }

    /// <summary>Columns and values of row i; entries of removed columns may stand among them.</summary>
    internal Span<int> Get(int i, out Span<double> values)
    {
        values = _value.AsSpan(_start[i], _length[i]);
        return _index.AsSpan(_start[i], _length[i]);
    }

    /// <summary>The same after removed columns have been dropped; <paramref name="count"/> is how many remain.</summary>
    internal Span<int> GetLive(int i, int count, bool[] columnRemoved, out Span<double> values)
    {
        Span<int> index = Get(i, out values);
        if (count == index.Length)
            return index;
        int kept = 0;
        for (int k = 0; k < index.Length; k++)
        {
            if (columnRemoved[index[k]])
                continue;
            index[kept] = index[k];
            values[kept++] = values[k];
        }

        _length[i] = kept;
        values = values[..kept];
        return index[..kept];
    }

    /// <summary>
    /// In row i, puts <paramref name="addend"/> times column <paramref name="to"/> in place of column <paramref name="from"/>. An entry that cancels is dropped.
    /// </summary>
    /// <returns>How many entries of live columns the row has lost: 0, 1 or 2.</returns>
    internal int Substitute(int i, int from, int to, double addend)
    {
        Span<int> index = Get(i, out Span<double> values);
        int fromAt = index.IndexOf(from);
        int toAt = index.IndexOf(to);
        if (toAt < 0)
        {
            if (addend == 0.0)
            {
                Drop(i, fromAt);
                return 1;
            }

            index[fromAt] = to;
            values[fromAt] = addend;
            return 0;
        }

        values[toAt] = Sum(values[toAt], addend);
        if (values[toAt] != 0.0)
        {
            Drop(i, fromAt);
            return 1;
        }

        Drop(i, Math.Max(fromAt, toAt));
        Drop(i, Math.Min(fromAt, toAt));
        return 2;
    }

    /// <summary>a + b, or zero where what is left is rounding.</summary>
    internal static double Sum(double a, double b)
    {
        const double Cancelled = 1e-13;
        double sum = a + b;
        return Math.Abs(sum) <= Cancelled * Math.Max(Math.Abs(a), Math.Abs(b)) ? 0.0 : sum;
    }

    private void Drop(int i, int at)
    {
        int last = --_length[i];
        _index[_start[i] + at] = _index[_start[i] + last];
        _value[_start[i] + at] = _value[_start[i] + last];
    }
}
