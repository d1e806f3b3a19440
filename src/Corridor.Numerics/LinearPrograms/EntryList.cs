using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// Matrix entries in order of arrival. While they arrive in ascending order of columns, the end of each column says which column an entry belongs
/// to; the first out of order makes a list of columns instead.
/// </summary>
internal sealed class EntryList
{
    private int[] _row;
    private double[] _value;
    private int _count;

    // _end[j] is the end of column j, for the columns 0 … _columns−1 met so far.
    private int[] _end;
    private int _columns;
    private int[]? _column;

    internal EntryList(int columns, int entries)
    {
        _row = entries == 0 ? [] : GC.AllocateUninitializedArray<int>(entries);
        _value = entries == 0 ? [] : GC.AllocateUninitializedArray<double>(entries);
        _end = columns == 0 ? [] : GC.AllocateUninitializedArray<int>(columns);
    }

    /// <summary>At least as much as needed, and half as much again as there is, within what an array can be.</summary>
    internal static int Larger(int present, int needed) => (int)Math.Clamp(present + ((long)present / 2) + 16, needed, Math.Max(needed, Array.MaxLength));

    /// <summary>Adds one entry.</summary>
    internal void Add(int row, int column, double value)
    {
        Reserve(1);
        Announce(column, 1);
        _row[_count] = row;
        _value[_count++] = value;
    }

    /// <summary>Adds entries of one column.</summary>
    internal void Add(int column, ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        Reserve(rows.Length);
        Announce(column, rows.Length);
        rows.CopyTo(_row.AsSpan(_count));
        values.CopyTo(_value.AsSpan(_count));
        _count += rows.Length;
    }

    /// <summary>Makes room for so many more.</summary>
    internal void Reserve(int more)
    {
        int needed = checked(_count + more);
        if (needed <= _row.Length)
            return;
        int room = Larger(_row.Length, needed);
        Array.Resize(ref _row, room);
        Array.Resize(ref _value, room);
        if (_column is not null)
            Array.Resize(ref _column, room);
    }

    /// <summary>The matrix; the list stays as it is.</summary>
    internal SparseMatrix ToMatrix(int rows, int columns) =>
        _column is null ? Compress(rows, columns, Starts(columns), _row[.._count], _value[.._count]) : Sorted(rows, columns, _column);

    /// <summary>The matrix, of the list's own arrays where their order allows; the list is empty afterwards.</summary>
    internal SparseMatrix TakeMatrix(int rows, int columns)
    {
        int[] start = _column is null ? Starts(columns) : [];
        SparseMatrix matrix = _column is null ? Compress(rows, columns, start, _row, _value) : Sorted(rows, columns, _column);
        _row = [];
        _value = [];
        _end = [];
        _column = null;
        _columns = 0;
        _count = 0;
        return matrix;
    }

    /// <summary>Notes the column of the next entries.</summary>
    private void Announce(int column, int entries)
    {
        if (_column is null && column < _columns - 1)
            MakeColumns();
        if (_column is not null)
        {
            _column.AsSpan(_count, entries).Fill(column);
            return;
        }

        if (column >= _end.Length)
            Array.Resize(ref _end, Larger(_end.Length, column + 1));
        while (_columns <= column)
            _end[_columns++] = _count;
        _end[column] = _count + entries;
    }

    private void MakeColumns()
    {
        _column = new int[_row.Length];
        int at = 0;
        for (int j = 0; j < _columns; j++)
        {
            _column.AsSpan(at, _end[j] - at).Fill(j);
            at = _end[j];
        }
    }

    private int[] Starts(int columns)
    {
        int[] start = new int[columns + 1];
        _end.AsSpan(0, _columns).CopyTo(start.AsSpan(1));
        start.AsSpan(_columns + 1).Fill(_count);
        return start;
    }

    /// <summary>Counts the entries of each column and puts them there.</summary>
    private SparseMatrix Sorted(int rows, int columns, int[] column)
    {
        int[] start = new int[columns + 1];
        for (int k = 0; k < _count; k++)
            start[column[k] + 1]++;
        for (int j = 0; j < columns; j++)
            start[j + 1] += start[j];
        int[] row = GC.AllocateUninitializedArray<int>(_count);
        double[] value = GC.AllocateUninitializedArray<double>(_count);

        // start[j] runs to the end of column j, which is the start of the next; then it is moved back.
        for (int k = 0; k < _count; k++)
        {
            int position = start[column[k]]++;
            row[position] = _row[k];
            value[position] = _value[k];
        }

        Array.Copy(start, 0, start, 1, columns);
        start[0] = 0;
        return Compress(rows, columns, start, row, value);
    }

    /// <summary>Sorts the rows within each column, sums what belongs to one element and drops zeros, in place.</summary>
    private static SparseMatrix Compress(int rows, int columns, int[] start, int[] row, double[] value)
    {
        int kept = 0;
        int begin = start[0];
        for (int j = 0; j < columns; j++)
        {
            int end = start[j + 1];
            if (!IsAscending(row.AsSpan(begin, end - begin)))
                Sort(row.AsSpan(begin, end - begin), value.AsSpan(begin, end - begin));
            for (int k = begin; k < end;)
            {
                int i = row[k];
                double sum = value[k++];
                while (k < end && row[k] == i)
                    sum += value[k++];
                if (sum == 0.0)
                    continue;
                row[kept] = i;
                value[kept++] = sum;
            }

            begin = end;
            start[j + 1] = kept;
        }

        if (kept < row.Length)
        {
            Array.Resize(ref row, kept);
            Array.Resize(ref value, kept);
        }

        return new SparseMatrix(rows, columns, start, row, value);
    }

    /// <summary>By insertion where there are few: entries of one element keep their order then, in which they are summed.</summary>
    private static void Sort(Span<int> row, Span<double> value)
    {
        const int Few = 32;
        if (row.Length > Few)
        {
            row.Sort(value);
            return;
        }

        for (int k = 1; k < row.Length; k++)
        {
            int i = row[k];
            double v = value[k];
            int at = k;
            for (; at > 0 && row[at - 1] > i; at--)
            {
                row[at] = row[at - 1];
                value[at] = value[at - 1];
            }

            row[at] = i;
            value[at] = v;
        }
    }

    private static bool IsAscending(ReadOnlySpan<int> row)
    {
        for (int k = 1; k < row.Length; k++)
        {
            if (row[k] <= row[k - 1])
                return false;
        }

        return true;
    }
}
