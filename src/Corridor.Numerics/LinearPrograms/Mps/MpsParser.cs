using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>One reading of one stream.</summary>
internal sealed class MpsParser(Stream stream, bool isFixed)
{
    private const int ObjectiveRow = -1;
    private const int IgnoredRow = -2;

    /// <summary>By the custom of the format a bound this large is none.</summary>
    private const double Infinite = 1e20;

    private readonly MpsLines _lines = new(stream);
    private readonly LinearProgramBuilder _builder = new();
    private readonly MpsNames _allRowNames = new();
    private readonly MpsNames _rowNames = new();
    private readonly MpsNames _columnNames = new();

    // For every name in _allRowNames: its row, or one of the two constants.
    private readonly List<int> _rowOfName = [];
    private readonly List<byte> _rowType = [];
    private readonly List<double> _rightHandSide = [];
    private readonly List<double> _range = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<bool> _lowerGiven = [];
    private readonly List<double> _cost = [];
    private readonly List<int> _integers = [];
    private readonly Dictionary<string, byte[]> _chosenSet = [];

    private string _name = "";
    private bool _maximise;
    private bool _hasObjective;
    private bool _integer;
    private int _column = -1;
    private int _nameGuess;

    /// <summary>Reads to ENDATA.</summary>
    public MpsProblem Parse()
    {
        string section = "";
        while (_lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                MpsFields header = new(line, false);
                section = Encoding.ASCII.GetString(header[0]).ToUpperInvariant();
                if (section == "ENDATA")
                    return Finish();
                Enter(section, header);
                continue;
            }

            MpsFields fields = new(line, isFixed);
            if (fields.Count is 0 or 7)
                throw Error("A line must have one to six fields.");
            switch (section)
            {
                case "ROWS":
                    Row(fields);
                    break;
                case "COLUMNS":
                    Column(fields);
                    break;
                case "RHS":
                case "RANGES":
                    Side(fields, section);
                    break;
                case "BOUNDS":
                    Bound(fields);
                    break;
                case "OBJSENSE":
                    Sense(fields[0]);
                    break;
                default:
                    throw Error("There is data before the first section.");
            }
        }

