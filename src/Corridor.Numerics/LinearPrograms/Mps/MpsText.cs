using System.Globalization;
using System.Text;

namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>Lines of an MPS file on their way to a stream.</summary>
internal sealed class MpsText(Stream stream)
{
    private const int LongestNumber = 40;

    private readonly byte[] _buffer = new byte[1 << 17];
    private int _used;

    public void Raw(string text)
    {
        Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    /// <summary>A blank and a field.</summary>
    public void Field(ReadOnlySpan<byte> field)
    {
        Ensure(field.Length + 1);
        _buffer[_used++] = (byte)' ';
        field.CopyTo(_buffer.AsSpan(_used));
        _used += field.Length;
    }

    /// <summary>A blank and the shortest decimal number that reads back as the same double.</summary>
    public void Number(double value)
    {
        Ensure(LongestNumber);
        _buffer[_used++] = (byte)' ';
        value.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void End()
    {
        Ensure(1);
        _buffer[_used++] = (byte)'\n';
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }

    private void Ensure(int bytes)
    {
        if (_buffer.Length - _used < bytes)
            Flush();
    }
}
