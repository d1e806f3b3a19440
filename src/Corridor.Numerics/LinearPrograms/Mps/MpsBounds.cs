namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The section BOUNDS, and what holds for columns that it does not name.</summary>
internal sealed class MpsBounds(MpsReport report, MpsColumns columns) : IMpsSection
{
    /// <summary>By the custom of the format a bound this large is none.</summary>
    private const double Infinite = 1e20;

    private const byte LowerGiven = 1;
    private const byte UpperGiven = 2;

    private Dictionary<int, long>? _crossing;
    private double[] _lower = [];
    private double[] _upper = [];
    private byte[] _given = [];
    private MpsSet _set;
    private int _guess;

    /// <summary>Lower bounds.</summary>
    public double[] Lower => _lower;

    /// <summary>Upper bounds.</summary>
    public double[] Upper => _upper;

    /// <summary>A figure, or infinity where it is as large as one.</summary>
    public static double Infinity(double value) => value >= Infinite ? double.PositiveInfinity : value <= -Infinite ? double.NegativeInfinity : value;

    /// <summary>Makes room for all columns; to be called once they are known.</summary>
    public void Prepare()
    {
        if (_lower.Length == columns.Count && _given.Length == columns.Count)
            return;
        _lower = new double[columns.Count];
        _upper = GC.AllocateUninitializedArray<double>(columns.Count);
        _upper.AsSpan().Fill(double.PositiveInfinity);
        _given = new byte[columns.Count];
    }

    /// <summary>Whether lines can be taken in blocks: after the first one.</summary>
    public bool IsOpen => _set.Chosen is not null;

    /// <inheritdoc/>
    public void Parse(MpsBlockParser parser, MpsBlock block) => parser.TakeBounds(block, _set.Chosen);

    /// <inheritdoc/>
    public bool Join(MpsBlock block, MpsLines lines)
    {
        Prepare();
        for (int k = 0; k < block.Count; k++)
        {
            if (Accept(block.Index[k], block.Kind[k], block.Value[k]))
                continue;
            block.Position = block.At[k];
            lines.Number += k;
            return false;
        }

        lines.Number += block.Lines;
        return block.Position == block.Length;
    }

    /// <summary>Takes a line.</summary>
    public void Take(in MpsFields fields, long line)
    {
        const string Form = "A line of BOUNDS must have a type, a set, a column and, for most types, a value.";
        if (fields.Count is < 2 or > 4 || fields[0].Length != 2)
        {
            report.Add(MpsIssue.Malformed, Form);
            return;
        }

        int type = ((fields[0][0] & ~0x20) << 8) | (fields[0][1] & ~0x20);
        bool needsValue = type is not (('F' << 8 | 'R') or ('M' << 8 | 'I') or ('P' << 8 | 'L') or ('B' << 8 | 'V'));
        // With a value: type [set] column value. Without one: type [set] column, or the full form with a value to ignore.
        int at = needsValue ? fields.Count - 2 : Math.Min(2, fields.Count - 1);
        if (at is < 1 or > 2)
        {
            report.Add(MpsIssue.Malformed, Form);
            return;
        }

        if (!_set.Chooses(at == 2 ? fields[1] : default, report))
            return;
        Prepare();
        int j = columns.Names.Find(fields[at], _guess);
        if (j < 0 && (j = columns.Names.Find(fields[at], _guess + 1)) < 0)
        {
            report.Add(MpsIssue.UnknownName, fields.PlaceOf(at), fields[at], "There is no column ", ".");
            return;
        }

        // Two bounds of one column mostly follow each other, and columns come in their order.
        _guess = _guess == j && needsValue ? j + 1 : j;
        double value = 0.0;
        if (needsValue && !MpsNumber.TryParse(fields[at + 1], out value))
        {
            report.Add(MpsIssue.BadNumber, fields.PlaceOf(at + 1), fields[at + 1], "A bound must be a number, not ", ".");
            return;
        }

        Set(fields, type, at, j, Infinity(value));
        if (_lower[j] > _upper[j])
            (_crossing ??= [])[j] = line;
    }

    /// <summary>Reports columns that admit no value, and sets the default of integer columns without any bound.</summary>
    public void Finish()
    {
        Prepare();
        foreach ((int j, long line) in _crossing is null ? [] : _crossing.OrderBy(c => c.Value).ToArray())
        {
            // A crossing within rounding is closed by the program itself.
            // One that a later line mended is none.
            if (_lower[j] - _upper[j] > 1e-9 * Math.Max(1.0, Math.Max(Math.Abs(_lower[j]), Math.Abs(_upper[j]))))
                report.AddAt(MpsIssue.EmptyBounds, line, columns.Names[j], FormattableString.Invariant($"The bounds of the column '{columns.Names[j]}' admit no value: at least {_lower[j]}, at most {_upper[j]}."));
        }

        foreach (int j in columns.Integers)
        {
            if (_given[j] != 0)
                continue;
            _upper[j] = 1.0;
            report.AddAtEnd(MpsIssue.BinaryByDefault, columns.Names[j], $"The integer column '{columns.Names[j]}' has no bounds and is taken to be 0 or 1, as is the custom.", "State a bound, such as PL for none above.");
        }
    }

