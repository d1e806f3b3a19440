using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>One reading of one stream.</summary>
internal sealed class MpsParser
{
    private readonly bool _isFixed;
    private readonly MpsLines _lines;
    private readonly MpsReport _report;
    private readonly MpsRows _rows;
    private readonly MpsColumns _columns;
    private readonly MpsSides _sides;
    private readonly MpsBounds _bounds;
    private readonly MpsQuadratic _quadratic;
    private readonly MpsBulk? _bulk;
    private Section _section;
    private string _name = "";
    private bool _maximise;
    private bool _hasRows;
    private bool _hasColumns;

    public MpsParser(Stream stream, bool isFixed, MpsReadOptions options)
    {
        _isFixed = isFixed;
        var input = new MpsInput(stream);
        _lines = new MpsLines(input);
        _report = new MpsReport(_lines);
        _rows = new MpsRows(_report);
        _columns = new MpsColumns(_report, _rows);
        _sides = new MpsSides(_report, _rows);
        _bounds = new MpsBounds(_report, _columns);
        _quadratic = new MpsQuadratic(_report, _columns);
        if (!isFixed)
            _bulk = new MpsBulk(input, _lines, _rows, _columns.Names, options);
    }

    private enum Section
    {
        None,
        Name,
        Sense,
        ObjectiveName,
        Rows,
        Columns,
        Sides,
        Ranges,
        Bounds,
        QuadraticHalf,
        QuadraticWhole,
        Skipped,
        End,
    }

    /// <summary>What was met.</summary>
    public MpsFindings Findings => _report.Findings;

    /// <summary>Reads to ENDATA; null where there are errors.</summary>
    public MpsProblem? Parse()
    {
        try
        {
            while (_section != Section.End && !_report.IsEnough)
            {
                if (_bulk is { IsDue: true } && InBlocks() is { } section)
                {
                    _rows.Prepare();
                    _bulk.Run(section);
                    if (_report.IsEnough)
                        break;
                }

                if (!_lines.TryRead(out ReadOnlySpan<byte> line))
                    break;
                if (line[0] > ' ')
                    Enter(line);
                else
                    Take(new MpsFields(line, _isFixed));
            }

            if (_report.IsEnough)
                _report.Add(MpsIssue.TooLarge, "There are too many errors; the rest of the file was not read.");
            else if (_lines.IsTooLong)
                _report.Add(MpsIssue.Malformed, "The line is longer than 65535 bytes; the rest of the file was not read.");
            else if (_section != Section.End)
                _report.Add(MpsIssue.Unfinished, "The file ends without ENDATA.");
            else if (!_hasRows || !_hasColumns)
                _report.Add(MpsIssue.Malformed, "The file has no section " + (_hasRows ? "COLUMNS." : "ROWS."));
            return Finish();
        }
        catch (MpsTooLargeException large)
        {
            _report.Add(MpsIssue.TooLarge, large.Message);
            return null;
        }
    }

    /// <summary>The section of the next lines, where it is one that may be taken in blocks.</summary>
    private IMpsSection? InBlocks() => _section switch
    {
        Section.Columns => _columns,
        Section.Sides or Section.Ranges => _sides.InBlocks(_section == Section.Ranges),
        Section.Bounds when _bounds.IsOpen => _bounds,
        _ => null,
    };

    private void Take(in MpsFields fields)
    {
        if (fields.Count == 0)
            return;
        switch (_section)
        {
            case Section.Columns:
                _columns.Take(fields);
                break;
            case Section.Bounds:
                _bounds.Take(fields, _lines.Number);
                break;
            case Section.Rows:
                _rows.Declare(fields);
                break;
            case Section.Sides:
            case Section.Ranges:
                _sides.Take(fields, _section == Section.Ranges);
                break;
            case Section.QuadraticHalf:
            case Section.QuadraticWhole:
                _quadratic.Take(fields, _section == Section.QuadraticWhole);
                break;
            case Section.Sense:
                Sense(fields, 0);
                break;
            case Section.ObjectiveName:
                _rows.Wish(fields[0]);
                break;
            case Section.Skipped:
                break;
            default:
                _report.Add(MpsIssue.Malformed, fields.PlaceOf(0), fields[0], "The line with ", " stands in no section.", "Section headers begin in the first column, data do not.");
                break;
        }
    }

