namespace Corridor.Reporting.Html;

/// <summary>A part of a report: what it is called, whether there is anything to say, and what it says.</summary>
/// <param name="Id">Id of the section.</param>
/// <param name="Name">Its name in the table of contents.</param>
/// <param name="Title">Its heading: the finding where there is one.</param>
/// <param name="Write">Writes what stands below the heading.</param>
internal sealed record ReportSection(string Id, string Name, string Title, Action<HtmlWriter> Write)
{
    /// <summary>Whether it follows the one before on the same page of paper, because it is short.</summary>
    public bool Flows { get; init; }

    /// <summary>Writes the section with its heading.</summary>
    public void WriteTo(HtmlWriter html)
    {
        using (html.Open("section", ("id", Id), ("class", Flows ? "flow" : null), ("aria-labelledby", Id + "-title")))
        {
            html.Line();
            html.Leaf("h2", Title, ("id", Id + "-title"));
            html.Line();
            Write(html);
        }

        html.Line();
    }
}
