namespace Corridor.Numerics.Simplex;

/// <summary>Peels the triangular parts off a set of columns and keeps the order of all pivots.</summary>
internal sealed class SingletonPeel
{
    private readonly SimplexForm _form;
    private readonly int[] _rowCount;
    private readonly int[] _rowStart;
    private readonly bool[] _rowDone;
    private readonly int[] _head;
    private readonly int[] _activeRows;
    private readonly int[] _rowQueue;
    private int[] _variable = [];
    private int[] _rowColumns = [];
    private int[] _columnCount = [];
    private int[] _pivotRow = [];
    private int[] _columnQueue = [];
    private int[] _activeColumns = [];
    private int _candidates;
    private int _orderCount;
    private int _activeRowCount;
    private int _activeColumnCount;
    private int _queueEnd;

    internal SingletonPeel(SimplexForm form)
    {
        _form = form;
        int rows = form.RowCount;
        _rowCount = new int[rows];
        _rowStart = new int[rows + 1];
        _rowDone = new bool[rows];
        _head = new int[rows];
        _activeRows = new int[rows];
        _rowQueue = new int[rows];
        Order = new int[rows];
        Diagonal = new double[rows];
    }

    /// <summary>Rows in the order of their pivots.</summary>
    internal int[] Order { get; }

    /// <summary>Pivot of each row.</summary>
    internal double[] Diagonal { get; }

    internal ReadOnlySpan<int> ActiveRows => _activeRows.AsSpan(0, _activeRowCount);

    internal ReadOnlySpan<int> ActiveColumns => _activeColumns.AsSpan(0, _activeColumnCount);

    /// <summary>The row a candidate pivots on, −1 for none.</summary>
    internal int PivotRow(int candidate) => _pivotRow[candidate];

    internal void Pivot(int row, int candidate, double value)
    {
        Order[_orderCount++] = row;
        Diagonal[row] = value;
        _rowDone[row] = true;
        _head[row] = candidate;
        _pivotRow[candidate] = row;
    }

    internal void Run(ReadOnlySpan<int> candidates, MarkowitzElimination nucleus, double smallest)
    {
        Begin(candidates);
        PeelColumns(nucleus, smallest);
        PeelRows(nucleus, smallest);
        FillNucleus(nucleus);
    }

    /// <summary>Gives every row without a pivot its own activity; returns how many there were.</summary>
    internal int CoverRows()
    {
        int covered = 0;
        for (int r = 0; r < _rowDone.Length; r++)
        {
            if (_rowDone[r])
                continue;
            Order[_orderCount++] = r;
            Diagonal[r] = -1.0;
            _head[r] = -1;
            covered++;
        }

        return covered;
    }

    internal void WriteHead(ReadOnlySpan<int> candidates, int[] head)
    {
        for (int r = 0; r < head.Length; r++)
            head[r] = _head[r] < 0 ? _form.ColumnCount + r : candidates[_head[r]];
    }

    private void Begin(ReadOnlySpan<int> candidates)
    {
        _candidates = candidates.Length;
        _orderCount = 0;
        if (_variable.Length < _candidates)
        {
            _variable = new int[_candidates];
            _columnCount = new int[_candidates];
            _pivotRow = new int[_candidates];
            _columnQueue = new int[_candidates];
            _activeColumns = new int[_candidates];
        }

        candidates.CopyTo(_variable);
        Array.Fill(_pivotRow, -1);
        Array.Clear(_rowDone);
        Array.Clear(_rowCount);
        int entries = 0;
        for (int c = 0; c < _candidates; c++)
        {
            int v = _variable[c];
            _columnCount[c] = _form.Start[v + 1] - _form.Start[v];
            entries += _columnCount[c];
            for (int k = _form.Start[v]; k < _form.Start[v + 1]; k++)
                _rowCount[_form.Row[k]]++;
        }

        if (_rowColumns.Length < entries)
            _rowColumns = new int[entries + (entries / 2)];
        int sum = 0;
        for (int r = 0; r < _rowCount.Length; r++)
        {
            sum += _rowCount[r];
            _rowStart[r] = sum;
        }

        _rowStart[_rowCount.Length] = sum;
        for (int c = _candidates - 1; c >= 0; c--)
        {
            int v = _variable[c];
            for (int k = _form.Start[v]; k < _form.Start[v + 1]; k++)
                _rowColumns[--_rowStart[_form.Row[k]]] = c;
        }
    }

