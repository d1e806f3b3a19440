using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.SparseLu;

/// <summary>
/// What the pattern of a square matrix says about its LU factorisation: a maximum transversal brings nonzeros onto the diagonal, the strongly
/// connected blocks bring the matrix into block upper triangular form, approximate minimum degree on B + Bᵀ orders each block B. One analysis
/// serves all values of the pattern and any number of factors. T. A. Davis, E. Palamadai Natarajan, "Algorithm 907: KLU", ACM Trans. Math. Softw. 37 (2010) 36.
/// </summary>
public sealed class LuAnalysis
{
    private LuAnalysis(int size, int[] columnStart, int[] rowIndex, MaximumTransversal transversal)
    {
        Size = size;
        ColumnStart = columnStart;
        RowIndex = rowIndex;
        StructuralRank = transversal.Rank;
    }

    /// <summary>Rows and columns.</summary>
    public int Size { get; }

    /// <summary>First entry of each column; length <see cref="Size"/> + 1.</summary>
    public int[] ColumnStart { get; }

    /// <summary>Row of each entry.</summary>
    public int[] RowIndex { get; }

    /// <summary>Number of entries.</summary>
    public int NonzeroCount => ColumnStart[Size];

    /// <summary>Greatest rank that a matrix of this pattern can have; below <see cref="Size"/> it is singular whatever its values.</summary>
    public int StructuralRank { get; }

    /// <summary>Whether every matrix of this pattern is singular.</summary>
    public bool IsStructurallySingular => StructuralRank < Size;

    /// <summary>Number of diagonal blocks; 0 where the pattern is singular.</summary>
    public int BlockCount => BlockStart.Length - 1;

    /// <summary>Rows of the largest block.</summary>
    public int LargestBlock { get; private set; }

    /// <summary>Entries of L and U that are to be expected where pivots stay on the diagonal, both diagonals counted once.</summary>
    public long ExpectedNonzeros { get; private set; }

    /// <summary>Why the pattern is singular; null where it is not.</summary>
    public LuSingularity? Singularity { get; private set; }

    /// <summary>First place of each block, and the number of places last.</summary>
    internal int[] BlockStart { get; private set; } = [0];

    /// <summary>Row at each place, before pivoting.</summary>
    internal int[] RowOrder { get; private set; } = [];

    /// <summary>Column at each place.</summary>
    internal int[] ColumnOrder { get; private set; } = [];

    /// <summary>Entries of the diagonal blocks by place of the column.</summary>
    internal PlacedEntries Inside { get; private set; } = PlacedEntries.Empty;

    /// <summary>Entries above the diagonal blocks by place of the column.</summary>
    internal PlacedEntries Above { get; private set; } = PlacedEntries.Empty;

    /// <summary>Analyses the pattern of a matrix; its values are not looked at.</summary>
    /// <param name="matrix">A square matrix; its arrays are shared.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static LuAnalysis Analyze(SparseMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount != matrix.ColumnCount)
            throw new ArgumentException("The matrix must be square.", nameof(matrix));
        return Run(matrix.RowCount, matrix.ColumnStart, matrix.RowIndex);
    }

    /// <summary>Analyses a pattern of triplets.</summary>
    /// <param name="pattern">A square pattern; its arrays are shared.</param>
    /// <exception cref="ArgumentException">The pattern is not square.</exception>
    public static LuAnalysis Analyze(TripletPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.RowCount != pattern.ColumnCount)
            throw new ArgumentException("The pattern must be square.", nameof(pattern));
        return Run(pattern.RowCount, pattern.ColumnStart, pattern.RowIndex);
    }

    private static LuAnalysis Run(int n, int[] columnStart, int[] rowIndex)
    {
        var transversal = MaximumTransversal.Find(n, columnStart, rowIndex);
        var analysis = new LuAnalysis(n, columnStart, rowIndex, transversal);
        SparseMatrix byRows = SparseMatrix.Trusted(n, columnStart, rowIndex, []).TransposedPattern();
        if (analysis.IsStructurallySingular)
            analysis.Singularity = Deficiency(transversal, byRows);
        else
            analysis.Order(transversal, byRows);
        return analysis;
    }

    private static LuSingularity Deficiency(MaximumTransversal transversal, SparseMatrix byRows)
    {
        int column = Array.IndexOf(transversal.RowOfColumn, -1);
        var transposed = MaximumTransversal.Find(byRows.RowCount, byRows.ColumnStart, byRows.RowIndex);
        int row = Array.IndexOf(transposed.RowOfColumn, -1);
        return new LuSingularity(true, column, row, transversal.DeficientColumns(column), [], transposed.DeficientColumns(row), []);
    }

    private void Order(MaximumTransversal transversal, SparseMatrix byRows)
    {
        // Vertex j stands for column j and its row. It depends on the columns of the rows it has entries in, so that those come before it:
        // block upper triangular.
        var dependency = new int[NonzeroCount];
        for (int p = 0; p < dependency.Length; p++)
            dependency[p] = transversal.ColumnOfRow[RowIndex[p]];
        var sets = new StronglyConnectedSets(Size);
        sets.Find(ColumnStart, dependency);
        BlockStart = new int[sets.Count + 1];
        RowOrder = new int[Size];
        ColumnOrder = new int[Size];
        var ordering = new BlockOrdering(ColumnStart, dependency, byRows, transversal.RowOfColumn);
        for (int b = 0; b < sets.Count; b++)
        {
            ReadOnlySpan<int> members = sets.Members(b);
            int begin = BlockStart[b];
            BlockStart[b + 1] = begin + members.Length;
            LargestBlock = Math.Max(LargestBlock, members.Length);
            ExpectedNonzeros += ordering.Order(members, ColumnOrder.AsSpan(begin, members.Length));
        }

        for (int k = 0; k < Size; k++)
            RowOrder[k] = transversal.RowOfColumn[ColumnOrder[k]];
        Place();
    }

    private void Place()
    {
        int[] rowPlace = Permutation.Invert(RowOrder);
        var block = new int[Size];
        for (int b = 0; b < BlockCount; b++)
            Array.Fill(block, BlockStart[b], BlockStart[b], BlockStart[b + 1] - BlockStart[b]);
        Inside = PlacedEntries.Select(this, rowPlace, block, inside: true);
        Above = PlacedEntries.Select(this, rowPlace, block, inside: false);
    }
}
