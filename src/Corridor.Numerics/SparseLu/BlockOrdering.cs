using Corridor.Numerics.Ordering;
using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.SparseLu;

/// <summary>Orders the members of a block for little fill by approximate minimum degree on the pattern of B + Bᵀ, in a postorder.</summary>
internal sealed class BlockOrdering
{
    private readonly int[] _start;
    private readonly int[] _dependency;
    private readonly SparseMatrix _byRows;
    private readonly int[] _rowOfColumn;
    private readonly int[] _local;
    private readonly int[] _mark;

    /// <param name="columnStart">First entry of each column.</param>
    /// <param name="dependency">For each entry the column that is matched to its row.</param>
    /// <param name="byRows">The pattern by rows.</param>
    /// <param name="rowOfColumn">The row matched to each column.</param>
    internal BlockOrdering(int[] columnStart, int[] dependency, SparseMatrix byRows, int[] rowOfColumn)
    {
        _start = columnStart;
        _dependency = dependency;
        _byRows = byRows;
        _rowOfColumn = rowOfColumn;
        _local = new int[rowOfColumn.Length];
        Array.Fill(_local, -1);
        _mark = new int[rowOfColumn.Length];
    }

    /// <summary>Orders a block.</summary>
    /// <param name="members">Its columns.</param>
    /// <param name="order">Receives them in order.</param>
    /// <returns>Entries of its L and U where pivots stay on the diagonal.</returns>
    internal long Order(ReadOnlySpan<int> members, Span<int> order)
    {
        int n = members.Length;
        if (n <= 2)
        {
            members.CopyTo(order);
            return n * n;
        }

        for (int k = 0; k < n; k++)
            _local[members[k]] = k;
        SymmetricGraph graph = Graph(members);
        FillReducingOrdering ordering = FillReducingOrdering.Measure("minimum degree", graph, ApproximateMinimumDegree.Order(graph));
        for (int k = 0; k < n; k++)
            order[k] = members[ordering.Order[k]];
        for (int k = 0; k < n; k++)
            _local[members[k]] = -1;
        return (2 * ordering.Nonzeros) - n;
    }

    private SymmetricGraph Graph(ReadOnlySpan<int> members)
    {
        var start = new int[members.Length + 1];
        int bound = 0;
        foreach (int j in members)
            bound += _start[j + 1] - _start[j] + _byRows.ColumnStart[_rowOfColumn[j] + 1] - _byRows.ColumnStart[_rowOfColumn[j]];
        var neighbour = new int[bound];
        int at = 0;
        for (int k = 0; k < members.Length; k++)
        {
            int j = members[k];
            _mark[j] = j + 1;
            for (int p = _start[j]; p < _start[j + 1]; p++)
                Add(_dependency[p], j, neighbour, ref at);
            int row = _rowOfColumn[j];
            for (int p = _byRows.ColumnStart[row]; p < _byRows.ColumnStart[row + 1]; p++)
                Add(_byRows.RowIndex[p], j, neighbour, ref at);
            start[k + 1] = at;
        }

        return new SymmetricGraph(start, neighbour);
    }

    private void Add(int other, int j, int[] neighbour, ref int at)
    {
        if (_local[other] < 0 || _mark[other] == j + 1)
            return;
        _mark[other] = j + 1;
        neighbour[at++] = _local[other];
    }
}
