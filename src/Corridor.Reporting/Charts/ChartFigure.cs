using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Charts;

/// <summary>
/// What all charts have: a title that answers, a line on what is drawn, the drawing, and its figures as a table behind a fold, which
/// screen readers read, and from which the script takes what it shows at the pointer.
/// </summary>
internal static class ChartFigure
{
    /// <summary>Writes a chart.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="id">Id of the figure, unique on the page.</param>
    /// <param name="title">The answer that the chart gives.</param>
    /// <param name="note">What is drawn, in which unit, modelled or reported.</param>
    /// <param name="unit">Unit of the figures in words, for the table.</param>
    /// <param name="plot">Where things stand.</param>
    /// <param name="columns">Series of the table: name, and value by step.</param>
    /// <param name="draw">Draws inside the frame.</param>
    public static void Write(
        HtmlWriter html, string id, string title, string note, string unit, PlotFrame plot, IReadOnlyList<(string Name, double[] Values)> columns, Action draw)
    {
        Frame(html, "chart", id, title, note, () =>
        {
            using (html.Open(
                "svg",
                ("viewBox", $"0 0 {SvgText.Of(PlotFrame.Width)} {SvgText.Of(PlotFrame.Height)}"), ("role", "img"), ("aria-label", $"{title}. {note}. The figures follow in a table."),
                ("data-x", $"{SvgText.Of(PlotFrame.Left)} {SvgText.Of(plot.Band)} {plot.Steps.Count}"), ("data-w", SvgText.Of(PlotFrame.Width))))
            {
                plot.DrawAxes(html);
                draw();
            }
        }, () => Table(html, title, unit, plot.Steps, columns));
    }

    /// <summary>Writes what all charts have around their drawing.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="style">Classes of the figure; <c>chart</c> among them.</param>
    /// <param name="id">Id of the figure, unique on the page.</param>
    /// <param name="title">The answer that the chart gives.</param>
    /// <param name="note">What is drawn, in which unit.</param>
    /// <param name="draw">Writes the drawing.</param>
    /// <param name="table">Writes its figures as a table.</param>
    public static void Frame(HtmlWriter html, string style, string id, string title, string note, Action draw, Action table)
    {
        using (html.Open("figure", ("class", style), ("id", id)))
        {
            using (html.Open("figcaption"))
            {
                html.Leaf("strong", title);
                html.Text(" ");
                html.Leaf("span", note, ("class", "note"));
            }

            draw();
            using (html.Open("details", ("class", "data")))
            {
                html.Leaf("summary", "Figures");
                table();
            }
        }

        html.Line();
    }

    private static void Table(HtmlWriter html, string title, string unit, TimeBuckets steps, IReadOnlyList<(string Name, double[] Values)> columns)
    {
        double scale = columns.SelectMany(c => c.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        using (html.Open("div", ("class", "wide"), ("role", "region"), ("aria-label", $"Figures: {title}"), ("tabindex", "0")))
        using (html.Open("table"))
        {
            html.Leaf("caption", unit);
            using (html.Open("tr"))
            {
                html.Leaf("th", steps.Step, ("scope", "col"));
                foreach ((string name, _) in columns)
                    html.Leaf("th", name, ("scope", "col"));
            }

            for (int i = 0; i < steps.Count; i++)
            {
                using (html.Open("tr"))
                {
                    html.Leaf("th", steps.Name(i), ("scope", "row"));
                    foreach ((_, double[] values) in columns)
                        html.Leaf("td", NumberText.Of(values[i], scale));
                }
            }
        }
    }
}
