using Corridor.Model.Hydraulics;
using Corridor.Reporting.Maps;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>Lines, widths and colours of a network on the drawing.</summary>
internal sealed class NetworkDrawing
{
    /// <summary>Larger networks are drawn without figures at the pointer, arrows, labels of all nodes, and with one colour an element.</summary>
    public const int MostDetailed = 1500;

    private const double BowGap = 11;
    private const double Thinnest = 1;

    private readonly HydraulicContext _context;

    public NetworkDrawing(HydraulicContext context)
    {
        _context = context;
        Frame = NetworkFrame.For(context.Network);
        int size = Math.Max(context.Network.Nodes.Count, context.Network.Elements.Count);
        IsDetailed = size <= MostDetailed;
        (Widest, SymbolScale) = size <= 60 ? (10, 1) : size <= 220 ? (8, 0.75) : size <= MostDetailed ? (6, 0.55) : (4, 0.45);
        double[] bars = [.. Enumerable.Range(0, context.Network.Nodes.Count).Select(n => context.Pressure(n) / 1e5).Where(double.IsFinite)];
        Scale = bars.Length == 0 ? null : new PressureScale(bars.Min(), bars.Max());
        HasBand = context.MayBeShown && Enumerable.Range(0, context.Network.Nodes.Count).Any(n => double.IsFinite(context.Band(n)));
        Elements = [.. Draw()];
    }

    public NetworkFrame Frame { get; }

    public bool IsDetailed { get; }

    /// <summary>Width of the largest flow.</summary>
    public double Widest { get; }

    /// <summary>Size of symbols, 1 for a small network.</summary>
    public double SymbolScale { get; }

    /// <summary>Classes of pressure; null without pressures.</summary>
    public PressureScale? Scale { get; }

    /// <summary>Whether any node has two bounds.</summary>
    public bool HasBand { get; }

    /// <summary>The elements, the widest first, so that thin ones stay visible.</summary>
    public IReadOnlyList<DrawnElement> Elements { get; }

    /// <summary>Width of a flow [kg/s], in proportion.</summary>
    public double Width(double flow) => _context.Units.LargestFlow > 0 ? Widest * Math.Abs(flow) / _context.Units.LargestFlow : 0;

    private IEnumerable<DrawnElement> Draw()
    {
        GasNetwork network = _context.Network;
        var groups = new Dictionary<(int, int), List<int>>();
        for (int e = 0; e < network.Elements.Count; e++)
        {
            (int a, int b) = (network.Elements[e].From, network.Elements[e].To);
            (int, int) pair = a < b ? (a, b) : (b, a);
            if (!groups.TryGetValue(pair, out List<int>? group))
                groups.Add(pair, group = []);
            group.Add(e);
        }

        var drawn = new List<DrawnElement>(network.Elements.Count);
        foreach (((int first, _), List<int> group) in groups.OrderBy(g => g.Value[0]))
        {
            for (int k = 0; k < group.Count; k++)
            {
                GasElement element = network.Elements[group[k]];
                // Parallel elements bow apart; the side is that of the pair, not of each element's own direction.
                double bow = (k - ((group.Count - 1) / 2.0)) * 2 * BowGap * Math.Max(SymbolScale, 0.7) * (element.From == first ? 1 : -1);
                List<MapPoint> line = IsDetailed ? Bow(Frame.At[element.From], Frame.At[element.To], bow) : [Frame.At[element.From], Frame.At[element.To]];
                double width = Math.Max(Thinnest * Math.Max(SymbolScale, 0.6), Width(_context.Flow(group[k])));
                drawn.Add(new DrawnElement(group[k], line, width, Pieces(group[k], line)));
            }
        }

        return drawn.OrderByDescending(d => d.Width).ThenBy(d => d.Index);
    }

    private static List<MapPoint> Bow(MapPoint from, MapPoint to, double bow)
    {
        if (bow == 0)
            return [from, to];
        MapPoint across = (to - from).Length > 1e-6 ? (to - from).Unit.Right : new MapPoint(0, 1);
        const int Parts = 12;
        var line = new List<MapPoint>(Parts + 1);
        for (int i = 0; i <= Parts; i++)
        {
            double t = (double)i / Parts;
            line.Add(from + ((to - from) * t) + (across * (bow * Math.Sin(Math.PI * t))));
        }

        return line;
    }

    /// <summary>
    /// Pieces of one class: along a pipe the square of the pressure falls in proportion to the distance, so that it is known where it passes
    /// from class to class; other elements change in the middle.
    /// </summary>
    private List<DrawnPiece> Pieces(int element, List<MapPoint> line)
    {
        GasElement e = _context.Network.Elements[element];
        double from = _context.Pressure(e.From), to = _context.Pressure(e.To);
        if (Scale is null || _context.IsClosed(element) || !double.IsFinite(from) || !double.IsFinite(to))
            return [new DrawnPiece(line, -1, -1)];
        if (!IsDetailed)
            return [new DrawnPiece(line, Scale.Class((from + to) / 2e5), Tenth(element, 0.5))];
        var cuts = new List<double> { 0 };
        if (e is GasPipe)
        {
            int low = Scale.Class(Math.Min(from, to) / 1e5), high = Scale.Class(Math.Max(from, to) / 1e5);
            for (int c = low + 1; c <= high; c++)
            {
                double bound = (Scale.Least + (c * Scale.Step)) * 1e5;
                cuts.Add(((bound * bound) - (from * from)) / ((to * to) - (from * from)));
            }

            cuts.Sort();
        }
        else if (from != to)
        {
            cuts.Add(0.5);
        }

        cuts.Add(1);
        var pieces = new List<DrawnPiece>(cuts.Count - 1);
        for (int i = 1; i < cuts.Count; i++)
        {
            double start = Math.Clamp(cuts[i - 1], 0, 1), end = Math.Clamp(cuts[i], 0, 1), middle = (start + end) / 2;
            if (end - start < 1e-6)
                continue;
            double pressure = e is GasPipe ? Math.Sqrt((from * from) + (((to * to) - (from * from)) * middle)) : middle < 0.5 ? from : to;
            pieces.Add(new DrawnPiece(Part(line, start, end), Scale.Class(pressure / 1e5), Tenth(element, middle)));
        }

        return pieces;
    }

    private int Tenth(int element, double at)
    {
        GasElement e = _context.Network.Elements[element];
        double band = _context.Band(e.From) is var a && _context.Band(e.To) is var b && double.IsNaN(a) ? b : double.IsNaN(b) ? a : a + ((b - a) * at);
        return double.IsNaN(band) ? -1 : UtilisationRamp.Class(Math.Max(0, band));
    }

    /// <summary>The part of a line between two shares of its length.</summary>
    private static List<MapPoint> Part(List<MapPoint> line, double start, double end)
    {
        if (start <= 0 && end >= 1)
            return line;
        double length = Polyline.Length(line), way = 0;
        var part = new List<MapPoint> { Polyline.At(line, start).Point };
        for (int i = 1; i < line.Count - 1; i++)
        {
            way += (line[i] - line[i - 1]).Length;
            if (way > start * length && way < end * length)
                part.Add(line[i]);
        }

        part.Add(Polyline.At(line, end).Point);
        return part;
    }
}
