namespace Corridor.Numerics.Simplex;

/// <summary>
/// A factorised basis B = L U with the exchanges since. Rows that hold or columns that are held by a single entry are peeled off first;
/// the rest is eliminated by Markowitz' rule. Columns that turn out dependent give way to row activities.
/// A basic variable is known by the row it pivots on, so that every solve happens in one vector.
/// </summary>
internal sealed class BasisFactor
{
    /// <summary>A pivot below this is taken for zero: the column depends on the others.</summary>
    private const double SmallestPivot = 1e-9;

    /// <summary>The new pivot of an exchange, computed in two ways, may differ by this part.</summary>
    private const double AccuracyLimit = 1e-6;

    private readonly int _rows;
    private readonly SingletonPeel _peel;
    private readonly MarkowitzElimination _nucleus;
    private readonly Action<int, int, double> _pivoted;
    private readonly ReachSearch _reach;
    private readonly TriangularPart _lowerByColumn;
    private readonly TriangularPart _lowerByRow;
    private readonly UpperFactor _upper;
    private readonly RowEtas _updates;
    private readonly IndexedVector _spike;
    private readonly int[] _lowerSequence;
    private readonly int[] _lowerRows;
    private int[] _rejected = [];
    private int _lowerLength;
    private int _lowerRowLength;
    private long _factorNonzeros;
    private bool _unstable;

    internal BasisFactor(SimplexForm form, int updateLimit)
    {
        _rows = form.RowCount;
        _peel = new SingletonPeel(form);
        _nucleus = new MarkowitzElimination(_rows);
        _pivoted = (row, column, value) => _peel.Pivot(row, column, value);
        _reach = new ReachSearch(_rows);
        _lowerByColumn = new TriangularPart(_rows);
        _lowerByRow = new TriangularPart(_rows);
        _upper = new UpperFactor(_rows, updateLimit);
        _updates = new RowEtas(updateLimit);
        _spike = new IndexedVector(_rows);
        _lowerSequence = new int[_rows];
        _lowerRows = new int[_rows];
    }

    /// <summary>Candidates of the last factorisation that got no pivot, in the order given.</summary>
    internal ReadOnlySpan<int> Rejected => _rejected.AsSpan(0, RejectedCount);

    internal int RejectedCount { get; private set; }

    /// <summary>Rows of the last factorisation that their own activity had to cover without being a candidate.</summary>
    internal int CoveredRows { get; private set; }

    /// <summary>Factorisations so far.</summary>
    internal int Factorizations { get; private set; }

    /// <summary>Nonzeros of the last L and U.</summary>
    internal long Nonzeros => _factorNonzeros;

    internal int UpdateCount => _updates.Count;

    /// <summary>Whether new factors would be cheaper than the exchanges gathered, or are needed for accuracy.</summary>
    internal bool IsWorn => _unstable || _updates.IsFull
        || _updates.Nonzeros + (long)_lowerByColumn.Count + _upper.Count + _rows > (2 * _factorNonzeros) + 1000;

    /// <summary>
    /// Factorises as many of the candidate variables as are independent and covers the rows left by their activities.
    /// </summary>
    /// <param name="candidates">Variables, in order of preference among equals; more or fewer than rows are allowed.</param>
    /// <param name="head">Receives the basic variable of each row.</param>
    internal void Factorize(ReadOnlySpan<int> candidates, int[] head)
    {
        Factorizations++;
        _updates.Clear();
        _unstable = false;
        _nucleus.Begin(candidates.Length, SmallestPivot);
        _peel.Run(candidates, _nucleus, SmallestPivot);
        _nucleus.Run(_peel.ActiveRows, _peel.ActiveColumns, _pivoted);
        CoveredRows = _peel.CoverRows();
        _peel.WriteHead(candidates, head);
        CollectRejected(candidates);
        AssembleLower();
        AssembleUpper();
        _factorNonzeros = (long)_lowerByColumn.Count + _upper.Count + _rows;
    }

    /// <summary>Solves B x = v in place.</summary>
    internal void Ftran(IndexedVector v)
    {
        SolveLower(v);
        _upper.Solve(v, _reach);
    }

    /// <summary>The same for a column about to enter the basis: what <see cref="Update"/> needs is kept.</summary>
    internal void FtranEntering(IndexedVector v)
    {
        SolveLower(v);
        _spike.CopyFrom(v);
        _upper.Solve(v, _reach);
    }

    /// <summary>Solves Bᵀ y = v in place.</summary>
    internal void Btran(IndexedVector v)
    {
        _upper.SolveTransposed(v, _reach);
        _updates.Backward(v);
        if (_lowerRowLength > 0)
            _lowerByRow.Solve(v, _lowerRows, _lowerRowLength, reverse: true, null, _reach);
    }

    /// <summary>Exchanges the basic variable of a row for the one whose column was last given to <see cref="FtranEntering"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="pivot">The element of that column, in terms of the basis, in the row.</param>
    internal void Update(int row, double pivot)
    {
        double expected = pivot * _upper.Pivot(row);
        double actual = _upper.Replace(row, _spike, _updates, _reach);
        _unstable = Math.Abs(actual - expected) > AccuracyLimit * Math.Abs(expected) || Math.Abs(actual) < SmallestPivot;
    }

    private void SolveLower(IndexedVector v)
    {
        if (_lowerLength > 0)
            _lowerByColumn.Solve(v, _lowerSequence, _lowerLength, reverse: false, null, _reach);
        _updates.Forward(v);
    }

    private void CollectRejected(ReadOnlySpan<int> candidates)
    {
        if (_rejected.Length < candidates.Length)
            _rejected = new int[candidates.Length];
        RejectedCount = 0;
        for (int c = 0; c < candidates.Length; c++)
        {
            if (_peel.PivotRow(c) < 0)
                _rejected[RejectedCount++] = candidates[c];
        }
    }

    private void AssembleLower()
    {
        EntryList lower = _nucleus.Lower;
        _lowerByColumn.Assemble(lower.Count, lower.From, lower.To, lower.Value);
        _lowerByRow.Assemble(lower.Count, lower.To, lower.From, lower.Value);
        _lowerLength = 0;
        _lowerRowLength = 0;
        foreach (int r in _peel.Order)
        {
            if (_lowerByColumn.HasEntries(r))
                _lowerSequence[_lowerLength++] = r;
            if (_lowerByRow.HasEntries(r))
                _lowerRows[_lowerRowLength++] = r;
        }
    }

    /// <summary>Entries of U are kept by candidate until each candidate's row is known.</summary>
    private void AssembleUpper()
    {
        EntryList upper = _nucleus.Upper;
        int kept = 0;
        for (int k = 0; k < upper.Count; k++)
        {
            int row = _peel.PivotRow(upper.To[k]);
            if (row < 0)
                continue;
            upper.From[kept] = upper.From[k];
            upper.To[kept] = row;
            upper.Value[kept++] = upper.Value[k];
        }

        upper.Count = kept;
        _upper.Assemble(upper, _peel.Order, _peel.Diagonal);
    }
}
