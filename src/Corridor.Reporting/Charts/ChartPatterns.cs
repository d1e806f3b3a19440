using Corridor.Reporting.Html;
using Corridor.Reporting.Look;

namespace Corridor.Reporting.Charts;

/// <summary>The hatches that charts refer to; written once into a page before its first chart.</summary>
public static class ChartPatterns
{
    private static readonly string[] Strokes = ["M-2 2l4-4M0 8l8-8M6 10l4-4", "M-2 6l4 4M0 0l8 8M6-2l4 4", "M0 4h8", "M4 0v8"];

    /// <summary>Writes the hatches.</summary>
    /// <param name="html">Where to.</param>
    public static void Write(HtmlWriter html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using (html.Open("svg", ("class", "defs"), ("width", "0"), ("height", "0"), ("aria-hidden", "true"), ("focusable", "false")))
        using (html.Open("defs"))
        {
            using (Pattern(html, "hatch-missing", 6))
            {
                html.Shape("path", ("fill", "#fff"), ("d", "M0 0h6v6H0z"));
                html.Shape("path", ("stroke", Palette.Unserved), ("stroke-width", "2.4"), ("d", "M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3"));
            }

            for (int i = 0; i < Strokes.Length; i++)
            {
                using (Pattern(html, $"pattern-{i + 1}", 8))
                    html.Shape("path", ("stroke", "#fff"), ("stroke-width", "1.2"), ("stroke-opacity", "0.75"), ("d", Strokes[i]));
            }
        }

        html.Line();
    }

    private static HtmlWriter.Element Pattern(HtmlWriter html, string id, int size)
    {
        string length = size.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return html.Open("pattern", ("id", id), ("width", length), ("height", length), ("patternUnits", "userSpaceOnUse"));
    }
}
