using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms;

/// <summary>
/// Collects rows, columns and entries in any order, one by one or in arrays, and makes a <see cref="LinearProgram"/> of them, in time and memory
/// linear in their number. Entries that arrive grouped by ascending column need 12 bytes each, others 16. There are no objects for single
/// elements; who tells the sizes beforehand and ends with <see cref="BuildAndClear"/> needs no memory beyond that of the program.
/// </summary>
public sealed class LinearProgramBuilder
{
    private readonly EntryList _entries;
    private double[] _rowLower;
    private double[] _rowUpper;
    private double[] _columnLower;
    private double[] _columnUpper;
    private double[] _cost;
    private double _costOffset;

    /// <summary>An empty builder.</summary>
    public LinearProgramBuilder()
        : this(0, 0, 0)
    {
    }

    /// <summary>An empty builder with room for so many rows, columns and entries; more may be added all the same.</summary>
    /// <param name="rows">Rows, ≥ 0.</param>
    /// <param name="columns">Columns, ≥ 0.</param>
    /// <param name="entries">Entries, ≥ 0.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public LinearProgramBuilder(int rows, int columns, int entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(entries);
        _rowLower = Room(rows);
        _rowUpper = Room(rows);
        _columnLower = Room(columns);
        _columnUpper = Room(columns);
        _cost = Room(columns);
        _entries = new EntryList(columns, entries);
    }

    /// <summary>Rows added so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Columns added so far.</summary>
    public int ColumnCount { get; private set; }

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
        GrowRows(1);
        _rowLower[RowCount] = lower;
        _rowUpper[RowCount] = upper;
        return RowCount++;
    }

    /// <summary>Adds rows and returns the index of the first.</summary>
    /// <param name="lower">Lower bounds or −∞.</param>
    /// <param name="upper">Upper bounds or +∞; as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, a bound is NaN, or bounds cross. Nothing is added then.</exception>
    public int AddRows(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        RequireLength(upper, lower.Length, nameof(upper));
        GrowRows(lower.Length);
        CopyBounds(lower, upper, _rowLower.AsSpan(RowCount), _rowUpper.AsSpan(RowCount));
        RowCount += lower.Length;
        return RowCount - lower.Length;
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
        GrowColumns(1);
        _columnLower[ColumnCount] = lower;
        _columnUpper[ColumnCount] = upper;
        _cost[ColumnCount] = cost;
        return ColumnCount++;
    }

    /// <summary>Adds columns with their bounds and costs and returns the index of the first.</summary>
    /// <param name="lower">Lower bounds or −∞.</param>
    /// <param name="upper">Upper bounds or +∞; as many.</param>
    /// <param name="cost">Costs of one unit, finite; as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, a figure is NaN, a cost is infinite, or bounds cross. Nothing is added then.</exception>
    public int AddColumns(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> cost)
    {
        RequireLength(upper, lower.Length, nameof(upper));
        RequireLength(cost, lower.Length, nameof(cost));
        foreach (double c in cost)
            RequireCost(c);
        GrowColumns(lower.Length);
        CopyBounds(lower, upper, _columnLower.AsSpan(ColumnCount), _columnUpper.AsSpan(ColumnCount));
        cost.CopyTo(_cost.AsSpan(ColumnCount));
        ColumnCount += lower.Length;
        return ColumnCount - lower.Length;
    }

    /// <summary>Adds <paramref name="value"/> to the matrix element (row, column); several values for one element are summed.</summary>
    /// <exception cref="ArgumentException">No such row or column, or the value is not finite.</exception>
    public void AddEntry(int row, int column, double value)
    {
        RequireIndex(row, RowCount, nameof(row));
        RequireIndex(column, ColumnCount, nameof(column));
        RequireValue(value);
        _entries.Add(row, column, value);
    }

    /// <summary>Adds entries of one column, in any order of rows; several values for one element are summed.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">Their rows.</param>
    /// <param name="values">Their values, finite; as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, no such row or column, or a value is not finite. Nothing is added then.</exception>
    public void AddEntries(int column, ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        RequireIndex(column, ColumnCount, nameof(column));
        RequireEntries(rows, values);
        _entries.Add(column, rows, values);
    }

    /// <summary>Adds entries as triplets, in any order; several values for one element are summed.</summary>
    /// <param name="rows">Their rows.</param>
    /// <param name="columns">Their columns; as many.</param>
    /// <param name="values">Their values, finite; as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, no such row or column, or a value is not finite. Nothing is added then.</exception>
    public void AddEntries(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        RequireEntries(rows, values);
        if (columns.Length != rows.Length)
            throw new ArgumentException("There must be as many columns as rows.", nameof(columns));
        foreach (int column in columns)
            RequireIndex(column, ColumnCount, nameof(columns));
        _entries.Reserve(rows.Length);
        for (int k = 0; k < rows.Length; k++)
            _entries.Add(rows[k], columns[k], values[k]);
    }

    /// <summary>Replaces the bounds of a row.</summary>
    /// <exception cref="ArgumentException">No such row, a bound is NaN, or the bounds cross.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        RequireIndex(row, RowCount, nameof(row));
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _rowLower[row] = lower;
        _rowUpper[row] = upper;
    }

    /// <summary>Replaces the bounds of a column.</summary>
    /// <exception cref="ArgumentException">No such column, a bound is NaN, or the bounds cross.</exception>
    public void SetColumnBounds(int column, double lower, double upper)
    {
        RequireIndex(column, ColumnCount, nameof(column));
        Bounds.Normalise(lower, ref upper, nameof(lower));
        _columnLower[column] = lower;
        _columnUpper[column] = upper;
    }

    /// <summary>Replaces the cost of a column.</summary>
    /// <exception cref="ArgumentException">No such column, or the cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        RequireIndex(column, ColumnCount, nameof(column));
        RequireCost(cost);
        _cost[column] = cost;
    }

    /// <summary>Makes the program; the builder may go on being used and keeps nothing in common with it. Sums that are exactly zero are dropped.</summary>
    /// <exception cref="ArgumentException">Entries of one element overflow when summed.</exception>
    public LinearProgram Build() => new(
        _entries.ToMatrix(RowCount, ColumnCount),
        _cost[..ColumnCount],
        _costOffset,
        _columnLower[..ColumnCount],
        _columnUpper[..ColumnCount],
        _rowLower[..RowCount],
        _rowUpper[..RowCount]);

    /// <summary>
    /// Makes the program of the builder's own arrays, without copying what has its final length, and leaves the builder empty. Sums that are
    /// exactly zero are dropped.
    /// </summary>
    /// <exception cref="ArgumentException">Entries of one element overflow when summed.</exception>
    public LinearProgram BuildAndClear()
    {
        SparseMatrix matrix = _entries.TakeMatrix(RowCount, ColumnCount);
        var program = new LinearProgram(
            matrix,
            Take(ref _cost, ColumnCount),
            _costOffset,
            Take(ref _columnLower, ColumnCount),
            Take(ref _columnUpper, ColumnCount),
            Take(ref _rowLower, RowCount),
            Take(ref _rowUpper, RowCount));
        RowCount = 0;
        ColumnCount = 0;
        _costOffset = 0.0;
        return program;
    }

    private static double[] Room(int count) => count == 0 ? [] : GC.AllocateUninitializedArray<double>(count);

    private static double[] Take(ref double[] array, int count)
    {
        double[] taken = array;
        array = [];
        if (taken.Length != count)
            Array.Resize(ref taken, count);
        return taken;
    }

    private static void CopyBounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, Span<double> toLower, Span<double> toUpper)
    {
        for (int k = 0; k < lower.Length; k++)
        {
            double top = upper[k];
            Bounds.Normalise(lower[k], ref top, nameof(lower));
            toLower[k] = lower[k];
            toUpper[k] = top;
        }
    }

    private static void RequireLength(ReadOnlySpan<double> vector, int length, string parameterName)
    {
        if (vector.Length != length)
            throw new ArgumentException("The arrays must have the same length.", parameterName);
    }

    private static void RequireIndex(int index, int count, string parameterName)
    {
        if ((uint)index >= (uint)count)
            throw new ArgumentOutOfRangeException(parameterName, index, "There is no such row or column.");
    }

    private static void RequireValue(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException("Matrix values must be finite.", nameof(value));
    }

    private static void RequireCost(double cost)
    {
        if (!double.IsFinite(cost))
            throw new ArgumentException("Costs must be finite.", nameof(cost));
    }

    private void RequireEntries(ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        RequireLength(values, rows.Length, nameof(values));
        foreach (int row in rows)
            RequireIndex(row, RowCount, nameof(rows));
        foreach (double value in values)
            RequireValue(value);
    }

    private void GrowRows(int count)
    {
        int needed = checked(RowCount + count);
        if (needed <= _rowLower.Length)
            return;
        int room = EntryList.Larger(_rowLower.Length, needed);
        Array.Resize(ref _rowLower, room);
        Array.Resize(ref _rowUpper, room);
    }

    private void GrowColumns(int count)
    {
        int needed = checked(ColumnCount + count);
        if (needed <= _cost.Length)
            return;
        int room = EntryList.Larger(_cost.Length, needed);
        Array.Resize(ref _columnLower, room);
        Array.Resize(ref _columnUpper, room);
        Array.Resize(ref _cost, room);
    }
}
