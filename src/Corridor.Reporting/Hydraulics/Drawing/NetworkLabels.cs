using Corridor.Model.Hydraulics;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>What labels a map of a network wishes: what is out of its limits first, then entries, exits and stations, then other nodes.</summary>
internal sealed class NetworkLabels(HydraulicContext context, NetworkDrawing drawing)
{
    private const double NodeSize = 5;
    private const double LimitSize = 10;

    /// <summary>In small networks names keep clear of lines first, and stand on them only where nothing else is free.</summary>
    private const int MostClear = 60;

    /// <summary>In networks without details only so many nodes are considered.</summary>
    private const int MostCoarse = 150;

    private readonly HashSet<int> _blamed = [.. context.Complaints.Select(c => c.Node)];

    /// <summary>Places the labels of a layer.</summary>
    /// <param name="size">Font size.</param>
    /// <param name="most">Largest number of labels.</param>
    /// <param name="symbols">Size of symbols in that layer, 1 for the usual one.</param>
    public List<PlacedLabel> Place(double size, int most, double symbols)
    {
        double scale = drawing.SymbolScale * symbols;
        var placer = new LabelPlacer(drawing.Frame.Box, size);
        var blocked = new List<MapBox>();
        foreach (DrawnElement element in drawing.Elements.Where(e => NetworkSymbols.Size(context.Network.Elements[e.Index]) > 0))
        {
            MapPoint at = Polyline.At(element.Line, 0.5).Point;
            blocked.Add(Around(at, NetworkSymbols.Size(context.Network.Elements[element.Index]) * scale));
        }

        for (int n = 0; n < context.Network.Nodes.Count; n++)
        {
            if (drawing.IsDetailed && (context.Injection(n) != 0 || context.Outside(n) != 0))
                blocked.Add(Around(drawing.Frame.At[n], (context.Outside(n) != 0 ? LimitSize : NodeSize) * scale));
        }

        foreach (MapBox box in blocked)
            placer.Block(box);

        List<LabelWish> wishes = [.. Nodes(size, scale).Concat(Stations(size, scale))];
        if (drawing.Elements.Count > MostClear)
            return placer.Place(wishes, most);
        var clear = new LabelPlacer(drawing.Frame.Box, size);
        foreach (MapBox box in blocked.Concat(drawing.Elements.SelectMany(e => Polyline.Sample(e.Line, 6).Select(p => Around(p, Math.Max(2, e.Width / 2))))))
            clear.Block(box);
        List<PlacedLabel> placed = clear.Place(wishes, most);
        foreach (PlacedLabel label in placed)
            placer.Block(label.Box.Grow(1));
        HashSet<LabelWish> done = [.. placed.Select(p => p.Wish)];
        placed.AddRange(placer.Place(wishes.Where(w => !done.Contains(w)), most - placed.Count));
        return placed;
    }

    private IEnumerable<LabelWish> Nodes(double size, double scale)
    {
        double largest = Enumerable.Range(0, context.Network.Nodes.Count).Select(n => Math.Abs(context.Injection(n))).DefaultIfEmpty(0).Max();
        int nearest = Enumerable.Range(0, context.Network.Nodes.Count).Where(n => !double.IsNaN(context.Margin(n))).OrderBy(context.Margin).FirstOrDefault(-1);
        IEnumerable<int> nodes = Enumerable.Range(0, context.Network.Nodes.Count);
        if (!drawing.IsDetailed)
            nodes = nodes.Where(n => Math.Abs(context.Injection(n)) >= 0.1 * largest || context.Outside(n) != 0 || _blamed.Contains(n)).OrderByDescending(n => context.Outside(n) != 0 || _blamed.Contains(n)).ThenByDescending(n => Math.Abs(context.Injection(n))).ThenBy(n => n).Take(MostCoarse);
        foreach (int n in nodes)
        {
            double flow = largest > 0 ? Math.Abs(context.Injection(n)) / largest : 0;
            bool blamed = _blamed.Contains(n);
            double priority = blamed || context.Outside(n) != 0 ? 6 : n == nearest ? 5 : context.Network.Nodes[n].PressureSetpoint is not null ? 4 : flow > 0 ? 2 + flow : 0.5;
            string name = context.Name(n);
            string[] texts = double.IsFinite(context.Pressure(n)) ? [$"{name} {context.Units.Bar(context.Pressure(n))}", context.Units.Bar(context.Pressure(n))] : [name];
            double mark = context.Outside(n) != 0 ? LimitSize : NodeSize;
            yield return new LabelWish(LabelKind.Place, texts, [drawing.Frame.At[n]], (mark * scale) + (size * 0.2), priority, n);
        }
    }

    private IEnumerable<LabelWish> Stations(double size, double scale)
    {
        foreach (DrawnElement drawn in drawing.Elements)
        {
            GasElement element = context.Network.Elements[drawn.Index];
            bool blamed = context.Complaints.Any(c => c.Element == drawn.Index);
            if (!blamed && element is not (GasCompressorStation or GasControlValve or GasPump))
                continue;
            string name = element.Id;
            string[] texts = context.MayBeShown && element is GasCompressorStation && context.Element(drawn.Index).Power > 0
                ? [$"{name} ×{NumberText.Of(context.Element(drawn.Index).Ratio)}", name]
                : [name];
            double priority = blamed ? 6 : element is GasCompressorStation ? 3.5 : 1.5;
            yield return new LabelWish(LabelKind.Flow, texts, [Polyline.At(drawn.Line, 0.5).Point], (NetworkSymbols.Size(element) * scale) + (size * 0.2), priority, drawn.Index);
        }
    }

    private static MapBox Around(MapPoint p, double radius) => new(p.X - radius, p.Y - radius, p.X + radius, p.Y + radius);
}