        throw Error("The file ends without ENDATA.");
    }

    private void Enter(string section, in MpsFields header)
    {
        switch (section)
        {
            case "NAME":
                _name = header.Count > 1 ? Encoding.UTF8.GetString(header[1]) : "";
                break;
            case "OBJSENSE":
                if (header.Count > 1)
                    Sense(header[1]);
                break;
            case "ROWS":
                break;
            case "COLUMNS":
                int twice = _allRowNames.Index();
                if (twice >= 0)
                    throw Error($"The row '{_allRowNames[twice]}' is declared twice.");
                break;
            case "RHS":
            case "RANGES":
            case "BOUNDS":
                break;
            default:
                throw Error($"The section '{section}' does not belong to a linear program.");
        }
    }

    private void Sense(ReadOnlySpan<byte> word) => _maximise = Ascii.EqualsIgnoreCase(word, "MAX"u8) || Ascii.EqualsIgnoreCase(word, "MAXIMIZE"u8)
        || (Ascii.EqualsIgnoreCase(word, "MIN"u8) || Ascii.EqualsIgnoreCase(word, "MINIMIZE"u8)
            ? false
            : throw Error("OBJSENSE must be MAX or MIN."));

    private void Row(in MpsFields fields)
    {
        if (fields.Count != 2 || fields[0].Length != 1)
            throw Error("A line of ROWS must have a type and a name.");
        byte type = (byte)(fields[0][0] & ~0x20);
        _allRowNames.Append(fields[1]);
        if (type == 'N')
        {
            _rowOfName.Add(_hasObjective ? IgnoredRow : ObjectiveRow);
            _hasObjective = true;
            return;
        }

        if (type is not ((byte)'E' or (byte)'L' or (byte)'G'))
            throw Error("The type of a row must be N, E, L or G.");
        _rowNames.Append(fields[1]);
        _rowOfName.Add(_builder.AddRow(double.NegativeInfinity, double.PositiveInfinity));
        _rowType.Add(type);
        _rightHandSide.Add(0.0);
        _range.Add(double.NaN);
    }

    private void Column(in MpsFields fields)
    {
        if (fields.Count >= 3 && fields[1].SequenceEqual("'MARKER'"u8))
        {
            ReadOnlySpan<byte> kind = fields[fields.Count - 1];
            _integer = kind.SequenceEqual("'INTORG'"u8)
                || (kind.SequenceEqual("'INTEND'"u8) ? false : throw Error("A marker must be 'INTORG' or 'INTEND'."));
            return;
        }

        if (fields.Count is not (3 or 5))
            throw Error("A line of COLUMNS must have a name and one or two pairs of row and value.");
        if (_column < 0 || !_columnNames.Bytes(_column).SequenceEqual(fields[0]))
        {
            _columnNames.Append(fields[0]);
            _column = _builder.AddColumn(0.0, double.PositiveInfinity, 0.0);
            _lower.Add(0.0);
            _upper.Add(double.PositiveInfinity);
            _lowerGiven.Add(false);
            _cost.Add(0.0);
            if (_integer)
                _integers.Add(_column);
        }

        for (int k = 1; k < fields.Count; k += 2)
        {
            int row = RowOf(fields[k]);
            double value = Finite(fields[k + 1]);
            if (row == ObjectiveRow)
                _cost[_column] += value;
            else if (row >= 0)
                _builder.AddEntry(row, _column, value);
        }
    }

    private void Side(in MpsFields fields, string section)
    {
        if (fields.Count < 2)
            throw Error($"A line of {section} must have one or two pairs of row and value.");
        int first = fields.Count % 2;
        if (!IsChosenSet(section, first == 1 ? fields[0] : default))
            return;
        for (int k = first; k < fields.Count; k += 2)
        {
            int row = RowOf(fields[k]);
            double value = Finite(fields[k + 1]);
            if (section == "RANGES")
            {
                if (row >= 0)
                    _range[row] = value;
            }
            else if (row == ObjectiveRow)
            {
                _builder.CostOffset = -value;
            }
            else if (row >= 0)
            {
                _rightHandSide[row] = value;
            }
        }
    }

    private void Bound(in MpsFields fields)
    {
        if (fields.Count < 2 || fields[0].Length != 2)
            throw Error("A line of BOUNDS must have a type, a set, a column and, for most types, a value.");
        int type = ((fields[0][0] & ~0x20) << 8) | (fields[0][1] & ~0x20);
        bool needsValue = type is not (('F' << 8 | 'R') or ('M' << 8 | 'I') or ('P' << 8 | 'L') or ('B' << 8 | 'V'));
        // With a value: type [set] column value. Without one: type [set] column, or the full form with a value to ignore.
        int columnField = needsValue ? fields.Count - 2 : Math.Min(2, fields.Count - 1);
        if (columnField is < 1 or > 2)
            throw Error("A line of BOUNDS must have a type, a set, a column and, for most types, a value.");
        if (!IsChosenSet("BOUNDS", columnField == 2 ? fields[1] : default))
            return;
        int j = _columnNames.Find(fields[columnField], _nameGuess);
        if (j < 0)
            j = _columnNames.Find(fields[columnField], _nameGuess + 1);
        if (j < 0)
            throw Error($"There is no column '{Encoding.UTF8.GetString(fields[columnField])}'.");
        _nameGuess = j + 1;
        double value = needsValue ? Number(fields[columnField + 1]) : 0.0;
        if (Math.Abs(value) >= Infinite)
            value = value > 0.0 ? double.PositiveInfinity : double.NegativeInfinity;
        switch (type)
        {
            case 'U' << 8 | 'P':
            case 'U' << 8 | 'I':
                _upper[j] = value;
                if (value < 0.0 && !_lowerGiven[j])
                    _lower[j] = double.NegativeInfinity;
                break;
            case 'L' << 8 | 'O':
            case 'L' << 8 | 'I':
                _lower[j] = value;
                _lowerGiven[j] = true;
                break;
            case 'F' << 8 | 'X':
                _lower[j] = _upper[j] = value;
                _lowerGiven[j] = true;
                break;
            case 'F' << 8 | 'R':
                _lower[j] = double.NegativeInfinity;
                _upper[j] = double.PositiveInfinity;
                _lowerGiven[j] = true;
                break;
            case 'M' << 8 | 'I':
                _lower[j] = double.NegativeInfinity;
                _lowerGiven[j] = true;
                break;
            case 'P' << 8 | 'L':
                _upper[j] = double.PositiveInfinity;
                break;
            case 'B' << 8 | 'V':
                _lower[j] = 0.0;
                _upper[j] = 1.0;
                _lowerGiven[j] = true;
                break;
            default:
                throw Error("The type of a bound must be UP, LO, FX, FR, MI, PL, BV, UI or LI.");
        }
    }

    private MpsProblem Finish()
    {
        for (int i = 0; i < _rowType.Count; i++)
        {
            double side = _rightHandSide[i];
            double width = Math.Abs(_range[i]);
            (double lower, double upper) = (char)_rowType[i] switch
            {
                'L' => (double.IsNaN(width) ? double.NegativeInfinity : side - width, side),
                'G' => (side, double.IsNaN(width) ? double.PositiveInfinity : side + width),
                _ when double.IsNaN(width) => (side, side),
                _ => _range[i] < 0.0 ? (side - width, side) : (side, side + width),
            };
            _builder.SetRowBounds(i, lower, upper);
        }

        for (int j = 0; j < _cost.Count; j++)
        {
            _builder.SetCost(j, _maximise ? -_cost[j] : _cost[j]);
            try
            {
                _builder.SetColumnBounds(j, _lower[j], _upper[j]);
            }
            catch (ArgumentException)
            {
                throw Error($"The bounds of the column '{_columnNames[j]}' admit no value.");
            }
        }

        if (_maximise)
            _builder.CostOffset = -_builder.CostOffset;
        return new MpsProblem
        {
            Name = _name,
            Program = _builder.Build(),
            Maximise = _maximise,
            RowNames = _rowNames,
            ColumnNames = _columnNames,
            IntegerColumns = [.. _integers],
        };
    }

    private bool IsChosenSet(string section, ReadOnlySpan<byte> set)
    {
        if (_chosenSet.TryGetValue(section, out byte[]? chosen))
            return set.SequenceEqual(chosen);
        _chosenSet.Add(section, set.ToArray());
        return true;
    }

    private int RowOf(ReadOnlySpan<byte> name)
    {
        int index = _allRowNames.Find(name, -1);
        return index >= 0 ? _rowOfName[index] : throw Error($"There is no row '{Encoding.UTF8.GetString(name)}'.");
    }

    private double Finite(ReadOnlySpan<byte> text)
    {
        double value = Number(text);
        return double.IsFinite(value) ? value : throw Error("The value must be finite.");
    }

    private double Number(ReadOnlySpan<byte> text) => MpsNumber.TryParse(text, out double value)
        ? value
        : throw Error($"'{Encoding.UTF8.GetString(text)}' is not a number.");

    private MpsFormatException Error(string message) => new(_lines.Number, message);
}
