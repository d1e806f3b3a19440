using Corridor.Reporting.Html;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Charts;

/// <summary>Where the parts of a chart over a continuous axis stand.</summary>
internal sealed class CurveFrame
{
    private const double AxisRoom = 34;
    private const double GroundHeight = 54;
    private const double GroundGap = 14;

    /// <summary>A band far beyond the curves is cut off, so that the curves keep their height.</summary>
    private const double MostBeyond = 0.6;

    private readonly CurveChart _chart;
    private readonly NiceScale _across;
    private readonly NiceScale _ground;
    private readonly double _least;
    private readonly double _most;

    public CurveFrame(CurveChart chart, double width, double height, double labelRoom)
    {
        _chart = chart;
        bool ground = chart.Ground.Count > 0;
        Width = width;
        Height = height + (ground ? GroundHeight + GroundGap : 0);
        Right = width - labelRoom;
        Base = height - AxisRoom;
        Bottom = ground ? Base + GroundGap + GroundHeight : Base;
        double[] xs = [.. chart.Curves.SelectMany(c => c.Points).Select(p => p.X).Where(double.IsFinite).DefaultIfEmpty(0)];
        (_least, _most) = (xs.Min(), xs.Max() > xs.Min() ? xs.Max() : xs.Min() + 1);
        _across = new NiceScale(_least, _most, false);
        double[] ys = [.. chart.Curves.SelectMany(c => c.Points).Concat(chart.Marks.Select(m => new CurvePoint(m.X, m.Y))).Select(p => p.Y).Where(double.IsFinite).DefaultIfEmpty(0)];
        (double low, double high) = (ys.Min(), ys.Max());
        double reach = MostBeyond * Math.Max(high - low, 0.02 * Math.Abs(high));
        double[] edges = [.. chart.Band.SelectMany(b => new[] { b.Low, b.High }).Where(double.IsFinite)];
        if (edges.Length > 0)
            (low, high) = (Math.Min(low, Math.Max(edges.Min(), low - reach)), Math.Max(high, Math.Min(edges.Max(), high + reach)));
        // A curve that hardly moves is not stretched to the height of the chart.
        if (high - low < 1e-3 * Math.Abs(high))
            (low, high) = (low - (5e-4 * Math.Abs(high)), high + (5e-4 * Math.Abs(high)));
        Scale = new NiceScale(low, high, chart.FromZero);
        double[] heights = [.. chart.Ground.Select(p => p.Y).Where(double.IsFinite).DefaultIfEmpty(0)];
        _ground = new NiceScale(heights.Min(), heights.Max(), false);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>Left end of the plot.</summary>
    public const double Left = 48;

    public double Right { get; }

    /// <summary>Upper end of the plot.</summary>
    public const double Top = 20;

    /// <summary>Lower end of the plot of values.</summary>
    public double Base { get; }

    /// <summary>Lower end of everything that is plotted.</summary>
    public double Bottom { get; }

    public NiceScale Scale { get; }

    public MapBox Plot => new(Left, Top, Right, Base);

    public double X(double x) => Left + ((x - _least) / (_most - _least) * (Right - Left));

    public double Y(double y) => Math.Clamp(Base - ((y - Scale.Least) / (Scale.Most - Scale.Least) * (Base - Top)), Top, Base);

    public void DrawAxes(HtmlWriter html)
    {
        using (html.Open("g", ("class", "axis"), ("aria-hidden", "true")))
        {
            foreach (double mark in Scale.Marks)
            {
                html.Shape("path", ("d", $"M{SvgText.Of(Left)} {SvgText.Of(Y(mark))}H{SvgText.Of(Right)}"));
                html.Leaf("text", Scale.Label(mark), ("class", "y"), ("x", SvgText.Of(Left - 5)), ("y", SvgText.Of(Y(mark) + 4)));
            }

            html.Leaf("text", _chart.Unit, ("class", "y unit"), ("x", SvgText.Of(Left - 5)), ("y", "10"));
            using (html.Open("g", ("class", "x")))
            {
                foreach (double mark in _across.Marks.Where(m => m >= _least - 1e-9 && m <= _most * (1 + 1e-9)))
                {
                    html.Shape("path", ("d", $"M{SvgText.Of(X(mark))} {SvgText.Of(Bottom)}v4"));
                    html.Leaf("text", _across.Label(mark), ("x", SvgText.Of(X(mark))), ("y", SvgText.Of(Bottom + 17)));
                }

                html.Leaf("text", _chart.Across, ("class", "unit"), ("x", SvgText.Of(Right)), ("y", SvgText.Of(Bottom + 31)));
            }
        }
    }

    /// <summary>The low panel beneath.</summary>
    public void DrawGround(HtmlWriter html)
    {
        if (_chart.Ground.Count == 0)
            return;
        double top = Base + GroundGap;
        double Place(double y) => Bottom - ((y - _ground.Least) / (_ground.Most - _ground.Least) * (Bottom - top));
        string line = CurveChart.Path(_chart.Ground, X, Place);
        using (html.Open("g", ("class", "ground"), ("aria-hidden", "true")))
            html.Shape("path", ("d", $"{line}L{SvgText.Of(X(_chart.Ground[^1].X))} {SvgText.Of(Bottom)}L{SvgText.Of(X(_chart.Ground[0].X))} {SvgText.Of(Bottom)}z"));
        using (html.Open("g", ("class", "axis"), ("aria-hidden", "true")))
        {
            foreach (double mark in new[] { _ground.Least, _ground.Most })
            {
                html.Shape("path", ("d", $"M{SvgText.Of(Left)} {SvgText.Of(Place(mark))}H{SvgText.Of(Right)}"));
                html.Leaf("text", _ground.Label(mark) + "\u00A0" + _chart.GroundUnit, ("class", "y"), ("x", SvgText.Of(Left - 5)), ("y", SvgText.Of(Place(mark) + 4)));
            }
        }
    }
}
