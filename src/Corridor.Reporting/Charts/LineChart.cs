using System.Text;
using Corridor.Reporting.Html;

namespace Corridor.Reporting.Charts;

/// <summary>A modelled series, drawn as a line.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">Colour: a CSS colour or variable of this program.</param>
/// <param name="Values">Value by step; not finite where there is none.</param>
/// <param name="Dashed">Whether it is a limit rather than a result.</param>
public sealed record LineSeries(string Name, string Colour, double[] Values, bool Dashed = false);

/// <summary>A reported series, drawn as dots.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Values">Value by step; not finite where there is none.</param>
/// <param name="Colour">Colour of the line that it belongs to; that of the text where null.</param>
public sealed record DotSeries(string Name, double[] Values, string? Colour = null);

/// <summary>
/// Modelled lines and reported dots over the steps of time, named at the right. Used by report.html and compare.html.
/// </summary>
public sealed record LineChart
{
    /// <summary>Id, unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>The answer that the chart gives.</summary>
    public required string Title { get; init; }

    /// <summary>What is drawn, in which unit, modelled or reported.</summary>
    public required string Note { get; init; }

    /// <summary>Unit of the figures in words.</summary>
    public required string Unit { get; init; }

    /// <summary>Steps of time.</summary>
    public required TimeBuckets Steps { get; init; }

    /// <summary>Modelled lines.</summary>
    public required IReadOnlyList<LineSeries> Lines { get; init; }

    /// <summary>Reported dots; series without a value are left out.</summary>
    public IReadOnlyList<DotSeries> Dots { get; init; } = [];

    /// <summary>Whether the axis begins at zero in any case; it does where the least value is below half of the largest.</summary>
    public bool FromZero { get; init; }

    /// <summary>Writes the chart.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        ArgumentNullException.ThrowIfNull(html);
        DotSeries[] dots = [.. Dots.Where(d => d.Values.Any(double.IsFinite))];
        double[] all = [.. Lines.SelectMany(l => l.Values).Concat(dots.SelectMany(d => d.Values)).Where(double.IsFinite).DefaultIfEmpty(0)];
        var plot = new PlotFrame(Steps, new NiceScale(all.Min(), all.Max(), FromZero || all.Min() < 0.5 * all.Max()));
        ChartFigure.Write(
            html, Id, Title, Note, Unit, plot, [.. Lines.Select(l => (l.Name, l.Values)), .. dots.Select(d => (d.Name, d.Values))], () => Draw(html, plot, dots));
    }

    private void Draw(HtmlWriter html, PlotFrame plot, DotSeries[] dots)
    {
        var labels = new List<(double, string, string?, Action<double, double>)>();
        using (html.Open("g", ("class", "lines"), ("aria-hidden", "true")))
        {
            foreach (LineSeries line in Lines)
            {
                string? style = line.Dashed ? "dashed" : null;
                html.Shape("path", ("class", style), ("style", "stroke:" + line.Colour), ("d", Path(plot, line.Values)));
                if (Last(line.Values) is { } last)
                    labels.Add((plot.Y(last), line.Name, null, (x, y) => html.Shape("path", ("class", style), ("style", "stroke:" + line.Colour), ("d", $"M{SvgText.Of(x - 6)} {SvgText.Of(y)}h12"))));
            }
        }

        using (html.Open("g", ("class", "dots"), ("aria-hidden", "true")))
        {
            for (int k = 0; k < dots.Length; k++)
            {
                DotSeries series = dots[k];
                int shape = k;
                for (int i = 0; i < series.Values.Length; i++)
                {
                    if (double.IsFinite(series.Values[i]))
                        Dot(html, shape, series.Colour, plot.Middle(i), plot.Y(series.Values[i]));
                }

                labels.Add((plot.Y(Last(series.Values)!.Value), series.Name, null, (x, y) => Dot(html, shape, series.Colour, x, y)));
            }
        }

        using (html.Open("g", ("class", "lines dots")))
            PlotFrame.DrawLabels(html, labels);
    }

    /// <summary>Circles, diamonds, squares, triangles: shapes tell series apart without colours.</summary>
    private static void Dot(HtmlWriter html, int shape, string? colour, double x, double y) =>
        html.Shape("path", ("class", "dot"), ("style", colour is null ? null : "fill:" + colour), ("d", (shape % 4) switch
        {
            0 => $"M{SvgText.Of(x - 3.5)} {SvgText.Of(y)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
            1 => $"M{SvgText.Of(x)} {SvgText.Of(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5-4.5z",
            2 => $"M{SvgText.Of(x - 3.3)} {SvgText.Of(y - 3.3)}h6.6v6.6h-6.6z",
            _ => $"M{SvgText.Of(x)} {SvgText.Of(y - 4)}l4.4 7.4h-8.8z",
        }));

    private static double? Last(double[] values) => Array.FindLastIndex(values, double.IsFinite) is >= 0 and int at ? values[at] : null;

    private static string Path(PlotFrame plot, double[] values)
    {
        var path = new StringBuilder();
        // Of a value that has no neighbour a line would show nothing: it is drawn across its step.
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && !(i > 0 && double.IsFinite(values[i - 1])) && !(i + 1 < values.Length && double.IsFinite(values[i + 1])))
                path.Append('M').Append(SvgText.Of(plot.X(i))).Append(' ').Append(SvgText.Of(plot.Y(values[i]))).Append('H').Append(SvgText.Of(plot.X(i + 1)));
            else if (double.IsFinite(values[i]))
                path.Append(i == 0 || !double.IsFinite(values[i - 1]) ? 'M' : 'L').Append(SvgText.Of(plot.Middle(i))).Append(' ').Append(SvgText.Of(plot.Y(values[i])));
        }

        return path.ToString();
    }
}
