using System.Globalization;
using System.Text;

namespace Corridor.Data.Formats.Excel;

/// <summary>Writes XML as UTF-8 into a stream without holding it. Texts are escaped as Office Open XML demands.</summary>
internal sealed class MarkupBuffer(Stream stream) : IDisposable
{
    private readonly byte[] _bytes = new byte[1 << 16];
    private int _used;

    /// <summary>Markup that is known to be well-formed.</summary>
    internal MarkupBuffer Raw(string markup)
    {
        int from = 0;
        while (from < markup.Length)
        {
            // At most three bytes come of a character; a pair of surrogates is not torn apart.
            int count = Math.Min(markup.Length - from, 4096);
            if (from + count < markup.Length && char.IsHighSurrogate(markup[from + count - 1]))
                count--;
            Reserve(3 * count);
            _used += Encoding.UTF8.GetBytes(markup, from, count, _bytes, _used);
            from += count;
        }

        return this;
    }

    /// <summary>A whole number.</summary>
    internal MarkupBuffer Raw(long number)
    {
        Reserve(24);
        number.TryFormat(_bytes.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    /// <summary>A finite number, in the shortest form that reads as the same number.</summary>
    internal MarkupBuffer Raw(double number)
    {
        Reserve(32);
        number.TryFormat(_bytes.AsSpan(_used), out int written, "R", CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    /// <summary>
    /// The text of an element or attribute. What XML cannot hold is written as <c>_xHHHH_</c>, and a text that looks like it with its
    /// underscore written so (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring); a carriage return as well, which XML readers would turn into a line feed.
    /// </summary>
    internal MarkupBuffer Text(string text)
    {
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string? escape = Escape(text, i);
            if (escape is null)
                continue;
            if (i > from)
                Raw(text[from..i]);
            Raw(escape);
            from = i + 1;
        }

        return Raw(from == 0 ? text : text[from..]);
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private static string? Escape(string text, int index)
    {
        char c = text[index];
        switch (c)
        {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            case '_':
                return LooksEscaped(text, index) ? "_x005F_" : null;
            case '\t' or '\n':
                return null;
        }

        bool isTorn = char.IsHighSurrogate(c) ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
        return c < ' ' || c >= '\uFFFE' || isTorn ? string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_") : null;
    }

    private static bool LooksEscaped(string text, int index)
    {
        if (index + 6 >= text.Length || text[index + 1] != 'x' || text[index + 6] != '_')
            return false;
        for (int i = index + 2; i < index + 6; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]))
                return false;
        }

        return true;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _used < bytes)
            Flush();
    }

    private void Flush()
    {
        stream.Write(_bytes, 0, _used);
        _used = 0;
    }
}
