using System.Text;
using Corridor.Reporting.Html;

namespace Corridor.Reporting.Charts;

/// <summary>One layer of a stack.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">Colour: a CSS colour or variable of this program.</param>
/// <param name="Values">Value by step, ≥ 0; below zero counts as zero.</param>
/// <param name="Pattern">Number of a pattern drawn over the colour, from 1; 0 for none.</param>
public sealed record StackLayer(string Name, string Colour, double[] Values, int Pattern = 0);

/// <summary>
/// Columns by step of time whose layers stand on one another from zero, a line across them for what was asked for, and what was missing,
/// hatched, on what was not: of layers that reach above the line, the part above it stands on what was missing. Layers are named beside the last column. Used by report.html and compare.html.
/// </summary>
public sealed record StackedChart
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

    /// <summary>Layers, the lowest first; at most eight are readable.</summary>
    public required IReadOnlyList<StackLayer> Layers { get; init; }

    /// <summary>Name of the line.</summary>
    public string LineName { get; init; } = "";

    /// <summary>The line, by step; none where null.</summary>
    public double[]? Line { get; init; }

    /// <summary>What was missing, by step; none where null or zero.</summary>
    public double[]? Missing { get; init; }

    /// <summary>Name of what was missing.</summary>
    public string MissingName { get; init; } = "not served";

    /// <summary>Further columns of the table that are not drawn.</summary>
    public IReadOnlyList<(string Name, double[] Values)> Further { get; init; } = [];

    /// <summary>Writes the chart.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        ArgumentNullException.ThrowIfNull(html);
        double[] top = new double[Steps.Count];
        foreach (StackLayer layer in Layers)
            Add(top, layer.Values);
        bool missing = Missing is not null && Missing.Any(v => v > 0);
        double[] whole = [.. top];
        if (missing)
            Add(whole, Missing!);
        var plot = new PlotFrame(Steps, new NiceScale(0, Math.Max(whole.Max(), Line?.Where(double.IsFinite).DefaultIfEmpty(0).Max() ?? 0), zero: true));
        List<(string Name, double[] Values)> columns = [.. Layers.Select(l => (l.Name, l.Values))];
        if (Line is not null)
            columns.Add((LineName, Line));
        if (missing)
            columns.Add((MissingName, Missing!));
        columns.AddRange(Further);
        ChartFigure.Write(html, Id, Title, Note, Unit, plot, columns, () => Draw(html, plot, top, missing));
    }

    private void Draw(HtmlWriter html, PlotFrame plot, double[] top, bool missing)
    {
        var labels = new List<(double, string, string?, Action<double, double>)>();
        double[] below = new double[Steps.Count];
        // Where what was served ends and what was missing begins.
        double[] cut = [.. top];
        for (int i = 0; missing && Line is not null && i < cut.Length; i++)
            cut[i] = Math.Min(top[i], Math.Max(Clean(Line[i]) - Clean(Missing![i]), 0));
        using (html.Open("g", ("class", "stack"), ("aria-hidden", "true")))
        {
            for (int i = 0; i < Layers.Count; i++)
            {
                StackLayer layer = Layers[i];
                string path = Columns(plot, below, layer.Values, missing ? cut : null);
                double middle = below[^1] + (Clean(layer.Values[^1]) / 2);
                double last = plot.Y(missing && middle > cut[^1] ? middle + Clean(Missing![^1]) : middle);
                Add(below, layer.Values);
                // Without colours, every second layer is told apart by its pattern.
                int pattern = layer.Pattern > 0 ? layer.Pattern : i % 2 == 1 ? 1 + (i / 2 % 4) : 0;
                Fill(html, path, layer.Colour, pattern, layer.Pattern == 0);
                labels.Add((last, layer.Name, null, (x, y) => Fill(html, $"M{SvgText.Of(x - 5)} {SvgText.Of(y - 5)}h10v10h-10z", layer.Colour, pattern, layer.Pattern == 0)));
            }

            if (missing)
            {
                html.Shape("path", ("class", "missing"), ("d", Columns(plot, cut, Missing!, null)));
                labels.Add((plot.Y(cut[^1] + (Clean(Missing![^1]) / 2)), MissingName, "bad", (x, y) => html.Shape("path", ("class", "missing"), ("d", $"M{SvgText.Of(x - 5)} {SvgText.Of(y - 5)}h10v10h-10z"))));
            }
        }

        if (Line is not null)
        {
            html.Shape("path", ("class", "line"), ("d", Steplike(plot, Line)));
            labels.Add((plot.Y(Clean(Line[^1])), LineName, null, (x, y) => html.Shape("path", ("class", "line"), ("d", $"M{SvgText.Of(x - 6)} {SvgText.Of(y)}h12"))));
        }

        PlotFrame.DrawLabels(html, labels);
    }

    private static void Fill(HtmlWriter html, string path, string colour, int pattern, bool printOnly)
    {
        html.Shape("path", ("style", "fill:" + colour), ("d", path));
        if (pattern > 0)
            html.Shape("path", ("class", printOnly ? "pattern print" : "pattern"), ("fill", $"url(#pattern-{pattern})"), ("d", path));
    }

    /// <summary>Columns from a level up; what stands above a cut is lifted by what was missing.</summary>
    private string Columns(PlotFrame plot, double[] below, double[] values, double[]? cut)
    {
        var path = new StringBuilder();
        double gap = plot.Band > 6 ? 1 : 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!(Clean(values[i]) > 0))
                continue;
            double low = below[i], high = below[i] + values[i], lift = cut is null ? 0 : Clean(Missing![i]), limit = cut?[i] ?? high;
            if (lift > 0 && low < limit && high > limit)
            {
                Column(i, low, limit);
                Column(i, limit + lift, high + lift);
            }
            else
            {
                lift = lift > 0 && high > limit ? lift : 0;
                Column(i, low + lift, high + lift);
            }
        }

        return path.ToString();

        void Column(int i, double low, double high) =>
            path.Append('M').Append(SvgText.Of(plot.X(i) + gap)).Append(' ').Append(SvgText.Of(plot.Y(low))).Append('V').Append(SvgText.Of(plot.Y(high)))
                .Append('h').Append(SvgText.Of(plot.Band - (2 * gap))).Append('V').Append(SvgText.Of(plot.Y(low))).Append('z');
    }

    private static string Steplike(PlotFrame plot, double[] values)
    {
        var path = new StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
                path.Append(path.Length == 0 || !double.IsFinite(values[i - 1]) ? $"M{SvgText.Of(plot.X(i))} {SvgText.Of(plot.Y(values[i]))}" : $"V{SvgText.Of(plot.Y(values[i]))}").Append('H').Append(SvgText.Of(plot.X(i + 1)));
        }

        return path.ToString();
    }

    private static double Clean(double value) => value > 0 && double.IsFinite(value) ? value : 0;

    private static void Add(double[] sums, double[] values)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += Clean(values[i]);
    }
}
