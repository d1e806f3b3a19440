using Corridor.Numerics.Sparse;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>A problem written section by section.</summary>
internal sealed class MpsDocument
{
    private static readonly byte[] Set = "S"u8.ToArray();

    private readonly MpsText _text;
    private readonly MpsProblem _problem;
    private readonly LinearProgram _program;
    private readonly MpsNames _rows;
    private readonly MpsNames _columns;
    private readonly byte[] _objective;
    private readonly double _sense;

    public MpsDocument(MpsText text, MpsProblem problem)
    {
        _text = text;
        _problem = problem;
        _program = problem.Program;
        _sense = problem.Maximise ? -1.0 : 1.0;
        if (problem.RowNames.Count != _program.RowCount || problem.ColumnNames.Count != _program.ColumnCount)
            throw new ArgumentException("There must be one name a row and a column.", nameof(problem));
        _rows = WithoutBlanks(problem.RowNames);
        _columns = WithoutBlanks(problem.ColumnNames);
        string objective = MpsNames.WithoutBlanks(problem.ObjectiveName.Length == 0 ? "OBJ" : problem.ObjectiveName);
        while (_rows.IndexOf(objective) >= 0)
            objective += "_";
        _objective = System.Text.Encoding.UTF8.GetBytes(objective);
    }

    public void Write()
    {
        _text.Raw($"NAME {MpsNames.WithoutBlanks(_problem.Name.Length is 0 or > 200 ? "problem" : _problem.Name)} FREE\n");
        if (_problem.Maximise)
            _text.Raw("OBJSENSE\n MAX\n");
        Rows();
        Columns();
        Sides();
        Ranges();
        Bounds();
        Quadratic();
        _text.Raw("ENDATA\n");
        _text.Flush();
    }

    private static MpsNames WithoutBlanks(MpsNames names)
    {
        for (int k = 0; k < names.Count; k++)
        {
            ReadOnlySpan<byte> name = names.Bytes(k);
            if (MpsNames.HasBlanks(name) || name.SequenceEqual("'MARKER'"u8))
                return MpsNames.Distinct(Enumerable.Range(0, names.Count).Select(i => names[i]));
        }

        return names;
    }

    private void Rows()
    {
        _text.Raw("ROWS\n N");
        _text.Field(_objective);
        _text.End();
        for (int i = 0; i < _program.RowCount; i++)
        {
            (double lower, double upper) = (_program.RowLower[i], _program.RowUpper[i]);
            _text.Raw(lower == upper ? " E" : IsUpperRow(lower, upper) ? " L" : " G");
            _text.Field(_rows.Bytes(i));
            _text.End();
        }
    }

    /// <summary>Whether a row is written by its upper bound: it has no lower one, or its range is exact only from there.</summary>
    private static bool IsUpperRow(double lower, double upper) =>
        double.IsFinite(upper) && (!double.IsFinite(lower) || (Width(lower, upper, false) is null && Width(lower, upper, true) is not null));

    /// <summary>A range that gives the other bound back exactly; null if there is none.</summary>
    private static double? Width(double lower, double upper, bool fromUpper)
    {
        double width = upper - lower;
        foreach (double w in (ReadOnlySpan<double>)[width, Math.BitIncrement(width), Math.BitDecrement(width)])
        {
            if (fromUpper ? upper - w == lower : lower + w == upper)
                return w;
        }

        return null;
    }

    private void Columns()
    {
        _text.Raw("COLUMNS\n");
        SparseMatrix a = _program.Matrix;
        ReadOnlySpan<int> integers = _problem.IntegerColumns;
        int next = 0;
        bool inside = false;
        for (int j = 0; j < _program.ColumnCount; j++)
        {
            bool isInteger = next < integers.Length && integers[next] == j;
            if (isInteger)
                next++;
            if (isInteger != inside)
                _text.Raw(isInteger ? " M 'MARKER' 'INTORG'\n" : " M 'MARKER' 'INTEND'\n");
            inside = isInteger;
            ReadOnlySpan<byte> name = _columns.Bytes(j);
            double cost = _program.Cost[j];
            int begin = a.ColumnStart[j];
            int end = a.ColumnStart[j + 1];
            if (cost != 0.0 || begin == end)
                Line(name, _objective, (_sense * cost) + 0.0);
            for (int k = begin; k < end; k++)
                Line(name, _rows.Bytes(a.RowIndex[k]), a.Value[k]);
        }

        if (inside)
            _text.Raw(" M 'MARKER' 'INTEND'\n");
    }

    private void Sides()
    {
        _text.Raw("RHS\n");
        if (_program.CostOffset != 0.0)
            Line(Set, _objective, -_sense * _program.CostOffset);
        for (int i = 0; i < _program.RowCount; i++)
        {
            (double lower, double upper) = (_program.RowLower[i], _program.RowUpper[i]);
            double side = lower == upper || !IsUpperRow(lower, upper) ? lower : upper;
            if (side != 0.0)
                Line(Set, _rows.Bytes(i), double.IsFinite(side) ? side : -1e30);
        }
    }

    private void Ranges()
    {
        bool any = false;
        for (int i = 0; i < _program.RowCount; i++)
        {
            (double lower, double upper) = (_program.RowLower[i], _program.RowUpper[i]);
            if (lower == upper || !double.IsFinite(lower) || !double.IsFinite(upper))
                continue;
            if (!any)
                _text.Raw("RANGES\n");
            any = true;
            Line(Set, _rows.Bytes(i), Width(lower, upper, IsUpperRow(lower, upper)) ?? upper - lower);
        }
    }

    private void Bounds()
    {
        bool any = false;
        ReadOnlySpan<int> integers = _problem.IntegerColumns;
        int next = 0;
        for (int j = 0; j < _program.ColumnCount; j++)
        {
            bool isInteger = next < integers.Length && integers[next] == j;
            if (isInteger)
                next++;
            (double lower, double upper) = (_program.ColumnLower[j], _program.ColumnUpper[j]);
            bool isDefault = lower == 0.0 && double.IsPositiveInfinity(upper);
            // An integer column without any bound would be taken for one of 0 and 1.
            if (isDefault && !isInteger)
                continue;
            if (!any)
                _text.Raw("BOUNDS\n");
            any = true;
            ReadOnlySpan<byte> name = _columns.Bytes(j);
            if (isDefault)
            {
                Bound(" PL", name);
            }
            else if (lower == upper)
            {
                Bound(" FX", name, lower);
            }
            else if (double.IsInfinity(lower) && double.IsInfinity(upper))
            {
                Bound(" FR", name);
            }
            else
            {
                if (double.IsInfinity(lower))
                    Bound(" MI", name);
                else if (lower != 0.0)
                    Bound(" LO", name, lower);
                if (double.IsFinite(upper))
                    Bound(" UP", name, upper);
            }
        }
    }

    private void Quadratic()
    {
        if (_problem.Quadratic is not { } q)
            return;
        _text.Raw("QUADOBJ\n");
        for (int j = 0; j < q.ColumnCount; j++)
        {
            for (int k = q.ColumnStart[j]; k < q.ColumnStart[j + 1]; k++)
                Line(_columns.Bytes(j), _columns.Bytes(q.RowIndex[k]), _sense * q.Value[k]);
        }
    }

    private void Bound(string type, ReadOnlySpan<byte> column, double? value = null)
    {
        _text.Raw(type);
        _text.Field(Set);
        _text.Field(column);
        if (value is { } number)
            _text.Number(number + 0.0);
        _text.End();
    }

    private void Line(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, double value)
    {
        _text.Field(first);
        _text.Field(second);
        _text.Number(value);
        _text.End();
    }
}
