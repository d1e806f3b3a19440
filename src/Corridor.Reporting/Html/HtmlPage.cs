using System.Reflection;

namespace Corridor.Reporting.Html;

/// <summary>
/// The frame of every page: one file that needs nothing else. Styles and script are embedded in the program and written into the page;
/// a policy in its head forbids any connection. Used by report.html and compare.html.
/// </summary>
public sealed record HtmlPage
{
    /// <summary>Title of the window, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Parts of the page for its table of contents: id of the section and what it is called.</summary>
    public required IReadOnlyList<(string Id, string Name)> Sections { get; init; }

    /// <summary>Styles that this page needs besides the common ones: own text.</summary>
    public string Styles { get; init; } = "";

    /// <summary>Script that this page needs besides the common one: own text.</summary>
    public string Script { get; init; } = "";

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where to, UTF-8 with line feeds.</param>
    /// <param name="header">Writes what stands above the table of contents: the question and the answer.</param>
    /// <param name="body">Writes the sections.</param>
    public void Write(TextWriter writer, Action<HtmlWriter> header, Action<HtmlWriter> body)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(body);
        var html = new HtmlWriter(writer);
        html.Markup("<!DOCTYPE html>\n");
        using (html.Open("html", ("lang", "en")))
        {
            Head(html);
            using (html.Open("body"))
            {
                html.Leaf("a", "Skip to the answer", ("class", "skip"), ("href", "#answer"));
                using (html.Open("header", ("class", "top")))
                    header(html);
                html.Line();
                Contents(html);
                using (html.Open("main", ("id", "main")))
                    body(html);
                html.Line();
                using (html.Open("script"))
                    html.Markup("\n" + Asset("page.js") + Script);
            }
        }

        html.Line();
    }

    /// <summary>The text of a file that is embedded in this program.</summary>
    /// <param name="name">Its name, such as <c>page.css</c>.</param>
    public static string Asset(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Corridor.Reporting.Html." + name)
            ?? throw new ArgumentException($"There is no embedded file {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private void Head(HtmlWriter html)
    {
        using (html.Open("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"));
            html.Leaf("title", Title);
            using (html.Open("style"))
                html.Markup("\n" + Asset("page.css") + Styles);
        }

        html.Line();
    }

    private void Contents(HtmlWriter html)
    {
        using (html.Open("nav", ("class", "contents"), ("aria-label", "Contents")))
        using (html.Open("ol"))
        {
            foreach ((string id, string name) in Sections)
            {
                using (html.Open("li"))
                    html.Leaf("a", name, ("href", "#" + id));
            }
        }

        html.Line();
    }
}
