namespace Corridor.Numerics.Sparse;

/// <summary>
/// A real matrix in compressed sparse column form: the entries of column <c>j</c> stand at positions
/// <c>ColumnStart[j] … ColumnStart[j+1]−1</c>, rows strictly ascending, no duplicates.
/// </summary>
public sealed class SparseMatrix
{
    /// <summary>Takes the arrays over without copying them.</summary>
    /// <param name="rowCount">Rows, ≥ 0.</param>
    /// <param name="columnCount">Columns, ≥ 0.</param>
    /// <param name="columnStart">Length <paramref name="columnCount"/> + 1, ascending, first element 0.</param>
    /// <param name="rowIndex">Row of each entry; at least <c>columnStart[^1]</c> long.</param>
    /// <param name="value">Value of each entry; as long as <paramref name="rowIndex"/>.</param>
    /// <exception cref="ArgumentException">The arrays do not describe such a matrix, or a value is not finite.</exception>
    public SparseMatrix(int rowCount, int columnCount, int[] columnStart, int[] rowIndex, double[] value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        if (columnStart.Length != columnCount + 1 || columnStart[0] != 0)
            throw new ArgumentException("ColumnStart must have one element more than there are columns and begin with 0.", nameof(columnStart));
        int count = columnStart[columnCount];
        if (rowIndex.Length < count || value.Length < count)
            throw new ArgumentException("RowIndex and Value must hold every entry that ColumnStart announces.", nameof(rowIndex));
        for (int j = 0; j < columnCount; j++)
        {
            if (columnStart[j + 1] < columnStart[j])
                throw new ArgumentException("ColumnStart must ascend.", nameof(columnStart));
            int previous = -1;
            for (int k = columnStart[j]; k < columnStart[j + 1]; k++)
            {
                if (rowIndex[k] <= previous || rowIndex[k] >= rowCount)
                    throw new ArgumentException("Rows must be inside the matrix and strictly ascend within each column.", nameof(rowIndex));
                if (!double.IsFinite(value[k]))
                    throw new ArgumentException("Every value must be finite.", nameof(value));
                previous = rowIndex[k];
            }
        }

        RowCount = rowCount;
        ColumnCount = columnCount;
        ColumnStart = columnStart;
        RowIndex = rowIndex;
        Value = value;
    }

    private SparseMatrix(int[] columnStart, int[] rowIndex, double[] value, int rowCount)
    {
        RowCount = rowCount;
        ColumnCount = columnStart.Length - 1;
        ColumnStart = columnStart;
        RowIndex = rowIndex;
        Value = value;
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of stored entries.</summary>
    public int NonzeroCount => ColumnStart[ColumnCount];

    /// <summary>First entry of each column; length <see cref="ColumnCount"/> + 1.</summary>
    public int[] ColumnStart { get; }

    /// <summary>Row of each entry.</summary>
    public int[] RowIndex { get; }

    /// <summary>Value of each entry.</summary>
    public double[] Value { get; }

    /// <summary>result = A x.</summary>
    /// <param name="x">Length <see cref="ColumnCount"/>.</param>
    /// <param name="result">Length <see cref="RowCount"/>; overwritten.</param>
    public void Multiply(ReadOnlySpan<double> x, Span<double> result)
    {
        result.Clear();
        for (int j = 0; j < ColumnCount; j++)
        {
            double xj = x[j];
            if (xj == 0.0)
                continue;
            for (int k = ColumnStart[j]; k < ColumnStart[j + 1]; k++)
                result[RowIndex[k]] += Value[k] * xj;
        }
    }

    /// <summary>result = Aᵀ y.</summary>
    /// <param name="y">Length <see cref="RowCount"/>.</param>
    /// <param name="result">Length <see cref="ColumnCount"/>; overwritten.</param>
    public void MultiplyTransposed(ReadOnlySpan<double> y, Span<double> result)
    {
        for (int j = 0; j < ColumnCount; j++)
        {
            double sum = 0.0;
            for (int k = ColumnStart[j]; k < ColumnStart[j + 1]; k++)
                sum += Value[k] * y[RowIndex[k]];
            result[j] = sum;
        }
    }

    /// <summary>The transposed matrix; linear in the number of entries.</summary>
    public SparseMatrix Transpose()
    {
        (int[] start, int[] index, int[] source) = Transposition();
        double[] value = new double[source.Length];
        for (int k = 0; k < value.Length; k++)
            value[k] = Value[source[k]];
        return new SparseMatrix(start, index, value, ColumnCount);
    }

    /// <summary>The transposed matrix, and for each of its entries the place of the same entry in this one.</summary>
    internal SparseMatrix Transpose(out int[] source)
    {
        (int[] start, int[] index, source) = Transposition();
        double[] value = new double[source.Length];
        for (int k = 0; k < value.Length; k++)
            value[k] = Value[source[k]];
        return new SparseMatrix(start, index, value, ColumnCount);
    }

    /// <summary>The pattern of the transposed matrix: its values are absent.</summary>
    internal SparseMatrix TransposedPattern()
    {
        (int[] start, int[] index, _) = Transposition(withSource: false);
        return new SparseMatrix(start, index, [], ColumnCount);
    }

    /// <summary>Takes arrays over that are known to describe a matrix.</summary>
    internal static SparseMatrix Trusted(int rowCount, int[] columnStart, int[] rowIndex, double[] value) =>
        new(columnStart, rowIndex, value, rowCount);

    private (int[] Start, int[] Index, int[] Source) Transposition(bool withSource = true)
    {
        int[] start = new int[RowCount + 1];
        int count = NonzeroCount;
        for (int k = 0; k < count; k++)
            start[RowIndex[k] + 1]++;
        for (int i = 0; i < RowCount; i++)
            start[i + 1] += start[i];
        int[] next = start.AsSpan(0, RowCount).ToArray();
        int[] index = new int[count];
        int[] source = withSource ? new int[count] : [];
        for (int j = 0; j < ColumnCount; j++)
        {
            for (int k = ColumnStart[j]; k < ColumnStart[j + 1]; k++)
            {
                int position = next[RowIndex[k]]++;
                index[position] = j;
                if (withSource)
                    source[position] = k;
            }
        }

        return (start, index, source);
    }
}
