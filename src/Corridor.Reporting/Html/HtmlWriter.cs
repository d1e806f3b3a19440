using System.Buffers;

namespace Corridor.Reporting.Html;

/// <summary>
/// Writes HTML and inline SVG that is well formed by construction: elements close in the order in which they were opened, and text and
/// attribute values are escaped wherever they come from. Used by all pages (report.html, compare.html) and charts.
/// </summary>
/// <remarks><c>using (html.Open("p", ("class", "note"))) html.Text(name);</c></remarks>
public sealed class HtmlWriter
{
    // Control characters have no place in HTML; the parser would refuse or replace them.
    private static readonly SearchValues<char> NotPlain = SearchValues.Create([.. "<>&\"", .. Enumerable.Range(0, 32).Where(c => c is not ('\n' or '\t')).Select(c => (char)c), '\u007F']);

    private readonly TextWriter _writer;
    private readonly Stack<string> _open = new();

    /// <summary>Begins to write.</summary>
    /// <param name="writer">Where to; it stays open.</param>
    public HtmlWriter(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
    }

    /// <summary>Number of elements that are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Opens an element, which the disposal of the answer closes.</summary>
    /// <param name="tag">Name of the element: own text, never that of a package.</param>
    /// <param name="attributes">Names and values; a value of null leaves the attribute out, an empty one writes its name alone.</param>
    public Element Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _writer.Write('>');
        _open.Push(tag);
        return new Element(this, _open.Count);
    }

    /// <summary>An element without content and end, such as <c>meta</c>, <c>br</c>.</summary>
    /// <param name="tag">Name of the element.</param>
    /// <param name="attributes">Names and values, as in <see cref="Open"/>.</param>
    public void Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _writer.Write('>');
    }

    /// <summary>An element of SVG without content, such as <c>path</c>, <c>rect</c>.</summary>
    /// <param name="tag">Name of the element.</param>
    /// <param name="attributes">Names and values, as in <see cref="Open"/>.</param>
    public void Shape(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _writer.Write("/>");
    }

    /// <summary>An element that holds text alone.</summary>
    /// <param name="tag">Name of the element.</param>
    /// <param name="text">Any text; it is escaped.</param>
    /// <param name="attributes">Names and values, as in <see cref="Open"/>.</param>
    public void Leaf(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _writer.Write('>');
        Escape(text);
        _writer.Write("</");
        _writer.Write(tag);
        _writer.Write('>');
    }

    /// <summary>Text.</summary>
    /// <param name="text">Any text; it is escaped.</param>
    public void Text(string? text) => Escape(text);

    /// <summary>A line feed, to keep the lines of the file short.</summary>
    public void Line() => _writer.Write('\n');

    /// <summary>Markup that this program wrote itself: its styles, its script, the drawing of a map. Never text of a package.</summary>
    /// <param name="markup">Well-formed markup.</param>
    public void Markup(string markup) => _writer.Write(markup);

    /// <summary>Lets another part of this program write markup of its own, such as a map.</summary>
    /// <param name="write">Writes well-formed markup.</param>
    public void Markup(Action<TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        write(_writer);
    }

    /// <summary>An id for an attribute: letters, digits, '-', '_' and '.' stay, every other character becomes <c>_</c> and its code.</summary>
    /// <param name="parts">What the id is made of, such as a prefix, a table and the id of a row.</param>
    public static string Id(params ReadOnlySpan<string> parts)
    {
        var id = new System.Text.StringBuilder();
        foreach (string part in parts)
        {
            if (id.Length > 0)
                id.Append('-');
            foreach (char c in part)
            {
                if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
                    id.Append(c);
                else
                    id.Append('_').Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return id.ToString();
    }

    private void Tag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _writer.Write('<');
        _writer.Write(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
                continue;
            _writer.Write(' ');
            _writer.Write(name);
            if (value.Length == 0)
                continue;
            _writer.Write("=\"");
            Escape(value);
            _writer.Write('"');
        }
    }

    private void Escape(string? text)
    {
        ReadOnlySpan<char> rest = text;
        for (int at = rest.IndexOfAny(NotPlain); at >= 0; at = rest.IndexOfAny(NotPlain))
        {
            _writer.Write(rest[..at]);
            _writer.Write(rest[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                _ => "\uFFFD",
            });
            rest = rest[(at + 1)..];
        }

        _writer.Write(rest);
    }

    private void Close(int depth)
    {
        if (_open.Count != depth)
            throw new InvalidOperationException($"{_open.Count - depth} elements inside are still open.");
        _writer.Write("</");
        _writer.Write(_open.Pop());
        _writer.Write('>');
    }

    /// <summary>An open element; its disposal closes it.</summary>
    public readonly struct Element : IDisposable
    {
        private readonly HtmlWriter _html;
        private readonly int _depth;

        internal Element(HtmlWriter html, int depth)
        {
            _html = html;
            _depth = depth;
        }

        /// <summary>Closes the element.</summary>
        /// <exception cref="InvalidOperationException">Elements inside are still open.</exception>
        public void Dispose() => _html.Close(_depth);
    }
}
