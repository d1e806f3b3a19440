using System.Runtime.InteropServices;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// Collects rows, columns and entries in any order and makes a <see cref="LinearProgram"/> of them, in time and memory
/// linear in their number. Entries that arrive grouped by ascending column need 12 bytes each, others 16.
/// </summary>
public sealed class LinearProgramBuilder
{
    private readonly List<double> _rowLower = [];
    private readonly List<double> _rowUpper = [];
    private readonly List<double> _columnLower = [];
    private readonly List<double> _columnUpper = [];
    private readonly List<double> _cost = [];

    // Entries in order of arrival. While columns arrive in ascending order, _entryEnd[j] (end of column j) says
    // which column an entry belongs to; the first entry out of order makes _entryColumn instead.
    private readonly List<int> _entryRow = [];
    private readonly List<double> _entryValue = [];
    private readonly List<int> _entryEnd = [];
    private List<int>? _entryColumn;

    private double _costOffset;

    /// <summary>Rows added so far.</summary>
    public int RowCount => _rowLower.Count;

    /// <summary>Columns added so far.</summary>
    public int ColumnCount => _cost.Count;

    /// <summary>The constant of the objective; finite.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public double CostOffset
    {
        get => _costOffset;
        set => _costOffset = double.IsFinite(value)
            ? value
            : throw new ArgumentException("The constant of the objective must be finite.", nameof(value));
    }

    /// <summary>Adds the row lower ≤ aᵀx ≤ upper and returns its index.</summary>
    /// <param name="lower">Lower bound or −∞.</param>
    /// <param name="upper">Upper bound or +∞; equal to <paramref name="lower"/> for an equality.</param>
    /// <exception cref="ArgumentException">A bound is NaN, or the bounds cross.</exception>
    public int AddRow(double lower, double upper)
    {
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return _rowLower.Count - 1;
    }

    /// <summary>Adds a column with its bounds and cost and returns its index.</summary>
    /// <param name="lower">Lower bound or −∞.</param>
    /// <param name="upper">Upper bound or +∞.</param>
    /// <param name="cost">Cost of one unit, finite.</param>
    /// <exception cref="ArgumentException">A figure is NaN, the cost is infinite, or the bounds cross.</exception>
    public int AddColumn(double lower, double upper, double cost)
    {
        Bounds.Normalise(lower, ref upper, nameof(lower));
        RequireCost(cost);
        _columnLower.Add(lower);
        _columnUpper.Add(upper);
        _cost.Add(cost);
        return _cost.Count - 1;
    }

    /// <summary>Adds <paramref name="value"/> to the matrix element (row, column); several values for one element are summed.</summary>
    /// <exception cref="ArgumentException">No such row or column, or the value is not finite.</exception>
    public void AddEntry(int row, int column, double value)
    {
        if ((uint)row >= (uint)_rowLower.Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, "No such row.");
        if ((uint)column >= (uint)_cost.Count)
            throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        if (!double.IsFinite(value))
            throw new ArgumentException("Matrix values must be finite.", nameof(value));
        if (_entryColumn is null && column < _entryEnd.Count - 1)
            MakeEntryColumns();
        if (_entryColumn is null)
        {
            while (_entryEnd.Count <= column)
                _entryEnd.Add(_entryRow.Count);
            _entryEnd[column] = _entryRow.Count + 1;
        }
        else
        {
            _entryColumn.Add(column);
        }

        _entryRow.Add(row);
        _entryValue.Add(value);
    }

    /// <summary>Replaces the bounds of a row.</summary>
    /// <exception cref="ArgumentException">No such row, a bound is NaN, or the bounds cross.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        if ((uint)row >= (uint)_rowLower.Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, "No such row.");
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _rowLower[row] = lower;
        _rowUpper[row] = upper;
    }

    /// <summary>Replaces the bounds of a column.</summary>
    /// <exception cref="ArgumentException">No such column, a bound is NaN, or the bounds cross.</exception>
    public void SetColumnBounds(int column, double lower, double upper)
    {
        if ((uint)column >= (uint)_cost.Count)
            throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _columnLower[column] = lower;
        _columnUpper[column] = upper;
    }

    /// <summary>Replaces the cost of a column.</summary>
    /// <exception cref="ArgumentException">No such column, or the cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        if ((uint)column >= (uint)_cost.Count)
            throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        RequireCost(cost);
        _cost[column] = cost;
    }

    /// <summary>Makes the program; the builder may go on being used and keeps nothing in common with it. Sums that are exactly zero are dropped.</summary>
    /// <exception cref="ArgumentException">Entries of one element overflow when summed.</exception>
    public LinearProgram Build() => new(
        BuildMatrix(),
        [.. _cost],
        _costOffset,
        [.. _columnLower],
        [.. _columnUpper],
        [.. _rowLower],
        [.. _rowUpper]);

    private static void RequireCost(double cost)
    {
        if (!double.IsFinite(cost))
            throw new ArgumentException("Costs must be finite.", nameof(cost));
    }

    private void MakeEntryColumns()
    {
        _entryColumn = new List<int>(_entryRow.Count + 1);
        for (int j = 0; j < _entryEnd.Count; j++)
        {
            while (_entryColumn.Count < _entryEnd[j])
                _entryColumn.Add(j);
        }
    }

    private SparseMatrix BuildMatrix()
    {
        int columns = _cost.Count;
        int count = _entryRow.Count;
        int[] row = new int[count];
        double[] value = new double[count];
        int[] start = new int[columns + 1];
        if (_entryColumn is null)
        {
            CollectionsMarshal.AsSpan(_entryRow).CopyTo(row);
            CollectionsMarshal.AsSpan(_entryValue).CopyTo(value);
            for (int j = 0; j < columns; j++)
                start[j + 1] = j < _entryEnd.Count ? _entryEnd[j] : count;
        }
        else
        {
            foreach (int j in _entryColumn)
                start[j + 1]++;
            for (int j = 0; j < columns; j++)
                start[j + 1] += start[j];
            int[] next = start.AsSpan(0, columns).ToArray();
            for (int k = 0; k < count; k++)
            {
                int position = next[_entryColumn[k]]++;
                row[position] = _entryRow[k];
                value[position] = _entryValue[k];
            }
        }

        int kept = 0;
        for (int j = 0; j < columns; j++)
        {
            int begin = start[j];
            int end = start[j + 1];
            start[j] = kept;
            if (!IsAscending(row.AsSpan(begin, end - begin)))
                row.AsSpan(begin, end - begin).Sort(value.AsSpan(begin, end - begin));
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
        }

        start[columns] = kept;
        if (kept < count)
        {
            Array.Resize(ref row, kept);
            Array.Resize(ref value, kept);
        }

        return new SparseMatrix(_rowLower.Count, columns, start, row, value);
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
