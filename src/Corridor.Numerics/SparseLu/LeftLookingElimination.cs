namespace Corridor.Numerics.SparseLu;

/// <summary>
/// Factorises the diagonal blocks column by column with row interchanges. The pattern of a column is found by depth-first search in the graph of L
/// (J. R. Gilbert, T. Peierls, "Sparse partial pivoting in time proportional to arithmetic operations", SIAM J. Sci. Stat. Comput. 9 (1988) 862–874),
/// which symmetric pruning keeps small (S. C. Eisenstat, J. W. H. Liu, "Exploiting structural symmetry in unsymmetric sparse symbolic factorization",
/// SIAM J. Matrix Anal. Appl. 13 (1992) 202–211). The entry on the diagonal is preferred as pivot.
/// </summary>
internal sealed unsafe class LeftLookingElimination
{
    private const double RoundingUnit = 1.0 / (1L << 52);

    private readonly LuAnalysis _analysis;
    private readonly LuStore _store;
    private readonly LuSettings _settings;
    private readonly double[] _rowScale;
    private readonly double[] _x;

    // The search: columns that have been reached, in an order of their dependencies, from the end of _reached.
    private readonly int[] _flag;
    private readonly int[] _path;
    private readonly int[] _next;
    private readonly int[] _reached;

    // Number of entries of each column of L that the search has to look at; −1 where it is not pruned.
    private readonly int[] _pruned;

    // The row that counts as diagonal of each column, and its inverse.
    private readonly int[] _diagonalRow;
    private readonly int[] _diagonalColumn;

    private int _lower;
    private int _upper;

    /// <param name="analysis">The analysis.</param>
    /// <param name="store">Receives the factors.</param>
    /// <param name="settings">How pivots are chosen.</param>
    /// <param name="rowScale">Scale of the row at each place of the analysis.</param>
    /// <param name="x">Workspace of zeros, one element a place; zeros again afterwards.</param>
    internal LeftLookingElimination(LuAnalysis analysis, LuStore store, LuSettings settings, double[] rowScale, double[] x)
    {
        _analysis = analysis;
        _store = store;
        _settings = settings;
        _rowScale = rowScale;
        _x = x;
        int n = x.Length;
        _flag = new int[n];
        _path = new int[n];
        _next = new int[n];
        _reached = new int[n];
        _pruned = new int[n];
        _diagonalRow = new int[n];
        _diagonalColumn = new int[n];
    }

    /// <summary>Place of the column where the factorisation stopped.</summary>
    internal int StoppedAt { get; private set; }

    /// <summary>Number of pivots that are not on the diagonal.</summary>
    internal int OffDiagonalPivots { get; private set; }

    /// <summary>Number of columns whose candidates were all zero; each got a tiny pivot.</summary>
    internal int ReplacedPivots { get; private set; }

    /// <summary>Least share of the greatest given entry of its column that a pivot has; a small one makes the matrix suspect of being singular.</summary>
    internal double LeastShare { get; private set; }

    /// <summary>Place of the column with that share.</summary>
    internal int WeakestPlace { get; private set; }

    internal LuStatus Run(ReadOnlySpan<double> values)
    {
        int n = _x.Length;
        _lower = 0;
        _upper = 0;
        OffDiagonalPivots = 0;
        ReplacedPivots = 0;
        LeastShare = double.PositiveInfinity;
        WeakestPlace = -1;
        Array.Clear(_flag);
        Array.Fill(_pruned, -1);
        Array.Fill(_store.Place, -1);
        for (int k = 0; k < n; k++)
        {
            _diagonalRow[k] = k;
            _diagonalColumn[k] = k;
        }

        int[] blockStart = _analysis.BlockStart;
        for (int b = 0; b + 1 < blockStart.Length; b++)
        {
            int begin = blockStart[b];
            int end = blockStart[b + 1];
            int firstOfLower = _lower;
            for (int k = begin; k < end; k++)
            {
                _store.LowerStart[k] = _lower;
                _store.UpperStart[k] = _upper;
                _store.Reserve(_lower, _upper, end - begin);
                LuStatus status = Column(k, values);
                if (status != LuStatus.Factorized)
                {
                    StoppedAt = k;
                    return status;
                }
            }

            for (int p = firstOfLower; p < _lower; p++)
                _store.LowerIndex[p] = _store.Place[_store.LowerIndex[p]];
        }

        _store.LowerStart[n] = _lower;
        _store.UpperStart[n] = _upper;
        return LuStatus.Factorized;
    }

    private LuStatus Column(int k, ReadOnlySpan<double> values)
    {
        int first = _lower;
        double greatestGiven = 0.0;
        int top = _x.Length;
        PlacedEntries inside = _analysis.Inside;
        for (int p = inside.Start[k]; p < inside.Start[k + 1]; p++)
        {
            int row = inside.Row[p];
            double value = values[inside.Slot[p]] * _rowScale[row];
            _x[row] = value;
            greatestGiven = Math.Max(greatestGiven, Math.Abs(value));
            if (_flag[row] == k + 1)
                continue;
            if (_store.Place[row] < 0)
                Touch(row, k);
            else
                top = Search(row, k, top);
        }

        Eliminate(top);
        int chosen = Choose(k, first, greatestGiven);
        if (chosen < 0)
        {
            for (int p = first; p < _lower; p++)
                _x[_store.LowerIndex[p]] = 0.0;
            return LuStatus.NotFinite;
        }

        Divide(k, first, chosen);
        Prune(k, top);
        return LuStatus.Factorized;
    }

    private void Touch(int row, int k)
    {
        _flag[row] = k + 1;
        _store.LowerIndex[_lower++] = row;
    }

