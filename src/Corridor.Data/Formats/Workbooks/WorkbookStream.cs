using Corridor.Data.Packages;

namespace Corridor.Data.Formats.Workbooks;

/// <summary>
/// The bytes of a part. Refuses more of them than the zip file stated, and a stretch without a tag that is longer than any
/// element or text of a workbook: the XML reader would keep it whole.
/// </summary>
internal sealed class WorkbookStream(Stream inner, long length) : ReadingStream(inner)
{
    private const int LongestStretch = 4 << 20;
    private long _stretch;

    /// <inheritdoc/>
    /// <exception cref="WorkbookSizeException">The part is longer than stated, or one of its elements or texts is.</exception>
    protected override void Look(ReadOnlySpan<byte> bytes, long total)
    {
        if (total > length)
            throw new WorkbookSizeException("The part unpacks to more bytes than the zip file states.");
        int tag = bytes.LastIndexOf((byte)'<');
        _stretch = tag < 0 ? _stretch + bytes.Length : bytes.Length - tag;
        if (_stretch > LongestStretch)
            throw new WorkbookSizeException("The part has an element or text longer than 4 MiB.");
    }
}
