using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The section COLUMNS: names, costs and the entries of the matrix.</summary>
internal sealed class MpsColumns(MpsReport report, MpsRows rows) : IMpsSection
{
    /// <summary>A longer column is not sorted by insertion.</summary>
    private const int LongestInserted = 64;

    private readonly IntBlocks _start = new();
    private readonly IntBlocks _row = new();
    private readonly DoubleBlocks _value = new();
    private readonly List<int> _untidy = [];
    private bool _integer;
    private bool _hasCost;
    private bool _open;
    private int _entries;
    private int _lastRow;

    /// <summary>Names of the columns.</summary>
    public MpsNames Names { get; } = new();

    /// <summary>Costs as in the file.</summary>
    public DoubleBlocks Cost { get; } = new();

    /// <summary>Columns between markers of integers, ascending, and then those that bounds make integer; one may stand there again.</summary>
    public List<int> Integers { get; } = [];

    /// <summary>Number of columns.</summary>
    public int Count => Cost.Count;

    /// <summary>Takes a line.</summary>
    public void Take(in MpsFields fields)
    {
        if (fields.Count >= 3 && fields[1].SequenceEqual("'MARKER'"u8))
        {
            Marker(fields);
            return;
        }

        if (fields.Count is not (3 or 5))
        {
            report.Add(MpsIssue.Malformed, "A line of COLUMNS must have a name and one or two pairs of row and value.");
            return;
        }

        ReadOnlySpan<byte> name = fields[0];
        if (!_open || !Names.Is(Names.Count - 1, name))
        {
            _open = Open(fields, name);
            if (!_open)
                return;
        }

        Entry(fields, 1);
        if (fields.Count == 5)
            Entry(fields, 3);
    }

    /// <inheritdoc/>
    public void Parse(MpsBlockParser parser, MpsBlock block) => parser.TakeColumns(block);

    /// <inheritdoc/>
    public bool Join(MpsBlock block, MpsLines lines)
    {
        int errors = report.Findings.Errors;
        int first = block.First;
        for (int at = 0; at < first;)
        {
            // Continues a column, with what is to be said of it.
            ReadOnlySpan<byte> line = block.Text.AsSpan(at, first - at);
            int length = line.IndexOf((byte)'\n');
            if (length > ushort.MaxValue || report.IsEnough)
            {
                block.Position = at;
                return false;
            }

            lines.Number++;
            Take(new MpsFields(line[..length], isFixed: false));
            at += length + 1;
        }

        if (!_open || report.Findings.Errors != errors)
        {
            block.Position = first;
            return false;
        }

        int added = block.Columns == 0 ? 0 : Append(block);
        if (added < block.Columns)
        {
            block.Position = block.ColumnAt[added];
            block.Lines = block.Text.AsSpan(first, block.Position - first).Count((byte)'\n');
        }

        lines.Number += block.Lines;
        return block.Position == block.Length;
    }

    /// <summary>The matrix; entries of one element are summed, and zeros left out.</summary>
    public SparseMatrix Matrix()
    {
        _start.Add(_row.Count);
        int[] start = _start.Take();
        int[] row = _row.Take();
        double[] value = _value.Take();
        if (_untidy.Count > 0)
            Tidy(start, ref row, ref value);
        return new SparseMatrix(rows.Names.Count, Count, start, row, value);
    }

    /// <summary>Adds the columns that begin in a block; returns how many there are before the first that comes back.</summary>
    private int Append(MpsBlock block)
    {
        int added = block.Columns;
        ReadOnlySpan<int> at = block.NameAt.AsSpan(0, added + 1);
        if (!block.Ascends || !Names.AddAscending(block.Names, at))
        {
            for (int k = 0; k < added; k++)
            {
                if (!Names.Add(block.Names.AsSpan((at[k] + 2)..at[k + 1])))
                    added = k;
            }
        }

        if (added == 0)
            return 0;
        int column = Count;
        int entries = _row.Count;
        for (int k = 0; k < added; k++)
        {
            _start.Add(entries + block.Start[k]);
            double cost = block.Cost[k];
            Cost.Add(double.IsNaN(cost) ? 0.0 : cost);
            if (_integer)
                Integers.Add(column + k);
        }

        foreach (int k in block.Untidy)
        {
            if (k < added)
                _untidy.Add(column + k);
        }

        int end = block.Start[added];
        _row.Add(block.Index.AsSpan(0, end));
        _value.Add(block.Value.AsSpan(0, end));
        _hasCost = !double.IsNaN(block.Cost[added - 1]);
        _entries = 0;
        _lastRow = -1;
        foreach (int row in block.Index.AsSpan(block.Start[added - 1]..end))
        {
            _lastRow = Math.Max(_lastRow, row);
            _entries++;
        }

        return added;
    }

    private void Marker(in MpsFields fields)
    {
        ReadOnlySpan<byte> kind = fields[fields.Count - 1];
        if (kind.SequenceEqual("'INTORG'"u8))
            _integer = true;
        else if (kind.SequenceEqual("'INTEND'"u8))
            _integer = false;
        else if (kind.SequenceEqual("'SOSORG'"u8) || kind.SequenceEqual("'SOSEND'"u8))
            report.Add(MpsIssue.NotSupported, fields.PlaceOf(fields.Count - 1), kind, "Special ordered sets (", ") are not solved here.");
        else
            report.Add(MpsIssue.UnknownWord, fields.PlaceOf(fields.Count - 1), kind, "A marker must be 'INTORG' or 'INTEND', not ", ".");
        _open = false;
    }

