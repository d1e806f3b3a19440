using System.Text;
using System.Text.Unicode;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>The bytes of a case file, with the places in it.</summary>
internal sealed class MatpowerText
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly bool _isUtf8;
    private int[]? _lineStarts;

    internal MatpowerText(ReadOnlyMemory<byte> bytes, string file)
    {
        _bytes = bytes;
        _isUtf8 = Utf8.IsValid(bytes.Span);
        File = file;
    }

    /// <summary>How findings name the file.</summary>
    internal string File { get; }

    /// <summary>The bytes.</summary>
    internal ReadOnlySpan<byte> Span => _bytes.Span;

    /// <summary>Number of bytes.</summary>
    internal int Length => _bytes.Length;

    /// <summary>The byte at an offset; 0 beyond the end.</summary>
    internal byte this[int offset] => (uint)offset < (uint)_bytes.Length ? _bytes.Span[offset] : (byte)0;

    /// <summary>A part as text: UTF-8 where the whole file is, else Latin-1.</summary>
    internal string Slice(int start, int end) => (_isUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(_bytes.Span[start..end]);

    /// <summary>The place of an offset, columns counted in characters.</summary>
    internal SourcePlace Place(int offset)
    {
        _lineStarts ??= LineStarts();
        int line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0)
            line = ~line - 1;
        int column = 1;
        foreach (byte b in _bytes.Span[_lineStarts[line]..Math.Min(offset, _bytes.Length)])
        {
            if (!_isUtf8 || (b & 0xC0) != 0x80)
                column++;
        }

        return new SourcePlace(File, line + 1, column);
    }

    private int[] LineStarts()
    {
        ReadOnlySpan<byte> span = _bytes.Span;
        var starts = new int[span.Count((byte)'\n') + 1];
        int count = 1;
        for (int at = 0; span[at..].IndexOf((byte)'\n') is >= 0 and int step;)
        {
            at += step + 1;
            starts[count++] = at;
        }

        return starts;
    }
}
