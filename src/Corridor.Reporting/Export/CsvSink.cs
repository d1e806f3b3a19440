using System.Buffers.Text;
using System.Text;

namespace Corridor.Reporting.Export;

/// <summary>
/// Writes rows as CSV (RFC 4180, UTF-8, comma, line feed). Numbers have nine significant digits. Text that a spreadsheet
/// would take for a formula is led by an apostrophe.
/// </summary>
internal sealed class CsvSink : IRowSink, IDisposable
{
    private const int Reserve = 64;

    private readonly Stream _stream;
    private readonly IReadOnlyList<string> _periods;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;
    private bool _inRow;

    public CsvSink(Stream stream, IReadOnlyList<string> periods)
    {
        _stream = stream;
        _periods = periods;
    }

    /// <summary>Writes the names of the columns.</summary>
    public void Header(IEnumerable<string> names)
    {
        foreach (string name in names)
            Text(name);
        EndRow();
    }

    public void Text(string? value)
    {
        Separate();
        if (string.IsNullOrEmpty(value))
            return;
        string safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        if (safe.AsSpan().IndexOfAny("\",\n\r") >= 0)
            safe = "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        Raw(safe);
    }

    public void Number(double value)
    {
        Separate();
        if (!double.IsFinite(value))
            return;
        if (value == 0 || (value == Math.Truncate(value) && Math.Abs(value) < 1e9))
            Utf8Formatter.TryFormat((long)value, _buffer.AsSpan(_used), out int written1).Advance(ref _used, written1);
        else
            value.TryFormat(_buffer.AsSpan(_used), out int written2, "G9", System.Globalization.CultureInfo.InvariantCulture).Advance(ref _used, written2);
    }

    public void Integer(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_used), out int written).Advance(ref _used, written);
    }

    public void Period(int index)
    {
        Separate();
        Raw(_periods[index]);
    }

    public void Element(int index, string id) => Text(id);

    public void EndRow()
    {
        Ensure(Reserve);
        _buffer[_used++] = (byte)'\n';
        _inRow = false;
    }

    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private void Separate()
    {
        Ensure(Reserve);
        if (_inRow)
            _buffer[_used++] = (byte)',';
        _inRow = true;
    }

    private void Raw(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length - Reserve)
        {
            Flush();
            _stream.Write(Encoding.UTF8.GetBytes(text));
            return;
        }

        Ensure(most);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    private void Ensure(int bytes)
    {
        if (_buffer.Length - _used < bytes)
            Flush();
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}

/// <summary>Moves a position after a format into a buffer that is known to have room.</summary>
internal static class FormatResult
{
    public static void Advance(this bool formatted, ref int position, int written)
    {
        if (!formatted)
            throw new InvalidOperationException("A number did not fit into the reserve of the buffer.");
        position += written;
    }
}
