using System.Text;

namespace Corridor.Data.Packages;

/// <summary>Writes CSV (RFC 4180, line feeds) that <see cref="CsvReader"/> reads back as the same cells.</summary>
internal sealed class CsvWriter
{
    private readonly StringBuilder _text = new();
    private bool _hasCell;

    /// <summary>Adds a cell to the row.</summary>
    /// <exception cref="ArgumentException">The text has a control character or is too long for a cell.</exception>
    internal void Cell(string text)
    {
        string trimmed = text.Trim();
        bool quoted = false;
        foreach (char c in trimmed)
        {
            quoted |= c is ',' or '"' or '\n' or '\r';
            if (c is < ' ' or '\u007F' && c is not ('\t' or '\n' or '\r'))
                throw new ArgumentException("A cell cannot hold control characters.", nameof(text));
        }

        if (Encoding.UTF8.GetByteCount(trimmed) > CsvReader.LongestCell / 2)
            throw new ArgumentException("A cell cannot hold so long a text.", nameof(text));
        if (_hasCell)
            _text.Append(',');
        _hasCell = true;
        if (quoted)
            _text.Append('"').Append(trimmed.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _text.Append(trimmed);
    }

    /// <summary>Ends the row.</summary>
    internal void EndRow()
    {
        _text.Append('\n');
        _hasCell = false;
    }

    /// <summary>Writes all rows in UTF-8 without a mark.</summary>
    internal void Save(Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        foreach (ReadOnlyMemory<char> chunk in _text.GetChunks())
            writer.Write(chunk.Span);
    }
}
