namespace Corridor.Numerics.Simplex;

/// <summary>
/// Elimination of the part of a basis that is not triangular. Pivots are chosen by Markowitz' count among entries large enough in
/// their row: U. Suhl, L. Suhl, ORSA J. Computing 2 (1990) 325–335. Rows hold values, columns the pattern alone.
/// </summary>
internal sealed class MarkowitzElimination(int rowCount)
{
    /// <summary>A pivot is at least this part of the largest entry of its row.</summary>
    private const double Threshold = 0.1;

    /// <summary>Lines looked at for a pivot.</summary>
    private const int SearchLimit = 4;

    private readonly LinePool _rows = new(rowCount, withValues: true);
    private readonly double[] _rowMaximum = new double[rowCount];
    private LinePool _columns = new(0, withValues: false);
    private double[] _work = [];
    private int[] _stamp = [];
    private int _pass;
    private double _smallest;

    internal EntryList Lower { get; } = new();

    internal EntryList Upper { get; } = new();

    /// <summary>Makes room for that many columns and forgets everything.</summary>
    internal void Begin(int columnCount, double smallestPivot)
    {
        _smallest = smallestPivot;
        if (_work.Length < columnCount)
        {
            _columns = new LinePool(columnCount, withValues: false);
            _work = new double[columnCount];
            _stamp = new int[columnCount];
            _pass = 0;
        }

        _rows.Clear();
        _columns.Clear();
        Lower.Count = 0;
        Upper.Count = 0;
    }

    internal void AddRow(int row, int room) => _rows.AddLine(row, room);

    internal void AddColumn(int column, int room) => _columns.AddLine(column, room);

    internal void AddEntry(int row, int column, double value)
    {
        _rows.Append(row, column, value);
        _columns.Append(column, row, 0.0);
    }

    /// <summary>Eliminates until no entry is left that can be a pivot; each pivot is told as (row, column, value).</summary>
    internal void Run(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, Action<int, int, double> pivoted)
    {
        foreach (int i in rows)
        {
            _rowMaximum[i] = -1.0;
            _rows.Link(i);
        }

        foreach (int j in columns)
            _columns.Link(j);
        while (Choose(rows.Length, columns.Length, out int row, out int place))
            Eliminate(row, place, pivoted);
    }

    private double RowMaximum(int row)
    {
        if (_rowMaximum[row] >= 0.0)
            return _rowMaximum[row];
        double largest = 0.0;
        for (int e = _rows.Start(row); e < _rows.End(row); e++)
            largest = Math.Max(largest, Math.Abs(_rows.Value[e]));
        return _rowMaximum[row] = largest;
    }

    private bool Choose(int rowLimit, int columnLimit, out int bestRow, out int bestPlace)
    {
        bestRow = -1;
        bestPlace = -1;
        long best = long.MaxValue;
        double bestSize = 0.0;
        int seen = 0;
        int limit = Math.Max(rowLimit, columnLimit);
        for (int count = 1; count <= limit; count++)
        {
            if (best <= (long)(count - 1) * (count - 1))
                return true;
            for (int j = _columns.First(count); j >= 0; j = _columns.Next(j))
            {
                for (int c = _columns.Start(j); c < _columns.End(j); c++)
                {
                    int i = _columns.Index[c];
                    long cost = (long)(_rows.Length(i) - 1) * (count - 1);
                    if (cost > best)
                        continue;
                    int e = _rows.Find(i, j);
                    double size = Math.Abs(_rows.Value[e]);
                    if (size < _smallest || (count > 1 && size < Threshold * RowMaximum(i)) || (cost == best && size <= bestSize))
                        continue;
                    (best, bestRow, bestPlace, bestSize) = (cost, i, e, size);
                }

                if (++seen >= SearchLimit && bestRow >= 0)
                    return true;
            }

            for (int i = _rows.First(count); i >= 0;)
            {
                int next = _rows.Next(i);
                double largest = RowMaximum(i);
                if (largest < _smallest)
                    DropRow(i);
                else
                    SearchRow(i, count, largest, ref best, ref bestRow, ref bestPlace, ref bestSize);
                if (++seen >= SearchLimit && bestRow >= 0)
                    return true;
                i = next;
            }
        }

        return bestRow >= 0;
    }

    private void SearchRow(int i, int count, double largest, ref long best, ref int bestRow, ref int bestPlace, ref double bestSize)
    {
        for (int e = _rows.Start(i); e < _rows.End(i); e++)
        {
            double size = Math.Abs(_rows.Value[e]);
            if (size < Threshold * largest || size < _smallest)
                continue;
            long cost = (long)(_columns.Length(_rows.Index[e]) - 1) * (count - 1);
            if (cost < best || (cost == best && size > bestSize))
                (best, bestRow, bestPlace, bestSize) = (cost, i, e, size);
        }
    }

    /// <summary>A row of nothing but rounding has no pivot.</summary>
    private void DropRow(int row)
    {
        for (int e = _rows.Start(row); e < _rows.End(row); e++)
        {
            int j = _rows.Index[e];
            _columns.RemoveAt(j, _columns.Find(j, row));
            _columns.Relink(j);
        }

        _rows.Unlink(row);
        _rows.Empty(row);
    }

    private void Eliminate(int p, int place, Action<int, int, double> pivoted)
    {
        int q = _rows.Index[place];
        double pivot = _rows.Value[place];
        pivoted(p, q, pivot);
        _rows.RemoveAt(p, place);
        _rows.Unlink(p);
        _columns.Unlink(q);
        int stamp = _pass += 2;
        for (int e = _rows.Start(p); e < _rows.End(p); e++)
        {
            int j = _rows.Index[e];
            _work[j] = _rows.Value[e];
            _stamp[j] = stamp;
            Upper.Add(p, j, _work[j]);
            _columns.RemoveAt(j, _columns.Find(j, p));
        }

        for (int c = _columns.Start(q); c < _columns.End(q); c++)
        {
            int i = _columns.Index[c];
            if (i == p)
                continue;
            int e = _rows.Find(i, q);
            double multiplier = _rows.Value[e] / pivot;
            _rows.RemoveAt(i, e);
            Lower.Add(p, i, multiplier);
            SubtractRow(i, p, multiplier, stamp);
            _rowMaximum[i] = -1.0;
            _rows.Relink(i);
        }

        for (int e = _rows.Start(p); e < _rows.End(p); e++)
            _columns.Relink(_rows.Index[e]);
        _rows.Empty(p);
        _columns.Empty(q);
    }

    private void SubtractRow(int i, int p, double multiplier, int stamp)
    {
        for (int e = _rows.Start(i); e < _rows.End(i);)
        {
            int j = _rows.Index[e];
            if (_stamp[j] != stamp)
            {
                e++;
                continue;
            }

            _stamp[j] = stamp + 1;
            double value = _rows.Value[e] - (multiplier * _work[j]);
            if (Math.Abs(value) < IndexedVector.Tiny)
            {
                _rows.RemoveAt(i, e);
                _columns.RemoveAt(j, _columns.Find(j, i));
                continue;
            }

            _rows.Value[e++] = value;
        }

        for (int e = _rows.Start(p); e < _rows.End(p); e++)
        {
            int j = _rows.Index[e];
            if (_stamp[j] == stamp)
            {
                double value = -multiplier * _work[j];
                if (Math.Abs(value) >= IndexedVector.Tiny)
                {
                    _rows.Append(i, j, value);
                    _columns.Append(j, i, 0.0);
                }
            }
            else
            {
                _stamp[j] = stamp;
            }
        }
    }
}
