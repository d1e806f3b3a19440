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

    private readonly SimplexForm _form;
    private readonly int _rows;
    private readonly SingletonPeel _peel;
    private readonly MarkowitzElimination _nucleus;
    private readonly Action<int, int, double> _pivoted;
    private readonly ReachSearch _reach;
    private readonly TriangularPart _lowerByColumn;
    private readonly TriangularPart _lowerByRow;
    private readonly TriangularPart _upperByColumn;
    private readonly TriangularPart _upperByRow;
    private readonly ProductForm _updates;
    private readonly int[] _lowerSequence;
    private readonly int[] _lowerRows;
    private int[] _rejected = [];
    private int _lowerLength;
    private int _lowerRowLength;

    internal BasisFactor(SimplexForm form, int updateLimit)
    {
        _form = form;
        _rows = form.RowCount;
        _peel = new SingletonPeel(form);
        _nucleus = new MarkowitzElimination(_rows);
        _pivoted = (row, column, value) => _peel.Pivot(row, column, value);
        _reach = new ReachSearch(_rows);
        _lowerByColumn = new TriangularPart(_rows);
        _lowerByRow = new TriangularPart(_rows);
        _upperByColumn = new TriangularPart(_rows);
        _upperByRow = new TriangularPart(_rows);
        _updates = new ProductForm(updateLimit);
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
    internal long Nonzeros => (long)_lowerByColumn.Count + _upperByColumn.Count + _rows;

    internal int UpdateCount => _updates.Count;

    /// <summary>Whether new factors would be cheaper than the exchanges gathered.</summary>
    internal bool IsWorn => _updates.IsFull || _updates.Nonzeros > (3 * Nonzeros) + 1000;

    /// <summary>
    /// Factorises as many of the candidate variables as are independent and covers the rows left by their activities.
    /// </summary>
    /// <param name="candidates">Variables, in order of preference among equals; more or fewer than rows are allowed.</param>
    /// <param name="head">Receives the basic variable of each row.</param>
    internal void Factorize(ReadOnlySpan<int> candidates, int[] head)
    {
        Factorizations++;
        _updates.Clear();
        _nucleus.Begin(candidates.Length, SmallestPivot);
        _peel.Run(candidates, _nucleus, SmallestPivot);
        _nucleus.Run(_peel.ActiveRows, _peel.ActiveColumns, _pivoted);
        CoveredRows = _peel.CoverRows();
        _peel.WriteHead(candidates, head);
        CollectRejected(candidates);
        AssembleLower();
        AssembleUpper();
    }

    /// <summary>Solves B x = v in place.</summary>
    internal void Ftran(IndexedVector v)
    {
        if (_lowerLength > 0)
            _lowerByColumn.Solve(v, _lowerSequence, _lowerLength, reverse: false, null, _reach);
        _upperByColumn.Solve(v, _peel.Order, _rows, reverse: true, _peel.Diagonal, _reach);
        _updates.Forward(v);
    }

    /// <summary>Solves Bᵀ y = v in place.</summary>
    internal void Btran(IndexedVector v)
    {
        _updates.Backward(v);
        _upperByRow.Solve(v, _peel.Order, _rows, reverse: false, _peel.Diagonal, _reach);
        if (_lowerRowLength > 0)
            _lowerByRow.Solve(v, _lowerRows, _lowerRowLength, reverse: true, null, _reach);
    }

    /// <summary>Exchanges the basic variable of a row for the one whose column, in terms of the basis, is given.</summary>
    internal void Update(IndexedVector column, int row) => _updates.Add(column, row);

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
        _upperByColumn.Assemble(kept, upper.To, upper.From, upper.Value);
        _upperByRow.Assemble(kept, upper.From, upper.To, upper.Value);
    }
}
