using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Charts;

/// <summary>Where the parts of a chart stand: a plot with steps of time to the right and values upward, and room for labels at its right.</summary>
internal sealed class PlotFrame(TimeBuckets steps, NiceScale scale)
{
    private const double Top = 8;
    private const double Bottom = 22;
    private const double LabelRoom = 146;
    private const double LabelDistance = 15;
    private const int LabelLength = 20;

    public TimeBuckets Steps { get; } = steps;

    public NiceScale Scale { get; } = scale;

    public const double Width = 500;

    public const double Height = 220;

    public const double Left = 44;

    public const double Right = Width - LabelRoom;

    public const double Base = Height - Bottom;

    /// <summary>Width of a step.</summary>
    public double Band => (Right - Left) / Steps.Count;

    /// <summary>Start of a step.</summary>
    public double X(int step) => Left + (step * Band);

    /// <summary>Middle of a step.</summary>
    public double Middle(int step) => Left + ((step + 0.5) * Band);

    /// <summary>Place of a value.</summary>
    public double Y(double value) => Base - ((value - Scale.Least) / (Scale.Most - Scale.Least) * (Base - Top));

    /// <summary>Lines and labels of both axes.</summary>
    public void DrawAxes(HtmlWriter html)
    {
        using (html.Open("g", ("class", "axis"), ("aria-hidden", "true")))
        {
            foreach (double mark in Scale.Marks)
            {
                string y = SvgText.Of(Y(mark));
                html.Shape("path", ("class", Math.Abs(mark) < 1e-9 * Scale.Step ? "zero" : null), ("d", $"M{SvgText.Of(Left)} {y}H{SvgText.Of(Right)}"));
                html.Leaf("text", Scale.Label(mark), ("class", "y"), ("x", SvgText.Of(Left - 5)), ("y", SvgText.Of(Y(mark) + 4)));
            }

            // Labels of 25 units each fit; others are left out evenly.
            int every = Math.Max(1, (int)Math.Ceiling((Steps.Step is "day" or "hour" ? 18 : 24) / Band));
            every = Steps.Step == "month" && every > 1 ? (every <= 3 ? 3 : every <= 6 ? 6 : 12) : every;
            using HtmlWriter.Element names = html.Open("g", ("class", "x"));
            for (int i = 0; i < Steps.Count; i += every)
                html.Leaf("text", AxisName(i, every), ("x", SvgText.Of(Middle(i))), ("y", SvgText.Of(Height - 6)));
        }
    }

    /// <summary>Draws names at the right of the plot, moved apart, each with its mark and a line to where it belongs.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="labels">Place of the value at the right end, name, and what draws the mark at a place.</param>
    public static void DrawLabels(HtmlWriter html, IReadOnlyList<(double Y, string Name, string? Class, Action<double, double> Mark)> labels) =>
        DrawLabels(html, labels, Right, Top + 4, Base, LabelLength);

    /// <summary>Draws names at the right of any plot, as above.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="labels">Place of the value at the right end, name, and what draws the mark at a place.</param>
    /// <param name="right">Right end of the plot.</param>
    /// <param name="top">Upper end of the names.</param>
    /// <param name="bottom">Lower end of the names.</param>
    /// <param name="length">Most characters of a name.</param>
    public static void DrawLabels(
        HtmlWriter html, IReadOnlyList<(double Y, string Name, string? Class, Action<double, double> Mark)> labels, double right, double top, double bottom, int length)
    {
        double[] places = LabelPlacement.Spread([.. labels.Select(l => l.Y)], LabelDistance, top, bottom);
        using (html.Open("g", ("class", "label"), ("aria-hidden", "true")))
        {
            for (int i = 0; i < labels.Count; i++)
            {
                string from = SvgText.Of(labels[i].Y), to = SvgText.Of(places[i]);
                html.Shape("path", ("class", "lead"), ("d", $"M{SvgText.Of(right + 1)} {from}L{SvgText.Of(right + 8)} {to}"));
                labels[i].Mark(right + 14, places[i]);
                html.Leaf("text", Fit(labels[i].Name, length), ("class", labels[i].Class), ("x", SvgText.Of(right + 22)), ("y", SvgText.Of(places[i] + 4)));
            }
        }
    }

    /// <summary>A name in short: what stands after a colon, a comma or in brackets is left out first.</summary>
    private static string Fit(string name, int length)
    {
        return Screen.Fit(Screen.Cells(name) > length ? ReportContext.Short(name) : name, length);
    }

    private string AxisName(int step, int every) =>
        Steps.Step == "month" && every >= 12 ? Steps.Starts[step].Year.ToString(System.Globalization.CultureInfo.InvariantCulture) : Steps.ShortName(step);
}
