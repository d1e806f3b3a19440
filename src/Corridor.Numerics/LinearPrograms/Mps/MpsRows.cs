namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The rows of a file: those of the program, the objective, and further rows without bounds, which are left out.</summary>
internal sealed class MpsRows(MpsReport report)
{
    /// <summary>Stands for the objective.</summary>
    public const int Objective = -1;

    /// <summary>Stands for a row that is left out.</summary>
    public const int Ignored = -2;

    /// <summary>Stands for a name that no row has.</summary>
    public const int Unknown = -3;

    /// <summary>Entries of a column whose rows are remembered.</summary>
    private const int Remembered = 16;

    private readonly MpsNames _free = new();
    private readonly int[] _lastAt = new int[Remembered];
    private byte[]? _wishedObjective;
    private byte[]? _objective;
    private int _previous;
    private int _prepared = -1;
    private bool _isNumbered;
    private byte[] _prefix = [];
    private int _base;

    /// <summary>Names of the rows of the program.</summary>
    public MpsNames Names { get; } = new();

    /// <summary>Types of the rows of the program: E, L or G.</summary>
    public List<byte> Types { get; } = [];

    /// <summary>Name of the objective; empty where there is none.</summary>
    public string ObjectiveName => _objective is null ? "" : MpsReport.Text(_objective);

    /// <summary>Whether a row is the objective.</summary>
    public bool HasObjective => _objective is not null;

    /// <summary>Names the objective before the rows are declared.</summary>
    public void Wish(ReadOnlySpan<byte> name) => _wishedObjective = name.ToArray();

    /// <summary>Takes a line of ROWS.</summary>
    public void Declare(in MpsFields fields)
    {
        if (fields.Count != 2 || fields[0].Length != 1)
        {
            report.Add(MpsIssue.Malformed, "A line of ROWS must have a type and a name.");
            return;
        }

        ReadOnlySpan<byte> name = fields[1];
        byte type = (byte)(fields[0][0] & ~0x20);
        if (type is not ((byte)'N' or (byte)'E' or (byte)'L' or (byte)'G'))
        {
            report.Add(MpsIssue.UnknownWord, fields.PlaceOf(0), fields[0], "The type of a row must be N, E, L or G, not ", ".");
        }
        else if (type == 'N')
        {
            if (Names.Count > 0 && Names.Find(name, -1) >= 0)
                Twice(fields, name);
            else
                DeclareFree(fields, name);
        }
        else if ((_free.Count > 0 && _free.Find(name, 0) >= 0) || !Names.Add(name))
        {
            Twice(fields, name);
        }
        else
        {
            Types.Add(type);
        }
    }

    /// <summary>The row of a name: its index, <see cref="Objective"/>, <see cref="Ignored"/> or <see cref="Unknown"/>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Which entry of its column or line it is: the same row as last time at this place is tried first.</param>
    public int Find(ReadOnlySpan<byte> name, int place)
    {
        int slot = place < Remembered ? place : Remembered - 1;
        int guess = _lastAt[slot];
        if (guess == Objective && name.SequenceEqual(_objective))
            return Objective;
        int row = FindStored(name, guess);
        if (row >= 0)
        {
            _lastAt[slot] = row;
            return row;
        }

        if (_objective is not null && name.SequenceEqual(_objective))
            return _lastAt[slot] = Objective;
        return _free.Find(name, -1) >= 0 ? Ignored : Unknown;
    }

    /// <summary>Makes ready for <see cref="Lookup"/>, once no row is declared any more.</summary>
    public void Prepare()
    {
        if (_prepared == Names.Count)
            return;
        _prepared = Names.Count;
        _isNumbered = IsNumbered();
        if (!_isNumbered)
            Names.EnsureIndex();
    }

    /// <summary>
    /// The row of a name: its index, <see cref="Objective"/>, or <see cref="Unknown"/> where it is neither. It changes nothing but the hints: threads
    /// with hints of their own may ask at once.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="hint">Rows found last, by place.</param>
    /// <param name="place">Which of them to try first.</param>
    public int Lookup(ReadOnlySpan<byte> name, int[] hint, int place)
    {
        int row;
        if (_isNumbered)
        {
            row = NumberOf(name);
        }
        else
        {
            int slot = place < hint.Length ? place : hint.Length - 1;
            row = hint[slot] == Objective && name.SequenceEqual(_objective) ? -1 : Names.Find(name, hint[slot]);
            hint[slot] = row;
        }

        return row >= 0 ? row : name.SequenceEqual(_objective) && _objective is not null ? Objective : Unknown;
    }

    /// <summary>The row of a name where lines come in the order of the rows.</summary>
    public int FindNext(ReadOnlySpan<byte> name)
    {
        int row = FindStored(name, _previous + 1);
        if (row < 0)
            return name.SequenceEqual(_objective) && _objective is not null ? Objective : _free.Find(name, -1) >= 0 ? Ignored : Unknown;
        _previous = row;
        return row;
    }

    /// <summary>Begins a section whose lines come in the order of the rows.</summary>
    public void Rewind() => _previous = -1;

    /// <summary>The place of a name, or −1; numbered names need no table.</summary>
    private int FindStored(ReadOnlySpan<byte> name, int guess)
    {
        if ((uint)guess < (uint)Names.Count && Names.Is(guess, name))
            return guess;
        Prepare();
        return _isNumbered ? NumberOf(name) : Names.Find(name, -1);
    }

    /// <summary>Whether all names are one prefix and numbers that follow each other: a name then says its index.</summary>
    private bool IsNumbered()
    {
        if (Names.Count == 0)
            return false;
        ReadOnlySpan<byte> name = Names.Bytes(0);
        int prefix = name.Length;
        while (prefix > 0 && char.IsAsciiDigit((char)name[prefix - 1]))
            prefix--;
        _prefix = name[..prefix].ToArray();
        _base = 0;
        _base = NumberOf(name, int.MaxValue);
        if (_base < 0)
            return false;
        for (int i = 0; i < Names.Count; i++)
        {
            if (NumberOf(Names.Bytes(i)) != i)
                return false;
        }

        return true;
    }

    private int NumberOf(ReadOnlySpan<byte> name) => NumberOf(name, Names.Count);

    private int NumberOf(ReadOnlySpan<byte> name, int count)
    {
        ReadOnlySpan<byte> prefix = _prefix;
        int digits = name.Length - prefix.Length;
        if (digits is < 1 or > 9 || !name.StartsWith(prefix))
            return -1;
        int number = 0;
        for (int k = prefix.Length; k < name.Length; k++)
        {
            uint digit = (uint)(name[k] - '0');
            if (digit > 9)
                return -1;
            number = (10 * number) + (int)digit;
        }

        if (digits > 1 && name[prefix.Length] == '0')
            return -1;
        number -= _base;
        return (uint)number < (uint)count ? number : -1;
    }

    private void DeclareFree(in MpsFields fields, ReadOnlySpan<byte> name)
    {
        if (!_free.Add(name))
        {
            Twice(fields, name);
            return;
        }

        bool isObjective = _wishedObjective is null ? _objective is null : name.SequenceEqual(_wishedObjective);
        if (isObjective)
            _objective = name.ToArray();
        else
            report.Add(MpsIssue.FreeRow, fields.PlaceOf(1), name, "The row ", " has no bounds and is not the objective; it is left out.");
    }

    private void Twice(in MpsFields fields, ReadOnlySpan<byte> name) =>
        report.Add(MpsIssue.DeclaredTwice, fields.PlaceOf(1), name, "The row ", " is declared twice.");
}