    private bool Open(in MpsFields fields, ReadOnlySpan<byte> name)
    {
        // After a marker the same column may go on.
        if (Names.Count > 0 && Names.Is(Names.Count - 1, name))
            return true;
        if (!Names.Add(name))
        {
            report.Add(MpsIssue.DeclaredTwice, fields.PlaceOf(0), name, "The column ", " comes back after others.", "Keep the lines of a column together.");
            return false;
        }

        _start.Add(_row.Count);
        if (_integer)
            Integers.Add(Cost.Count);
        Cost.Add(0.0);
        _hasCost = false;
        _entries = 0;
        _lastRow = -1;
        return true;
    }

    private void Entry(in MpsFields fields, int at)
    {
        int row = rows.Find(fields[at], _entries++);
        if (!MpsNumber.TryParse(fields[at + 1], out double value) || !double.IsFinite(value))
        {
            report.Add(MpsIssue.BadNumber, fields.PlaceOf(at + 1), fields[at + 1], "An entry must be a finite number, not ", ".");
            return;
        }

        if (row >= 0)
        {
            if (value == 0.0)
                return;
            if (row <= _lastRow)
                Untidy();
            else
                _lastRow = row;
            _row.Add(row);
            _value.Add(value);
        }
        else if (row == MpsRows.Objective)
        {
            int column = Count - 1;
            if (_hasCost)
                report.Add(MpsIssue.RepeatedEntry, fields.PlaceOf(at), fields[0], "The column ", " has several costs; they are summed.");
            _hasCost = true;
            Cost[column] += value;
            if (!double.IsFinite(Cost[column]))
                report.Add(MpsIssue.BadNumber, fields.PlaceOf(at + 1), fields[0], "The costs of the column ", " overflow when summed.");
        }
        else if (row == MpsRows.Unknown)
        {
            report.Add(MpsIssue.UnknownName, fields.PlaceOf(at), fields[at], "There is no row ", ".");
        }
    }

    private void Untidy()
    {
        if (_untidy.Count == 0 || _untidy[^1] != Count - 1)
            _untidy.Add(Count - 1);
    }

    private void Tidy(int[] start, ref int[] row, ref double[] value)
    {
        int removed = 0;
        foreach (int j in _untidy)
        {
            var index = new Span<int>(row, start[j], start[j + 1] - start[j]);
            var values = new Span<double>(value, start[j], start[j + 1] - start[j]);
            Sort(index, values);
            int kept = 0;
            for (int k = 0; k < index.Length;)
            {
                int i = index[k];
                double sum = values[k++];
                bool repeated = false;
                for (; k < index.Length && index[k] == i; k++)
                {
                    sum += values[k];
                    repeated = true;
                }

                if (repeated)
                    Repeated(i, j, sum);
                if (sum == 0.0)
                    continue;
                index[kept] = i;
                values[kept++] = double.IsFinite(sum) ? sum : 0.0;
            }

            // What is removed stands at the end of its column until all are tidy.
            for (int k = kept; k < index.Length; k++, removed++)
                index[k] = -1;
        }

        if (removed > 0)
            Close(start, ref row, ref value, removed);
    }

    /// <summary>Sorts by row, entries of one row in the order of the file.</summary>
    private static void Sort(Span<int> index, Span<double> values)
    {
        if (index.Length > LongestInserted)
        {
            int[] order = new int[index.Length];
            for (int k = 0; k < order.Length; k++)
                order[k] = k;
            int[] rowOf = index.ToArray();
            double[] valueOf = values.ToArray();
            Array.Sort(order, (a, b) => rowOf[a] != rowOf[b] ? rowOf[a].CompareTo(rowOf[b]) : a.CompareTo(b));
            for (int k = 0; k < order.Length; k++)
                (index[k], values[k]) = (rowOf[order[k]], valueOf[order[k]]);
            return;
        }

        for (int k = 1; k < index.Length; k++)
        {
            (int i, double v) = (index[k], values[k]);
            int at = k;
            for (; at > 0 && index[at - 1] > i; at--)
                (index[at], values[at]) = (index[at - 1], values[at - 1]);
            (index[at], values[at]) = (i, v);
        }
    }

    private void Repeated(int row, int column, double sum)
    {
        if (!double.IsFinite(sum))
            report.AddAtEnd(MpsIssue.BadNumber, Names[column], $"The entries of the column '{Names[column]}' in the row '{rows.Names[row]}' overflow when summed.");
        else
            report.AddAtEnd(MpsIssue.RepeatedEntry, Names[column], $"The column '{Names[column]}' has several entries in the row '{rows.Names[row]}'; they are summed.");
    }

    private static void Close(int[] start, ref int[] row, ref double[] value, int removed)
    {
        int kept = 0;
        int from = 0;
        for (int j = 0; j + 1 < start.Length; j++)
        {
            int to = start[j + 1];
            for (int k = from; k < to; k++)
            {
                if (row[k] < 0)
                    continue;
                row[kept] = row[k];
                value[kept++] = value[k];
            }

            from = to;
            start[j + 1] = kept;
        }

        Array.Resize(ref row, row.Length - removed);
        Array.Resize(ref value, value.Length - removed);
    }
}