    private void Enter(ReadOnlySpan<byte> line)
    {
        var fields = new MpsFields(line, false);
        ReadOnlySpan<byte> field = fields[0];
        string word = field.Length <= 16 ? Encoding.ASCII.GetString(field).ToUpperInvariant() : "";
        switch (word)
        {
            case "NAME":
                _name = NameOf(line[4..].Trim(" \t"u8));
                _section = Section.Name;
                break;
            case "OBJSENSE":
                _section = Section.Sense;
                if (fields.Count > 1)
                    Sense(fields, 1);
                break;
            case "MAX":
            case "MAXIMIZE":
            case "MIN":
            case "MINIMIZE":
                // A word of OBJSENSE that begins in the first column.
                Sense(fields, 0);
                break;
            case "OBJNAME":
            case "OBJECT":
                _section = Section.ObjectiveName;
                if (fields.Count > 1)
                    _rows.Wish(fields[1]);
                if (_rows.HasObjective)
                    _report.Add(MpsIssue.Malformed, "The objective must be named before the rows.");
                break;
            case "ROWS":
                _hasRows = true;
                _section = InOrder(word, _columns.Count == 0 && _sides.IsEmpty) ? Section.Rows : Section.Skipped;
                break;
            case "COLUMNS":
                _hasColumns = true;
                _section = InOrder(word, _bounds.Lower.Length == 0) ? Section.Columns : Section.Skipped;
                break;
            case "RHS":
                _rows.Rewind();
                _section = Section.Sides;
                break;
            case "RANGES":
                _rows.Rewind();
                _section = Section.Ranges;
                break;
            case "BOUNDS":
                _bounds.Prepare();
                _section = Section.Bounds;
                break;
            case "QUADOBJ":
            case "QSECTION":
                _section = Section.QuadraticHalf;
                break;
            case "QMATRIX":
                _section = Section.QuadraticWhole;
                break;
            case "ENDATA":
                _section = Section.End;
                break;
            case "QCMATRIX":
            case "CSECTION":
            case "SOS":
            case "SOS1":
            case "SOS2":
            case "SETS":
            case "INDICATORS":
            case "LAZYCONS":
            case "USERCUTS":
            case "PWLOBJ":
            case "GENCONS":
                _report.Add(MpsIssue.NotSupported, 1, field, "The section ", " is not solved here.");
                _section = Section.Skipped;
                break;
            default:
                _report.Add(MpsIssue.UnknownWord, 1, field, "The section ", " does not belong to MPS.", "Sections: NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS, QUADOBJ, QMATRIX, ENDATA. Lines of data begin with a blank.");
                _section = Section.Skipped;
                break;
        }
    }

    /// <summary>The name without the word FREE, by which some writers announce the format.</summary>
    private static string NameOf(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith(" FREE"u8))
            text = text[..^5].TrimEnd(" \t"u8);
        return text.SequenceEqual("FREE"u8) ? "" : MpsReport.Text(text);
    }

    private bool InOrder(string section, bool inOrder)
    {
        if (!inOrder)
            _report.Add(MpsIssue.Malformed, $"The section {section} comes too late.", "The order is ROWS, COLUMNS, and then the others.");
        return inOrder;
    }

    private void Sense(in MpsFields fields, int at)
    {
        ReadOnlySpan<byte> word = fields[at];
        if (Ascii.EqualsIgnoreCase(word, "MAX"u8) || Ascii.EqualsIgnoreCase(word, "MAXIMIZE"u8) || Ascii.EqualsIgnoreCase(word, "MAXIMISE"u8))
            _maximise = true;
        else if (Ascii.EqualsIgnoreCase(word, "MIN"u8) || Ascii.EqualsIgnoreCase(word, "MINIMIZE"u8) || Ascii.EqualsIgnoreCase(word, "MINIMISE"u8))
            _maximise = false;
        else
            _report.Add(MpsIssue.UnknownWord, fields.PlaceOf(at), word, "OBJSENSE must be MAX or MIN, not ", ".");
    }

    private static int[] Integers(List<int> columns)
    {
        columns.Sort();
        int kept = 0;
        int[] all = [.. columns];
        foreach (int j in all)
        {
            if (kept == 0 || all[kept - 1] != j)
                all[kept++] = j;
        }

        return kept == all.Length ? all : all[..kept];
    }

    private MpsProblem? Finish()
    {
        if (Findings.Errors > 0)
            return null;
        if (!_rows.HasObjective)
            _report.AddAtEnd(MpsIssue.NoObjective, "ROWS", "There is no row of type N; the objective is zero.");
        _bounds.Finish();
        (double[] rowLower, double[] rowUpper) = _sides.Bounds();
        Sparse.SparseMatrix matrix = _columns.Matrix();
        Sparse.SparseMatrix? quadratic = _quadratic.LowerTriangle(_maximise);
        if (Findings.Errors > 0)
            return null;
        double[] cost = _columns.Cost.Take();
        double offset = _sides.Offset;
        if (_maximise)
        {
            for (int j = 0; j < cost.Length; j++)
                cost[j] = 0.0 - cost[j];
            offset = 0.0 - offset;
        }

        return new MpsProblem
        {
            Name = _name,
            Program = new LinearProgram(matrix, cost, offset, _bounds.Lower, _bounds.Upper, rowLower, rowUpper),
            Maximise = _maximise,
            RowNames = _rows.Names,
            ColumnNames = _columns.Names,
            IntegerColumns = Integers(_columns.Integers),
            ObjectiveName = _rows.ObjectiveName,
            Quadratic = quadratic,
        };
    }
}