    private void PeelColumns(MarkowitzElimination nucleus, double smallest)
    {
        int end = 0;
        for (int c = 0; c < _candidates; c++)
        {
            if (_columnCount[c] == 1)
                _columnQueue[end++] = c;
        }

        for (int q = 0; q < end; q++)
        {
            int c = _columnQueue[q];
            if (_columnCount[c] != 1)
                continue;
            int v = _variable[c];
            int place = _form.Start[v];
            while (_rowDone[_form.Row[place]])
                place++;
            int r = _form.Row[place];
            double pivot = _form.Value[place];
            if (Math.Abs(pivot) < smallest)
                continue;
            Pivot(r, c, pivot);
            AddUpper(nucleus.Upper, c, r);
            for (int k = _rowStart[r]; k < _rowStart[r + 1]; k++)
            {
                int other = _rowColumns[k];
                if (--_columnCount[other] == 1 && _pivotRow[other] < 0)
                    _columnQueue[end++] = other;
            }
        }
    }

    /// <summary>Entries of the column in rows already done belong to U.</summary>
    private void AddUpper(EntryList upper, int candidate, int except)
    {
        int v = _variable[candidate];
        for (int k = _form.Start[v]; k < _form.Start[v + 1]; k++)
        {
            int i = _form.Row[k];
            if (i != except && _rowDone[i])
                upper.Add(i, candidate, _form.Value[k]);
        }
    }

    private void PeelRows(MarkowitzElimination nucleus, double smallest)
    {
        _queueEnd = 0;
        for (int r = 0; r < _rowDone.Length; r++)
        {
            if (_rowDone[r])
                continue;
            int count = 0;
            for (int k = _rowStart[r]; k < _rowStart[r + 1]; k++)
                count += IsActive(_rowColumns[k]) ? 1 : 0;
            _rowCount[r] = count;
            if (count == 1)
                _rowQueue[_queueEnd++] = r;
        }

        for (int q = 0; q < _queueEnd; q++)
        {
            int r = _rowQueue[q];
            if (_rowDone[r] || _rowCount[r] != 1)
                continue;
            int k = _rowStart[r];
            while (!IsActive(_rowColumns[k]))
                k++;
            PeelRow(r, _rowColumns[k], nucleus, smallest);
        }
    }

    private bool IsActive(int candidate) => _pivotRow[candidate] < 0 && _columnCount[candidate] > 0;

    private void PeelRow(int r, int c, MarkowitzElimination nucleus, double smallest)
    {
        int v = _variable[c];
        int end = _form.Start[v + 1];
        int place = _form.Start[v];
        while (_form.Row[place] != r)
            place++;
        double pivot = _form.Value[place];
        if (Math.Abs(pivot) < smallest)
            return;
        AddUpper(nucleus.Upper, c, r);
        for (int k = _form.Start[v]; k < end; k++)
        {
            int i = _form.Row[k];
            if (i == r || _rowDone[i])
                continue;
            nucleus.Lower.Add(r, i, _form.Value[k] / pivot);
            if (--_rowCount[i] == 1)
                _rowQueue[_queueEnd++] = i;
        }

        Pivot(r, c, pivot);
    }

    private void FillNucleus(MarkowitzElimination nucleus)
    {
        _activeRowCount = 0;
        for (int r = 0; r < _rowDone.Length; r++)
        {
            if (_rowDone[r] || _rowCount[r] == 0)
                continue;
            _activeRows[_activeRowCount++] = r;
            nucleus.AddRow(r, (2 * _rowCount[r]) + 2);
        }

        _activeColumnCount = 0;
        for (int c = 0; c < _candidates; c++)
        {
            if (!IsActive(c))
                continue;
            _activeColumns[_activeColumnCount++] = c;
            int v = _variable[c];
            nucleus.AddColumn(c, (2 * (_form.Start[v + 1] - _form.Start[v])) + 2);
            AddUpper(nucleus.Upper, c, -1);
            for (int k = _form.Start[v]; k < _form.Start[v + 1]; k++)
            {
                if (!_rowDone[_form.Row[k]])
                    nucleus.AddEntry(_form.Row[k], c, _form.Value[k]);
            }
        }
    }
}
