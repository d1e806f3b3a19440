namespace Corridor.Data.Formats.Workbooks;

/// <summary>
/// The bytes of a part. Refuses more of them than the zip file stated, and a stretch without a tag that is longer than any
/// element or text of a workbook: the XML reader would keep it whole.
/// </summary>
internal sealed class WorkbookStream(Stream inner, long length) : Stream
{
    private const int LongestStretch = 4 << 20;
    private long _read;
    private long _stretch;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    /// <exception cref="WorkbookSizeException">The part is longer than stated, or one of its elements or texts is.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="WorkbookSizeException">The part is longer than stated, or one of its elements or texts is.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _read += read;
        if (_read > length)
            throw new WorkbookSizeException("The part unpacks to more bytes than the zip file states.");
        int tag = buffer[..read].LastIndexOf((byte)'<');
        _stretch = tag < 0 ? _stretch + read : read - tag;
        return _stretch <= LongestStretch ? read : throw new WorkbookSizeException("The part has an element or text longer than 4 MiB.");
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
