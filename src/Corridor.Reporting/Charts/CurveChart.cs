using System.Text;
using Corridor.Reporting.Html;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Charts;

/// <summary>A point of a curve.</summary>
/// <param name="X">Place on the axis to the right.</param>
/// <param name="Y">Value.</param>
public readonly record struct CurvePoint(double X, double Y);

/// <summary>A curve over a continuous axis.</summary>
/// <param name="Name">What it is; named at its right end where not empty.</param>
/// <param name="Colour">Colour: a CSS colour or variable of this program.</param>
/// <param name="Points">Its points from left to right; a value that is not finite interrupts it.</param>
/// <param name="Dashed">Whether it is a limit rather than a result.</param>
public sealed record Curve(string Name, string Colour, IReadOnlyList<CurvePoint> Points, bool Dashed = false);

/// <summary>A place in a chart that has a name.</summary>
/// <param name="X">Place on the axis to the right.</param>
/// <param name="Y">Value.</param>
/// <param name="Name">Its name; not shown where there is no room.</param>
/// <param name="Priority">Higher is named first.</param>
/// <param name="Draw">Draws its symbol around the origin; a dot where null.</param>
public sealed record CurveMark(double X, double Y, string Name, double Priority, Action<HtmlWriter>? Draw = null);

/// <summary>
/// Curves over a continuous axis, such as distance or hours, with a shaded band, named places, lines for events, and a second, low panel.
/// Drawn twice, for wide and for narrow pages, so that texts keep their size.
/// </summary>
public sealed record CurveChart
{
    private const double LabelSize = 12;

    /// <summary>Id, unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>The answer that the chart gives.</summary>
    public required string Title { get; init; }

    /// <summary>What is drawn, in which unit.</summary>
    public required string Note { get; init; }

    /// <summary>Unit of the axis to the right, such as km.</summary>
    public required string Across { get; init; }

    /// <summary>Unit of the values, such as bar.</summary>
    public required string Unit { get; init; }

    /// <summary>The curves.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>A shaded band between a lower and an upper edge; an edge that is not finite interrupts it.</summary>
    public IReadOnlyList<(double X, double Low, double High)> Band { get; init; } = [];

    /// <summary>Places that have names.</summary>
    public IReadOnlyList<CurveMark> Marks { get; init; } = [];

    /// <summary>Upright lines: where, and what happens there.</summary>
    public IReadOnlyList<(double X, string Name)> Events { get; init; } = [];

    /// <summary>A profile in a low panel beneath, such as the height of the ground; none where empty.</summary>
    public IReadOnlyList<CurvePoint> Ground { get; init; } = [];

    /// <summary>Unit of <see cref="Ground"/>.</summary>
    public string GroundUnit { get; init; } = "m";

    /// <summary>Whether the axis of values begins at zero.</summary>
    public bool FromZero { get; init; }

    /// <summary>Heads of the table; the first column names its rows.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Rows of the table: place on the axis, and cells.</summary>
    public required IReadOnlyList<(double X, IReadOnlyList<string> Cells)> Rows { get; init; }

