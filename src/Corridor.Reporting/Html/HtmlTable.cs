namespace Corridor.Reporting.Html;

/// <summary>
/// A table with a caption, one header row, and a first column that names its rows. It stands in a frame that scrolls where the screen is
/// narrow, and that the keyboard reaches. Used by all pages.
/// </summary>
/// <typeparam name="T">What a row is about.</typeparam>
public sealed class HtmlTable<T>
{
    private readonly List<(string Head, bool Number, Action<HtmlWriter, T> Cell)> _columns = [];
    private readonly string _caption;

    /// <summary>Begins a table.</summary>
    /// <param name="caption">What it shows, with its unit; read out, and shown above it.</param>
    public HtmlTable(string caption) => _caption = caption;

    /// <summary>Class of a row, for styles; none where null.</summary>
    public Func<T, string?>? RowClass { get; init; }

    /// <summary>Id of a row; none where null.</summary>
    public Func<T, string?>? RowId { get; init; }

    /// <summary>A column of text.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="text">Text of a cell.</param>
    public HtmlTable<T> Text(string head, Func<T, string?> text) => Column(head, false, (html, row) => html.Text(text(row)));

    /// <summary>A column of figures.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="text">Text of a cell.</param>
    public HtmlTable<T> Number(string head, Func<T, string?> text) => Column(head, true, (html, row) => html.Text(text(row)));

    /// <summary>A column of anything.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="number">Whether it is set to the right, as figures are.</param>
    /// <param name="cell">Writes the content of a cell.</param>
    public HtmlTable<T> Column(string head, bool number, Action<HtmlWriter, T> cell)
    {
        _columns.Add((head, number, cell));
        return this;
    }

    /// <summary>Writes the table; of none of the rows, nothing.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="rows">The rows.</param>
    public void Write(HtmlWriter html, IReadOnlyCollection<T> rows)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            return;
        using (html.Open("div", ("class", "wide"), ("role", "region"), ("aria-label", _caption), ("tabindex", "0")))
        using (html.Open("table"))
        {
            html.Leaf("caption", _caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach ((string head, bool number, _) in _columns)
                    html.Leaf("th", head, ("scope", "col"), ("class", number ? "n" : null));
            }

            using (html.Open("tbody"))
            {
                foreach (T row in rows)
                    Row(html, row);
            }
        }

        html.Line();
    }

    /// <summary>Writes the first rows, and the others folded below them.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="rows">The rows, most important first.</param>
    /// <param name="shown">How many are shown at once.</param>
    /// <param name="what">What the rows are, plural, such as "contracts".</param>
    public void WriteFolded(HtmlWriter html, IReadOnlyList<T> rows, int shown, string what)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(rows);
        // A fold of one or two rows hides more than it helps.
        if (rows.Count <= shown + 2)
        {
            Write(html, rows);
            return;
        }

        Write(html, [.. rows.Take(shown)]);
        using (html.Open("details"))
        {
            html.Leaf("summary", $"{rows.Count - shown} more {what}");
            Write(html, [.. rows.Skip(shown)]);
        }
    }

    private void Row(HtmlWriter html, T row)
    {
        using (html.Open("tr", ("class", RowClass?.Invoke(row)), ("id", RowId?.Invoke(row))))
        {
            for (int i = 0; i < _columns.Count; i++)
            {
                (_, bool number, Action<HtmlWriter, T> cell) = _columns[i];
                using (i == 0 ? html.Open("th", ("scope", "row")) : html.Open("td", ("class", number ? "n" : null)))
                    cell(html, row);
            }
        }
    }
}
