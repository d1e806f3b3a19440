using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.SparseLu;

/// <summary>
/// The pattern of a matrix that is assembled from triplets (row, column, value), built once; each triplet knows the slot of its entry, so that
/// an assembly adds its values straight into place. Triplets of one place share a slot.
/// </summary>
public sealed class TripletPattern
{
    private TripletPattern(int rowCount, int columnCount, int[] columnStart, int[] rowIndex, int[] slot)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        ColumnStart = columnStart;
        RowIndex = rowIndex;
        Slot = slot;
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of entries, those of triplets of one place counted once.</summary>
    public int NonzeroCount => RowIndex.Length;

    /// <summary>First entry of each column; length <see cref="ColumnCount"/> + 1.</summary>
    public int[] ColumnStart { get; }

    /// <summary>Row of each entry, strictly ascending within each column.</summary>
    public int[] RowIndex { get; }

    /// <summary>For each triplet the entry that its value belongs to, in 0 … <see cref="NonzeroCount"/> − 1.</summary>
    public int[] Slot { get; }

    /// <summary>Builds the pattern; linear in the numbers of triplets, rows and columns.</summary>
    /// <param name="rowCount">Rows, ≥ 0.</param>
    /// <param name="columnCount">Columns, ≥ 0.</param>
    /// <param name="rows">Row of each triplet.</param>
    /// <param name="columns">Column of each triplet; as long as <paramref name="rows"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a triplet is outside the matrix.</exception>
    public static TripletPattern Build(int rowCount, int columnCount, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        if (rows.Length != columns.Length)
            throw new ArgumentException("There must be as many columns as rows.", nameof(columns));

        // Two counting sorts, by row and then by column: within a column the rows ascend.
        int[] byRow = SortedBy(rows, rowCount, null, nameof(rows));
        int[] byColumn = SortedBy(columns, columnCount, byRow, nameof(columns));
        var slot = new int[rows.Length];
        var rowIndex = new int[rows.Length];
        var columnStart = new int[columnCount + 1];
        int count = 0;
        int lastRow = -1;
        int lastColumn = -1;
        foreach (int t in byColumn)
        {
            if (rows[t] != lastRow || columns[t] != lastColumn)
            {
                lastRow = rows[t];
                lastColumn = columns[t];
                columnStart[lastColumn + 1]++;
                rowIndex[count++] = lastRow;
            }

            slot[t] = count - 1;
        }

        for (int j = 0; j < columnCount; j++)
            columnStart[j + 1] += columnStart[j];
        return new TripletPattern(rowCount, columnCount, columnStart, rowIndex.AsSpan(0, count).ToArray(), slot);
    }

    /// <summary>values[Slot[t]] += tripletValues[t], after clearing.</summary>
    /// <param name="tripletValues">One value a triplet.</param>
    /// <param name="values">Length <see cref="NonzeroCount"/>; overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Assemble(ReadOnlySpan<double> tripletValues, Span<double> values)
    {
        if (tripletValues.Length != Slot.Length)
            throw new ArgumentException("There must be one value a triplet.", nameof(tripletValues));
        if (values.Length != NonzeroCount)
            throw new ArgumentException("There must be one value an entry.", nameof(values));
        values.Clear();
        for (int t = 0; t < tripletValues.Length; t++)
            values[Slot[t]] += tripletValues[t];
    }

    /// <summary>The matrix of this pattern with given values; the arrays are shared.</summary>
    /// <param name="values">Length <see cref="NonzeroCount"/>.</param>
    /// <exception cref="ArgumentException">The length is wrong, or a value is not finite.</exception>
    public SparseMatrix ToMatrix(double[] values) => new(RowCount, ColumnCount, ColumnStart, RowIndex, values);

    private static int[] SortedBy(ReadOnlySpan<int> key, int count, int[]? order, string name)
    {
        var next = new int[count + 1];
        foreach (int k in key)
        {
            if ((uint)k >= (uint)count)
                throw new ArgumentException("A triplet is outside the matrix.", name);
            next[k + 1]++;
        }

        for (int k = 0; k < count; k++)
            next[k + 1] += next[k];
        var sorted = new int[key.Length];
        for (int p = 0; p < key.Length; p++)
        {
            int t = order is null ? p : order[p];
            sorted[next[key[t]]++] = t;
        }

        return sorted;
    }
}