    private void Set(in MpsFields fields, int type, int at, int j, double value)
    {
        switch (type)
        {
            case 'U' << 8 | 'P':
            case 'U' << 8 | 'I':
                SetUpper(fields, at, j, value);
                if (value < 0.0 && (_given[j] & LowerGiven) == 0)
                {
                    _lower[j] = double.NegativeInfinity;
                    report.Add(MpsIssue.NegativeUpper, fields.PlaceOf(at), fields[at], "The column ", " has an upper bound below zero and no lower bound, which becomes −∞.");
                }

                if (type == ('U' << 8 | 'I'))
                    columns.Integers.Add(j);
                break;
            case 'L' << 8 | 'O':
            case 'L' << 8 | 'I':
                SetLower(fields, at, j, value);
                if (type == ('L' << 8 | 'I'))
                    columns.Integers.Add(j);
                break;
            case 'F' << 8 | 'X':
                if (double.IsInfinity(value))
                {
                    report.Add(MpsIssue.BadNumber, fields.PlaceOf(at + 1), fields[at + 1], "A fixed value must be finite, not ", ".");
                    break;
                }

                SetLower(fields, at, j, value);
                SetUpper(fields, at, j, value);
                break;
            case 'F' << 8 | 'R':
                SetLower(fields, at, j, double.NegativeInfinity);
                SetUpper(fields, at, j, double.PositiveInfinity);
                break;
            case 'M' << 8 | 'I':
                SetLower(fields, at, j, double.NegativeInfinity);
                break;
            case 'P' << 8 | 'L':
                SetUpper(fields, at, j, double.PositiveInfinity);
                break;
            case 'B' << 8 | 'V':
                SetLower(fields, at, j, 0.0);
                SetUpper(fields, at, j, 1.0);
                columns.Integers.Add(j);
                break;
            case 'S' << 8 | 'C':
                report.Add(MpsIssue.NotSupported, fields.PlaceOf(0), fields[at], "The column ", " is semi-continuous, which is not solved here.");
                break;
            default:
                report.Add(MpsIssue.UnknownWord, fields.PlaceOf(0), fields[0], "The type of a bound must be UP, LO, FX, FR, MI, PL, BV, UI or LI, not ", ".");
                break;
        }
    }

    /// <summary>Sets a bound of which nothing is to be said; otherwise false, and nothing is set.</summary>
    private bool Accept(int j, int kind, double value)
    {
        bool isLower = kind is not (('U' << 8 | 'P') or ('P' << 8 | 'L'));
        bool isUpper = kind is not (('L' << 8 | 'O') or ('M' << 8 | 'I'));
        double lower = kind is ('F' << 8 | 'R') or ('M' << 8 | 'I') ? double.NegativeInfinity : isLower ? value : _lower[j];
        double upper = kind is ('F' << 8 | 'R') or ('P' << 8 | 'L') ? double.PositiveInfinity : isUpper ? value : _upper[j];
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            return false;
        byte given = _given[j];
        if ((isLower && (given & LowerGiven) != 0 && _lower[j] != lower) || (isUpper && (given & UpperGiven) != 0 && _upper[j] != upper))
            return false;

        // An upper bound below zero moves a lower bound that is not given.
        if (isUpper && !isLower && upper < 0.0 && (given & LowerGiven) == 0)
            return false;
        _lower[j] = lower;
        _upper[j] = upper;
        _given[j] = (byte)(given | (isLower ? LowerGiven : 0) | (isUpper ? UpperGiven : 0));
        return true;
    }

    private void SetLower(in MpsFields fields, int at, int j, double value)
    {
        if ((_given[j] & LowerGiven) != 0 && _lower[j] != value)
            Repeated(fields, at);
        _given[j] |= LowerGiven;
        if (double.IsPositiveInfinity(value))
            report.Add(MpsIssue.EmptyBounds, fields.PlaceOf(at + 1), fields[at], "The column ", " has an infinite lower bound, which admits no value.");
        else
            _lower[j] = value;
    }

    private void SetUpper(in MpsFields fields, int at, int j, double value)
    {
        if ((_given[j] & UpperGiven) != 0 && _upper[j] != value)
            Repeated(fields, at);
        _given[j] |= UpperGiven;
        if (double.IsNegativeInfinity(value))
            report.Add(MpsIssue.EmptyBounds, fields.PlaceOf(at + 1), fields[at], "The column ", " has an upper bound of −∞, which admits no value.");
        else
            _upper[j] = value;
    }

    private void Repeated(in MpsFields fields, int at) =>
        report.Add(MpsIssue.RepeatedValue, fields.PlaceOf(at), fields[at], "The column ", " has such a bound already; the last counts.");
}