    /// <summary>Writes the chart.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        ArgumentNullException.ThrowIfNull(html);
        ChartFigure.Frame(html, "chart curve", Id, Title, Note, () =>
        {
            bool named = Curves.Count > 1 && Curves.Any(c => c.Name.Length > 0);
            Draw(html, new CurveFrame(this, 1040, 320, named ? 170 : 20), "broad");
            Draw(html, new CurveFrame(this, 380, 300, named ? 112 : 12), "slim");
        }, () => Table(html));
    }

    private void Draw(HtmlWriter html, CurveFrame frame, string size)
    {
        using (html.Open(
            "svg", ("class", size), ("viewBox", $"0 0 {SvgText.Of(frame.Width)} {SvgText.Of(frame.Height)}"), ("role", "img"), ("aria-label", $"{Title}. {Note}. The figures follow in a table."),
            ("data-at", string.Join(' ', Rows.Select(r => SvgText.Of(frame.X(r.X))))), ("data-h", $"{SvgText.Of(CurveFrame.Top)} {SvgText.Of(frame.Bottom - CurveFrame.Top)}")))
        {
            frame.DrawAxes(html);
            Shade(html, frame);
            foreach ((double x, string name) in Events)
                html.Shape("path", ("class", "event"), ("d", $"M{SvgText.Of(frame.X(x))} {SvgText.Of(CurveFrame.Top)}V{SvgText.Of(frame.Base)}"));
            using (html.Open("g", ("class", "lines"), ("aria-hidden", "true")))
            {
                foreach (Curve curve in Curves)
                    html.Shape("path", ("class", curve.Dashed ? "dashed" : null), ("style", "stroke:" + curve.Colour), ("d", Path(curve.Points, frame.X, frame.Y)));
            }

            DrawMarks(html, frame);
            DrawNames(html, frame);
            frame.DrawGround(html);
        }
    }

    private void Shade(HtmlWriter html, CurveFrame frame)
    {
        var path = new StringBuilder();
        var edges = new StringBuilder();
        for (int i = 1; i < Band.Count; i++)
        {
            (double x0, double low0, double high0) = Band[i - 1];
            (double x1, double low1, double high1) = Band[i];
            if (!double.IsFinite(low0 + high0 + low1 + high1))
                continue;
            (string a, string b) = (SvgText.Of(frame.X(x0)), SvgText.Of(frame.X(x1)));
            (string h0, string h1, string l1, string l0) = (SvgText.Of(frame.Y(high0)), SvgText.Of(frame.Y(high1)), SvgText.Of(frame.Y(low1)), SvgText.Of(frame.Y(low0)));
            path.Append($"M{a} {h0}L{b} {h1}L{b} {l1}L{a} {l0}z");
            // An edge beyond the axis is no line at its end.
            if (Math.Max(high0, high1) <= frame.Scale.Most)
                edges.Append($"M{a} {h0}L{b} {h1}");
            if (Math.Min(low0, low1) >= frame.Scale.Least)
                edges.Append($"M{a} {l0}L{b} {l1}");
        }

        if (path.Length == 0)
            return;
        html.Shape("path", ("class", "allowed"), ("d", path.ToString()));
        html.Shape("path", ("class", "edge"), ("d", edges.ToString()));
    }

    private void DrawMarks(HtmlWriter html, CurveFrame frame)
    {
        var placer = new LabelPlacer(frame.Plot.Grow(3), LabelSize);
        // Names keep clear of the curves, of symbols and of each other.
        foreach (Curve curve in Curves)
        {
            for (int i = 1; i < curve.Points.Count; i++)
            {
                (CurvePoint a, CurvePoint b) = (curve.Points[i - 1], curve.Points[i]);
                if (!double.IsFinite(a.Y + b.Y))
                    continue;
                foreach (MapPoint p in Polyline.Sample([new(frame.X(a.X), frame.Y(a.Y)), new(frame.X(b.X), frame.Y(b.Y))], 5))
                    placer.Block(new MapBox(p.X - 1, p.Y - 1, p.X + 1, p.Y + 1));
            }
        }

        foreach (CurveMark mark in Marks.Where(m => m.Draw is not null))
            placer.Block(new MapBox(frame.X(mark.X) - 9, frame.Y(mark.Y) - 9, frame.X(mark.X) + 9, frame.Y(mark.Y) + 9));
        IEnumerable<LabelWish> wishes = Marks.Select((m, i) => new LabelWish(LabelKind.Place, [m.Name], [new(frame.X(m.X), frame.Y(m.Y))], m.Draw is null ? 6 : 13, m.Priority, i))
            .Concat(Events.Select((e, i) => new LabelWish(LabelKind.Place, [e.Name], [new(frame.X(e.X), CurveFrame.Top + 8), new(frame.X(e.X), CurveFrame.Top + 24)], 4, 100, Marks.Count + i)));
        List<PlacedLabel> labels = placer.Place(wishes.Where(w => w.Texts[0].Length > 0), 60);
        using (html.Open("g", ("class", "marks-on"), ("aria-hidden", "true")))
        {
            foreach (CurveMark mark in Marks)
            {
                if (mark.Draw is { } draw)
                {
                    using (html.Open("g", ("transform", $"translate({SvgText.Of(frame.X(mark.X))} {SvgText.Of(frame.Y(mark.Y))})")))
                        draw(html);
                }
                else
                {
                    html.Shape("circle", ("class", "dot"), ("cx", SvgText.Of(frame.X(mark.X))), ("cy", SvgText.Of(frame.Y(mark.Y))), ("r", "2.4"));
                }
            }

            foreach (PlacedLabel label in labels)
            {
                if (label.Leader is { } to)
                    html.Shape("path", ("class", "lead"), ("d", $"M{SvgText.Of(Math.Clamp(to.X, label.Box.Left, label.Box.Right))} {SvgText.Of(Math.Clamp(to.Y, label.Box.Top, label.Box.Bottom))}L{SvgText.Of(to.X)} {SvgText.Of(to.Y)}"));
                html.Leaf("text", label.Text, ("x", SvgText.Of((label.Box.Left + label.Box.Right) / 2)), ("y", SvgText.Of(label.Box.Top + (LabelSize * 0.9))));
            }
        }
    }

    private void DrawNames(HtmlWriter html, CurveFrame frame)
    {
        if (Curves.Count < 2)
            return;
        var labels = new List<(double, string, string?, Action<double, double>)>();
        foreach (Curve curve in Curves.Where(c => c.Name.Length > 0 && c.Points.Any(p => double.IsFinite(p.Y))))
        {
            double last = curve.Points.Last(p => double.IsFinite(p.Y)).Y;
            labels.Add((frame.Y(last), curve.Name, null, (x, y) => html.Shape("path", ("class", curve.Dashed ? "dashed" : null), ("style", "stroke:" + curve.Colour), ("d", $"M{SvgText.Of(x - 6)} {SvgText.Of(y)}h12"))));
        }

        using (html.Open("g", ("class", "lines")))
            PlotFrame.DrawLabels(html, labels, frame.Right, CurveFrame.Top + 4, frame.Base, frame.Width > 500 ? 21 : 12);
    }

    private void Table(HtmlWriter html)
    {
        var table = new HtmlTable<(double X, IReadOnlyList<string> Cells)>($"{Title}; {Note}");
        for (int i = 0; i < Heads.Count; i++)
        {
            int column = i;
            _ = i == 0 ? table.Text(Heads[i], r => r.Cells[column]) : table.Number(Heads[i], r => r.Cells[column]);
        }

        table.Write(html, [.. Rows]);
    }

    internal static string Path(IReadOnlyList<CurvePoint> points, Func<double, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        for (int i = 0; i < points.Count; i++)
        {
            if (double.IsFinite(points[i].Y))
                path.Append(i == 0 || !double.IsFinite(points[i - 1].Y) ? 'M' : 'L').Append(SvgText.Of(x(points[i].X))).Append(' ').Append(SvgText.Of(y(points[i].Y)));
        }

        return path.ToString();
    }
}
