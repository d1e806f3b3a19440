using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Corridor.Data.Packages;

/// <summary>
/// Reads a CSV file (RFC 4180, UTF-8; any separator) row by row in bounded memory, and knows the line and character of every cell. A row that
/// cannot be read carries a <see cref="Fault"/>; reading goes on at the next line.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="separator">What stands between two cells: a comma, a semicolon or a tab.</param>
/// <param name="mostCells">Most cells of a row.</param>
/// <param name="longestRow">Longest row, bytes.</param>
internal sealed class CsvReader(Stream stream, char separator = ',', int mostCells = CsvReader.MostCells, int longestRow = CsvReader.LongestRow)
{
    /// <summary>Longest cell, bytes.</summary>
    internal const int LongestCell = 64 * 1024;

    /// <summary>Longest row, bytes.</summary>
    internal const int LongestRow = 1024 * 1024;

    /// <summary>Most cells of a row.</summary>
    internal const int MostCells = 1000;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);

    private static readonly SearchValues<byte> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b), 127]);

    private readonly byte _separator = (byte)separator;
    private readonly byte[] _blanks = [(byte)separator, (byte)' ', (byte)'\t', (byte)'\n', (byte)'\r'];
    private readonly List<(int Start, int Length, bool Quoted)> _cells = [];
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private int _rowLength;
    private int _next;
    private bool _finished;

    // The row up to its fault is ASCII on one line: bytes and characters count alike.
    private bool _isPlain;

    /// <summary>Physical line on which the row starts, from 1; 0 before the first row.</summary>
    internal int Line { get; private set; }

    /// <summary>Whether the file starts with the mark of UTF-16; known once the first row is read.</summary>
    internal bool IsUtf16 { get; private set; }

    /// <summary>Number of cells in the row.</summary>
    internal int Count => _cells.Count;

    /// <summary>Why the row cannot be read.</summary>
    internal CsvFault Fault { get; private set; }

    /// <summary>Where in the row the fault stands, bytes from its start.</summary>
    internal int FaultOffset { get; private set; }

    /// <summary>The bytes of the row, line end excluded.</summary>
    internal ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, _rowLength);

    /// <summary>Byte offset of a cell's content in the row.</summary>
    internal int OffsetOf(int cell) => _cells[cell].Start;

    /// <summary>Whether all cells of the row are empty.</summary>
    internal bool IsBlank => Fault == CsvFault.None && Raw.IndexOfAnyExcept(_blanks) < 0;

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end of the file.</returns>
    internal bool Read()
    {
        if (Line == 0)
            SkipMark();
        Line = Line == 0 ? 1 : Line + LinesIn(_buffer.AsSpan(_start, _next));
        _start += _next;
        _next = 0;
        _rowLength = 0;
        _cells.Clear();
        (Fault, FaultOffset) = (CsvFault.None, 0);
        if (!Have(0))
            return false;
        int position = 0;
        while (ReadCell(ref position))
        {
            if (_cells.Count > mostCells || position > longestRow)
            {
                Skip(CsvFault.LongRow, position);
                break;
            }
        }

        CheckBytes();
        return true;
    }

    /// <summary>The text of a cell: quotation marks removed, blanks around it removed.</summary>
    internal string Text(int cell)
    {
        (int start, int length, bool quoted) = _cells[cell];
        string text = Encoding.UTF8.GetString(_buffer, _start + start, length);
        if (quoted)
            text = text.Replace("\"\"", "\"", StringComparison.Ordinal);
        return text.Trim();
    }

    /// <summary>Whether a cell stands in quotation marks.</summary>
    internal bool IsQuoted(int cell) => _cells[cell].Quoted;

    /// <summary>The bytes of a cell as they stand in the file, without the quotation marks around it.</summary>
    internal ReadOnlySpan<byte> Bytes(int cell) => _buffer.AsSpan(_start + _cells[cell].Start, _cells[cell].Length);

    /// <summary>Line and character column, both from 1, of a byte of the row.</summary>
    internal (int Line, int Column) PlaceOf(int offset)
    {
        if (_isPlain)
            return (Line, offset + 1);
        ReadOnlySpan<byte> before = _buffer.AsSpan(_start, offset);
        int lines = LinesIn(before);
        int lineStart = before.LastIndexOfAny(LineEnds) + 1;
        return (Line + lines, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>Passes over the mark of UTF-8, and tells the marks of other encodings.</summary>
    private void SkipMark()
    {
        if (Have(2) && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
            _start = 3;
        else if (Have(1) && _buffer.AsSpan(0, 2) is [0xFF, 0xFE] or [0xFE, 0xFF])
            IsUtf16 = true;
    }

    private static int LinesIn(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny(LineEnds) < 0)
            return 0;

        // A carriage return alone ends a line too; followed by a line feed it is one end with it.
        int lines = bytes.Count((byte)'\n');
        for (int at = bytes.IndexOf((byte)'\r'); at >= 0;)
        {
            if (at + 1 >= bytes.Length || bytes[at + 1] != '\n')
                lines++;
            int next = bytes[(at + 1)..].IndexOf((byte)'\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return lines;
    }

    /// <summary>Reads one cell and what ends it.</summary>
    /// <returns>False if it was the last of the row.</returns>
    private bool ReadCell(ref int position)
    {
        if (Have(position) && At(position) == '"')
            return ReadQuoted(ref position);
        int start = position;
        while (true)
        {
            if (!Advance(ref position))
            {
                _cells.Add((start, position - start, false));
                return End(position, position);
            }

            if (position - start > LongestCell)
                return Skip(CsvFault.LongCell, start);
            if (At(position) != '"')
                break;
            SetFault(CsvFault.StrayQuote, position);
            position++;
        }

        _cells.Add((start, position - start, false));
        return FinishCell(ref position);
    }

    /// <summary>The first byte that ends a cell, or -1. Cells are short: byte by byte is faster here than a search of many at once.</summary>
    private int StopIn(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b == _separator || b is (byte)'"' or (byte)'\n' or (byte)'\r')
                return i;
        }

        return -1;
    }

    private bool ReadQuoted(ref int position)
    {
        int open = position;
        position++;
        int start = position;
        while (true)
        {
            bool found = AdvanceToQuote(ref position, start);
            if (!found)
            {
                // Nothing closes it: take the line alone, so that what follows is still looked at.
                return Skip(CsvFault.OpenQuote, open);
            }

            if (!Have(position + 1) || At(position + 1) != '"')
                break;
            position += 2;
        }

        _cells.Add((start, position - start, true));
        position++;
        if (Have(position) && At(position) != _separator && At(position) is not ((byte)'\n' or (byte)'\r'))
            return Skip(CsvFault.TextAfterQuote, position);
        return Have(position) ? FinishCell(ref position) : End(position, position);
    }

    private bool FinishCell(ref int position)
    {
        if (At(position) == _separator)
        {
            position++;
            return true;
        }

        return End(position, AfterLineEnd(position));
    }

    private bool End(int rowLength, int next)
    {
        (_rowLength, _next) = (rowLength, next);
        return false;
    }

    private int AfterLineEnd(int position)
    {
        if (!Have(position))
            return position;
        return At(position) == '\r' && Have(position + 1) && At(position + 1) == '\n' ? position + 2 : position + 1;
    }

    private bool AdvanceToQuote(ref int position, int start)
    {
        while (position - start <= LongestCell)
        {
            if (!Have(position))
                return false;
            int found = _buffer.AsSpan(_start + position, _end - _start - position).IndexOf((byte)'"');
            if (found >= 0)
            {
                position += found;
                return position - start <= LongestCell;
            }

            position = _end - _start;
        }

        return false;
    }

    /// <summary>Goes to what ends a cell or is wrong in it, or to the end of the file, or past the longest cell.</summary>
    private bool Advance(ref int position)
    {
        int start = position;
        while (Have(position))
        {
            int found = StopIn(_buffer.AsSpan(_start + position, _end - _start - position));
            if (found >= 0)
            {
                position += found;
                return true;
            }

            position = _end - _start;
            if (position - start > LongestCell)
                return true;
        }

        return false;
    }

    /// <summary>Gives the row up and drops bytes until the line ends.</summary>
    private bool Skip(CsvFault fault, int offset)
    {
        // The row up to the fault stays, for its place; what follows is not kept.
        SetFault(fault, offset);
        int keep = Math.Max(offset, 1);
        int scanned = offset;
        while (true)
        {
            if (!Have(scanned))
                break;
            int found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOfAny(LineEnds);
            if (found >= 0)
            {
                scanned += found;
                break;
            }

            // Nothing but the middle of a long line: forget it.
            _end = _start + keep;
            scanned = keep;
        }

        return End(Math.Min(keep, scanned), AfterLineEnd(scanned));
    }

    private void SetFault(CsvFault fault, int offset)
    {
        if (Fault == CsvFault.None)
            (Fault, FaultOffset) = (fault, offset);
    }

    /// <summary>Looks for bytes that no text has; they explain a row better than the quotation marks that come after them.</summary>
    private void CheckBytes()
    {
        ReadOnlySpan<byte> raw = Fault == CsvFault.None ? Raw : Raw[..Math.Min(FaultOffset, _rowLength)];
        _isPlain = Ascii.IsValid(raw) && raw.IndexOfAny(LineEnds) < 0;
        if (!_isPlain && !Utf8.IsValid(raw))
        {
            int offset = 0;
            while (Rune.DecodeFromUtf8(raw[offset..], out _, out int consumed) == OperationStatus.Done)
                offset += consumed;
            (Fault, FaultOffset) = (CsvFault.Encoding, offset);
            return;
        }

        int control = raw.IndexOfAny(Forbidden);
        if (control >= 0)
            (Fault, FaultOffset) = (CsvFault.ControlCharacter, control);
    }

    private byte At(int position) => _buffer[_start + position];

    /// <summary>Makes a byte of the row available.</summary>
    /// <returns>False if the file ends before it.</returns>
    private bool Have(int position)
    {
        while (_start + position >= _end)
        {
            if (_finished)
                return false;
            MakeRoom();
            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _finished = read == 0;
            _end += read;
        }

        return true;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
            return;
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
            if (_end < _buffer.Length / 2)
                return;
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