    /// <summary>All columns that a pivot row leads to, without recursion.</summary>
    private int Search(int root, int k, int top)
    {
        int[] place = _store.Place;
        int[] index = _store.LowerIndex;
        int[] start = _store.LowerStart;
        int depth = 0;
        _flag[root] = k + 1;
        _path[0] = place[root];
        _next[0] = Length(place[root]);
        while (depth >= 0)
        {
            int column = _path[depth];
            int begin = start[column];
            int p = _next[depth];
            bool descended = false;
            while (--p >= 0)
            {
                int row = index[begin + p];
                if (_flag[row] == k + 1)
                    continue;
                if (place[row] < 0)
                {
                    Touch(row, k);
                    continue;
                }

                _flag[row] = k + 1;
                _next[depth] = p;
                _path[++depth] = place[row];
                _next[depth] = Length(place[row]);
                descended = true;
                break;
            }

            if (!descended)
            {
                depth--;
                _reached[--top] = column;
            }
        }

        return top;
    }

    private int Length(int column) => _pruned[column] >= 0 ? _pruned[column] : _store.LowerStart[column + 1] - _store.LowerStart[column];

    /// <summary>x ← L⁻¹x over the pattern found; the entries of U are stored.</summary>
    private void Eliminate(int top)
    {
        fixed (int* lowerIndex = _store.LowerIndex, lowerStart = _store.LowerStart, upperIndex = _store.UpperIndex, rowAt = _store.RowAt, reached = _reached)
        fixed (double* lowerValue = _store.LowerValue, upperValue = _store.UpperValue, x = _x)
        {
            for (int s = top; s < _reached.Length; s++)
            {
                int j = reached[s];
                int row = rowAt[j];
                double xj = x[row];
                x[row] = 0.0;
                upperIndex[_upper] = j;
                upperValue[_upper++] = xj;
                if (xj == 0.0)
                    continue;
                int end = lowerStart[j + 1];
                for (int p = lowerStart[j]; p < end; p++)
                    x[lowerIndex[p]] -= lowerValue[p] * xj;
            }
        }
    }

    /// <summary>Chooses the pivot among the rows that are none yet; there is one, since the pattern has a transversal.</summary>
    /// <param name="k">Place of the column.</param>
    /// <param name="first">First of its entries below.</param>
    /// <param name="greatestGiven">Greatest absolute value of the column before elimination.</param>
    /// <returns>Its position in the store; −1 where a number is not finite.</returns>
    private int Choose(int k, int first, double greatestGiven)
    {
        int diagonal = -1;
        int chosen = first;
        double greatest = 0.0;
        for (int p = first; p < _lower; p++)
        {
            int row = _store.LowerIndex[p];
            double size = Math.Abs(_x[row]);
            if (!(size <= double.MaxValue))
                return -1;
            if (row == _diagonalRow[k])
                diagonal = p;
            if (size > greatest)
            {
                greatest = size;
                chosen = p;
            }
        }

        if (diagonal >= 0 && Math.Abs(_x[_diagonalRow[k]]) >= _settings.PivotThreshold * greatest)
            chosen = diagonal;
        double unit = greatestGiven > 0.0 ? greatestGiven : 1.0;
        if (greatest == 0.0)
        {
            // The column depends on those before it. A tiny pivot lets the factors be finished; they tell on what.
            ReplacedPivots++;
            _x[_store.LowerIndex[chosen]] = unit * RoundingUnit;
        }

        double share = Math.Abs(_x[_store.LowerIndex[chosen]]) / unit;
        if (share < LeastShare)
        {
            LeastShare = share;
            WeakestPlace = k;
        }

        return chosen;
    }

    private void Divide(int k, int first, int chosen)
    {
        int[] index = _store.LowerIndex;
        int row = index[chosen];
        double pivot = _x[row];
        _x[row] = 0.0;
        index[chosen] = index[--_lower];
        for (int p = first; p < _lower; p++)
        {
            int i = index[p];
            _store.LowerValue[p] = _x[i] / pivot;
            _x[i] = 0.0;
        }

        _store.LowerStart[k + 1] = _lower;
        _store.UpperStart[k + 1] = _upper;
        _store.Diagonal[k] = pivot;
        _store.RowAt[k] = row;
        _store.Place[row] = k;
        int diagonal = _diagonalRow[k];
        if (row == diagonal)
            return;

        // The column that loses its diagonal row takes over the one that was not used.
        OffDiagonalPivots++;
        int loser = _diagonalColumn[row];
        _diagonalRow[loser] = diagonal;
        _diagonalColumn[diagonal] = loser;
        _diagonalRow[k] = row;
        _diagonalColumn[row] = k;
    }

    /// <summary>
    /// Where both u_jk and l_kj are entries, later searches find through column k what they would find in column j below row k: column j
    /// is cut behind its rows that are pivots already.
    /// </summary>
    private void Prune(int k, int top)
    {
        int pivotRow = _store.RowAt[k];
        int[] index = _store.LowerIndex;
        double[] value = _store.LowerValue;
        int[] place = _store.Place;
        for (int s = top; s < _reached.Length; s++)
        {
            int j = _reached[s];
            if (_pruned[j] >= 0)
                continue;
            int begin = _store.LowerStart[j];
            int end = _store.LowerStart[j + 1];
            if (Array.IndexOf(index, pivotRow, begin, end - begin) < 0)
                continue;
            int head = begin;
            int tail = end;
            while (head < tail)
            {
                if (place[index[head]] >= 0)
                {
                    head++;
                    continue;
                }

                tail--;
                (index[head], index[tail]) = (index[tail], index[head]);
                (value[head], value[tail]) = (value[tail], value[head]);
            }

            _pruned[j] = head - begin;
        }
    }
}
