using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The sections QUADOBJ and QSECTION (one half of Q) or QMATRIX (both halves) of an objective cᵀx + ½xᵀQx.</summary>
internal sealed class MpsQuadratic(MpsReport report, MpsColumns columns)
{
    private readonly List<(int Row, int Column)> _element = [];
    private readonly List<double> _value = [];
    private bool _whole;
    private bool _half;
    private int _guess;

    /// <summary>Whether there is anything.</summary>
    public bool IsEmpty => _value.Count == 0;

    /// <summary>Takes a line: a column and one or two pairs of column and value.</summary>
    public void Take(in MpsFields fields, bool isWhole)
    {
        if (fields.Count is not (3 or 5))
        {
            report.Add(MpsIssue.Malformed, "A line of a quadratic section must have a column and one or two pairs of column and value.");
            return;
        }

        _whole |= isWhole;
        _half |= !isWhole;
        int j = Find(fields, 0);
        for (int k = 1; k < fields.Count; k += 2)
        {
            int i = Find(fields, k);
            if (!MpsNumber.TryParse(fields[k + 1], out double value) || !double.IsFinite(value))
            {
                report.Add(MpsIssue.BadNumber, fields.PlaceOf(k + 1), fields[k + 1], "An entry must be a finite number, not ", ".");
            }
            else if (i >= 0 && j >= 0 && value != 0.0)
            {
                _element.Add((i, j));
                _value.Add(value);
            }
        }
    }

    /// <summary>The lower triangle; null where Q is zero.</summary>
    public SparseMatrix? LowerTriangle(bool negated)
    {
        if (IsEmpty)
            return null;
        if (_whole && _half)
            report.AddAtEnd(MpsIssue.Malformed, "QMATRIX", "Sections with one half of the quadratic objective and with both halves stand side by side.");
        var lower = new SortedDictionary<long, double>();
        var upper = new Dictionary<long, double>();
        for (int k = 0; k < _element.Count; k++)
        {
            (int row, int column) = _element[k];
            bool isUpper = row < column;
            long place = isUpper ? ((long)row << 32) | (uint)column : ((long)column << 32) | (uint)row;
            if (isUpper && _whole)
                upper[place] = upper.GetValueOrDefault(place) + _value[k];
            else
                Add(lower, place, _value[k]);
        }

        if (_whole)
            Compare(lower, upper);
        return Build(lower, negated);
    }

    private void Add(SortedDictionary<long, double> lower, long place, double value)
    {
        if (lower.TryGetValue(place, out double before))
            report.AddAtEnd(MpsIssue.RepeatedEntry, Name(place), $"The quadratic objective has several entries for {Name(place)}; they are summed.");
        lower[place] = before + value;
    }

    private void Compare(SortedDictionary<long, double> lower, Dictionary<long, double> upper)
    {
        foreach ((long place, double value) in lower)
        {
            bool diagonal = (int)(place >> 32) == (int)place;
            if (!diagonal && (!upper.Remove(place, out double other) || other != value))
                report.AddAtEnd(MpsIssue.Asymmetric, Name(place), $"The two entries for {Name(place)} differ.", "QMATRIX states both halves, QUADOBJ one.");
        }

        foreach (long place in upper.Keys.Order())
            report.AddAtEnd(MpsIssue.Asymmetric, Name(place), $"Only one of the two entries for {Name(place)} is stated.", "QMATRIX states both halves, QUADOBJ one.");
    }

    private SparseMatrix? Build(SortedDictionary<long, double> lower, bool negated)
    {
        int[] start = new int[columns.Count + 1];
        var row = new List<int>();
        var value = new List<double>();
        foreach ((long place, double v) in lower)
        {
            if (v == 0.0)
                continue;
            if (!double.IsFinite(v))
            {
                report.AddAtEnd(MpsIssue.BadNumber, Name(place), $"The entries for {Name(place)} overflow when summed.");
                continue;
            }

            start[(int)(place >> 32) + 1]++;
            row.Add((int)place);
            value.Add(negated ? -v : v);
        }

        for (int j = 0; j < columns.Count; j++)
            start[j + 1] += start[j];
        return row.Count == 0 ? null : new SparseMatrix(columns.Count, columns.Count, start, [.. row], [.. value]);
    }

    private int Find(in MpsFields fields, int at)
    {
        int j = columns.Names.Find(fields[at], _guess);
        if (j < 0)
            report.Add(MpsIssue.UnknownName, fields.PlaceOf(at), fields[at], "There is no column ", ".");
        else
            _guess = j;
        return j;
    }

    private string Name(long place) => $"'{columns.Names[(int)(place >> 32)]}' and '{columns.Names[(int)place]}'";
}
