namespace Corridor.Numerics.SparseLu;

/// <summary>
/// A largest set of entries no two of which share a row or a column. I. S. Duff, "On algorithms for obtaining a maximum transversal", ACM Trans.
/// Math. Softw. 7 (1981) 315–330: depth-first search for augmenting paths with a look-ahead; entries on the diagonal are taken first.
/// </summary>
internal sealed class MaximumTransversal
{
    private readonly int[] _start;
    private readonly int[] _row;
    private readonly int[] _columnOfRow;
    private readonly int[] _cheap;
    private readonly int[] _next;
    private readonly int[] _path;
    private readonly int[] _via;
    private readonly int[] _mark;

    private MaximumTransversal(int size, int[] columnStart, int[] rowIndex)
    {
        _start = columnStart;
        _row = rowIndex;
        _columnOfRow = new int[size];
        Array.Fill(_columnOfRow, -1);
        RowOfColumn = new int[size];
        Array.Fill(RowOfColumn, -1);
        _cheap = columnStart.AsSpan(0, size).ToArray();
        _next = new int[size];
        _path = new int[size];
        _via = new int[size];
        _mark = new int[size];
    }

    /// <summary>Row matched to each column; −1 for none.</summary>
    internal int[] RowOfColumn { get; }

    /// <summary>Column matched to each row; −1 for none.</summary>
    internal int[] ColumnOfRow => _columnOfRow;

    /// <summary>Number of matched columns.</summary>
    internal int Rank { get; private set; }

    internal static MaximumTransversal Find(int size, int[] columnStart, int[] rowIndex)
    {
        var transversal = new MaximumTransversal(size, columnStart, rowIndex);
        transversal.TakeDiagonal();
        for (int j = 0; j < size; j++)
        {
            if (transversal.RowOfColumn[j] < 0)
                transversal.Augment(j);
        }

        return transversal;
    }

    /// <summary>
    /// From an unmatched column all columns that alternating paths reach: k of them, whose entries stand in k − 1 rows (Hall's theorem); that column first.
    /// </summary>
    internal List<int> DeficientColumns(int column)
    {
        List<int> reached = [column];
        bool[] seen = new bool[_columnOfRow.Length];
        seen[column] = true;
        for (int k = 0; k < reached.Count; k++)
        {
            for (int p = _start[reached[k]]; p < _start[reached[k] + 1]; p++)
            {
                int other = _columnOfRow[_row[p]];
                if (other >= 0 && !seen[other])
                {
                    seen[other] = true;
                    reached.Add(other);
                }
            }
        }

        return reached;
    }

    private void TakeDiagonal()
    {
        for (int j = 0; j < RowOfColumn.Length; j++)
        {
            if (Array.BinarySearch(_row, _start[j], _start[j + 1] - _start[j], j) >= 0)
            {
                RowOfColumn[j] = j;
                _columnOfRow[j] = j;
                Rank++;
            }
        }
    }

    private void Augment(int root)
    {
        int depth = 0;
        _path[0] = root;
        _mark[root] = root + 1;
        _next[root] = _start[root];
        while (depth >= 0)
        {
            int j = _path[depth];
            int free = FreeRow(j);
            if (free >= 0)
            {
                Shift(depth, free);
                Rank++;
                return;
            }

            bool descended = false;
            while (_next[j] < _start[j + 1])
            {
                int i = _row[_next[j]++];
                int other = _columnOfRow[i];
                if (_mark[other] == root + 1)
                    continue;
                _mark[other] = root + 1;
                _next[other] = _start[other];
                _via[depth] = i;
                _path[++depth] = other;
                descended = true;
                break;
            }

            if (!descended)
                depth--;
        }
    }

    /// <summary>A row of the column that is not matched; each entry is looked at once in all searches, for matched rows stay matched.</summary>
    private int FreeRow(int j)
    {
        while (_cheap[j] < _start[j + 1])
        {
            int i = _row[_cheap[j]++];
            if (_columnOfRow[i] < 0)
                return i;
        }

        return -1;
    }

    private void Shift(int depth, int free)
    {
        for (int d = depth; d >= 0; d--)
        {
            int i = d == depth ? free : _via[d];
            RowOfColumn[_path[d]] = i;
            _columnOfRow[i] = _path[d];
        }
    }
}
