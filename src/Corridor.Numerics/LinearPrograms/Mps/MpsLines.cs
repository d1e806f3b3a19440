namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The lines of a stream, one at a time out of one buffer; comments and empty lines are passed over.</summary>
internal sealed class MpsLines(MpsInput input)
{
    private const int LongestLine = ushort.MaxValue;
    private const int SmallBuffer = 1 << 14;
    private const int LargeBuffer = 1 << 18;

    private byte[] _buffer = new byte[SmallBuffer];
    private int _position;
    private int _filled;
    private bool _ended;

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Whether reading stopped at a line longer than 65535 bytes.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line with content, without its end; valid until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (TryReadRaw(out line))
        {
            if (line.Length > 0 && line[^1] == '\r')
                line = line[..^1];
            // Content begins at once in nearly all lines.
            if (line.Length > 0 && line[0] != '*' && (line[0] > ' ' || (line.Length > 1 && line[1] > ' ') || HasContent(line)))
                return true;
        }

        return false;
    }

    /// <summary>Takes out what was read and not yet given; the next line is then read from the input.</summary>
    public ArraySegment<byte> TakeRest()
    {
        ArraySegment<byte> rest = _buffer.AsSpan(_position, _filled - _position).ToArray();
        _filled = _position = 0;
        _ended = false;
        return rest;
    }

    private static bool HasContent(ReadOnlySpan<byte> line)
    {
        foreach (byte b in line)
        {
            if (b > ' ')
                return true;
        }

        return false;
    }

    private bool TryReadRaw(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_position, _filled - _position);
            int length = rest.IndexOf((byte)'\n');
            if (length >= 0 || (_ended && rest.Length > 0))
            {
                if (length < 0)
                    length = rest.Length;
                line = rest[..length];
                _position = Math.Min(_filled, _position + length + 1);
                Number++;
                IsTooLong = length > LongestLine;
                return !IsTooLong;
            }

            line = default;
            if (_ended)
                return false;
            if (rest.Length > LongestLine)
            {
                Number++;
                IsTooLong = true;
                return false;
            }

            Fill(rest);
        }
    }

    private void Fill(ReadOnlySpan<byte> rest)
    {
        // A short file needs no large buffer.
        byte[] buffer = Number > 0 && _buffer.Length < LargeBuffer ? new byte[LargeBuffer] : rest.Length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        rest.CopyTo(buffer);
        _buffer = buffer;
        _filled = rest.Length;
        _position = 0;
        int read = input.Read(_buffer, _filled, _buffer.Length - _filled);
        _ended = read == 0;
        if (Number == 0 && rest.Length == 0 && read >= 3 && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8))
            _position = 3;
        _filled += read;
    }
}
