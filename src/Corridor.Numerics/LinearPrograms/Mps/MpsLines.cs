namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>The lines of a stream, one at a time out of one buffer; comments and empty lines are passed over.</summary>
internal sealed class MpsLines(Stream stream)
{
    private const int LongestLine = 1 << 16;

    private readonly byte[] _buffer = new byte[1 << 20];
    private int _position;
    private int _filled;
    private bool _ended;

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line with content, without its end; valid until the next call.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (TryReadRaw(out line))
        {
            if (line.Length > 0 && line[^1] == '\r')
                line = line[..^1];
            if (line.Length > 0 && line[0] != '*' && line.IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0)
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
                return true;
            }

            if (_ended)
            {
                line = default;
                return false;
            }

            if (rest.Length > LongestLine)
                throw new MpsFormatException(Number + 1, "The line is longer than 65536 bytes.");
            rest.CopyTo(_buffer);
            _filled = rest.Length;
            _position = 0;
            int read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
            _ended = read == 0;
            _filled += read;
        }
    }
}
