using System.Text;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Maps;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Hydraulics.Drawing;

/// <summary>Writes the map of a network: lines coloured by pressure, as wide as their flow, symbols, labels, legend.</summary>
internal sealed class NetworkMap(HydraulicContext context, NetworkDrawing drawing, string id)
{
    private const double LeastArrow = 22;

    /// <summary>Layers of labels: class, font size, most labels, size of symbols. The last two are for enlarged drawings.</summary>
    private static readonly (string Name, double Size, int Most, double Symbols)[] Layers =
        [("lw", 12, 110, 1), ("lm", 17, 50, 1.25), ("ln", 26, 16, 1.6), ("lx", 6, 400, 0.5), ("ly", 3, 900, 0.25)];

    private readonly NetworkWords _words = new(context);
    private readonly HashSet<int> _blamed = [.. context.Complaints.Select(c => c.Node)];

    /// <summary>Writes the figure.</summary>
    public void Write(HtmlWriter html, string title)
    {
        using (html.Open("figure", ("class", "cmap pmap"), ("id", id), ("style", $"--sz:{PathText.Fine(drawing.SymbolScale)}")))
        {
            html.Line();
            Controls(html);
            using (html.Open("div", ("class", "cmap-box")))
            {
                Drawing(html, title);
                html.Leaf("div", "", ("class", "cmap-tip"), ("hidden", ""));
            }

            html.Line();
            new NetworkLegend(context, drawing).Write(html);
        }

        html.Line();
    }

    private void Controls(HtmlWriter html)
    {
        using (html.Open("div", ("class", "cmap-bar")))
        {
            if (drawing.HasBand)
            {
                using (html.Open("fieldset"))
                {
                    html.Leaf("legend", "Colour");
                    Choice(html, "by-pressure", "pressure", true);
                    Choice(html, "by-band", "place in the allowed band", false);
                }
            }

            using (html.Open("div", ("class", "zoom"), ("hidden", "")))
            {
                html.Leaf("button", "+", ("type", "button"), ("data-zoom", "2"), ("aria-label", "Enlarge the map"));
                html.Leaf("button", "−", ("type", "button"), ("data-zoom", "0.5"), ("aria-label", "Reduce the map"));
                html.Leaf("button", "Whole network", ("type", "button"), ("data-zoom", "0"));
            }
        }

        html.Line();
    }

    private void Choice(HtmlWriter html, string name, string text, bool isChosen)
    {
        using (html.Open("label"))
        {
            html.Void("input", ("type", "radio"), ("class", name), ("name", id + "-colour"), ("checked", isChosen ? "" : null));
            html.Text(text);
        }
    }

    private void Drawing(HtmlWriter html, string title)
    {
        string height = PathText.Number(drawing.Frame.Height);
        using (html.Open("svg", ("viewBox", $"0 0 {PathText.Number(NetworkFrame.Width)} {height}"), ("role", "group"), ("aria-labelledby", $"{id}-t {id}-d")))
        {
            html.Leaf("title", title, ("id", id + "-t"));
            html.Leaf("desc", Description(), ("id", id + "-d"));
            html.Line();
            html.Shape("rect", ("class", "land-bg"), ("width", PathText.Number(NetworkFrame.Width)), ("height", height));
            html.Line();
            if (drawing.IsDetailed)
                Lines(html);
            else
                Coarse(html);
            Marks(html);
            foreach ((string name, double size, int most, double symbols) in Layers)
            {
                if (drawing.IsDetailed || name[1] is not ('x' or 'y'))
                    Labels(html, name, size, drawing.IsDetailed ? most : most / 4, symbols);
            }
        }

        html.Line();
    }

    private string Description()
    {
        string lines = context.MayBeShown ? "Colour is pressure, light for low and dark for high; width is flow." : "The network alone; no pressures are shown.";
        string entries = string.Join(", ", Enumerable.Range(0, context.Network.Nodes.Count).Where(n => context.Injection(n) > 0).OrderByDescending(context.Injection).Take(3).Select(context.Name));
        return $"{NumberText.Count(context.Network.Nodes.Count)} nodes and {NumberText.Count(context.Network.Elements.Count)} elements. {lines}{(entries.Length > 0 ? $" Largest entries: {entries}." : "")} The tables below hold the same figures.";
    }

    private void Lines(HtmlWriter html)
    {
        foreach (DrawnElement element in drawing.Elements)
        {
            string kind = context.IsClosed(element.Index) ? "f out" : context.MayBeShown && context.Flow(element.Index) == 0 ? "f idle0" : "f";
            // An element with a symbol speaks through it.
            bool speaks = NetworkSymbols.Size(context.Network.Elements[element.Index]) <= 0;
            using (html.Open(
                "g", ("class", kind), ("data-e", speaks ? "" : null), ("role", speaks ? "img" : null), ("tabindex", speaks ? "-1" : null), ("style", "--w:" + PathText.Fine(element.Width))))
            {
                if (speaks)
                    html.Leaf("title", _words.Element(element.Index));
                string whole = Path(element.Line);
                html.Shape("path", ("class", "k"), ("d", whole));
                foreach (DrawnPiece piece in element.Pieces)
                    html.Shape("path", ("class", "l" + Classes(piece)), ("d", Path(piece.Line)));
                Arrow(html, element);
                if (speaks)
                    html.Shape("path", ("class", "h"), ("d", whole));
            }

            html.Line();
        }
    }

    /// <summary>One path for each colour; lines shorter than a third of a unit, and those drawn already, are left out.</summary>
    private void Coarse(HtmlWriter html)
    {
        var paths = new SortedDictionary<(string Class, int Width), StringBuilder>();
        var seen = new HashSet<(int, int, int, int)>();
        foreach (DrawnElement element in drawing.Elements)
        {
            (MapPoint a, MapPoint b) = (element.Line[0], element.Line[^1]);
            (int, int, int, int) key = ((int)Math.Round(2 * a.X), (int)Math.Round(2 * a.Y), (int)Math.Round(2 * b.X), (int)Math.Round(2 * b.Y));
            if ((a - b).Length < 0.3 || !seen.Add(key))
                continue;
            (string, int) group = (context.IsClosed(element.Index) ? " out" : Classes(element.Pieces[0]), Math.Max(1, (int)Math.Round(element.Width)));
            if (!paths.TryGetValue(group, out StringBuilder? path))
                paths.Add(group, path = new StringBuilder());
            path.Append('M').Append(PathText.Number(a.X)).Append(' ').Append(PathText.Number(a.Y)).Append('L').Append(PathText.Number(b.X)).Append(' ').Append(PathText.Number(b.Y));
        }

        int number = 0;
        foreach (((string name, int width), StringBuilder path) in paths.OrderBy(p => p.Key.Width))
        {
            string part = $"{id}-p{number++}";
            using (html.Open("defs"))
                html.Shape("path", ("id", part), ("d", path.ToString()));
            using (html.Open("g", ("class", "f" + (name == " out" ? name : "")), ("style", "--w:" + PathText.Fine(width))))
            {
                html.Shape("use", ("class", "k"), ("href", "#" + part));
                html.Shape("use", ("class", "l" + (name == " out" ? "" : name)), ("href", "#" + part));
            }

            html.Line();
        }
    }

    private string Classes(DrawnPiece piece) =>
        piece.Class < 0 || drawing.Scale is null ? " un" : $" u{drawing.Scale.Colour(piece.Class)} {(piece.Band < 0 ? "vn" : $"v{piece.Band}")}";

    private void Arrow(HtmlWriter html, DrawnElement element)
    {
        double flow = context.Flow(element.Index);
        if (flow == 0 || Polyline.Length(element.Line) < LeastArrow || NetworkSymbols.Size(context.Network.Elements[element.Index]) > 0)
            return;
        (MapPoint at, MapPoint direction) = Polyline.At(element.Line, 0.5);
        double length = Polyline.Length(element.Line) / 2, way = 0;
        DrawnPiece middle = element.Pieces[^1];
        foreach (DrawnPiece piece in element.Pieces)
        {
            way += Polyline.Length(piece.Line);
            if (way >= length - 1e-9)
            {
                middle = piece;
                break;
            }
        }

        string size = PathText.Fine((0.75 + (0.09 * element.Width)) * Math.Max(drawing.SymbolScale, 0.7));
        using (html.Open("g", ("transform", Place(at, flow < 0 ? direction * -1 : direction))))
            html.Shape("path", ("class", "a" + Classes(middle)), ("style", "--k:" + size), ("d", "M6 0L-4 4.4L-2 0L-4-4.4z"));
    }

    private void Symbol(HtmlWriter html, DrawnElement element)
    {
        GasElement e = context.Network.Elements[element.Index];
        if (NetworkSymbols.Size(e) <= 0)
            return;
        (MapPoint at, MapPoint direction) = Polyline.At(element.Line, 0.5);
        using (html.Open("g", ("transform", Place(at, direction))))
        using (html.Open("g", ("class", "sy")))
        {
            if (context.Complaints.Any(c => c.Element == element.Index))
                html.Shape("circle", ("class", "lim"), ("r", "13"));
            NetworkSymbols.Element(html, e, context.IsClosed(element.Index));
        }
    }

    private void Marks(HtmlWriter html)
    {
        var symbols = new List<int>();
        for (int n = 0; n < context.Network.Nodes.Count; n++)
        {
            bool told = context.Injection(n) != 0 || context.Outside(n) != 0 || _blamed.Contains(n);
            if (told)
                symbols.Add(n);
            else if (drawing.IsDetailed)
                Mark(html, n);
        }

        // Of a large network only the largest entries and exits, and all that are out of their limits.
        const int MostCoarse = 150;
        const double LeastCoarse = 0.1;
        double largest = symbols.Select(n => Math.Abs(context.Injection(n))).DefaultIfEmpty(0).Max();
        if (!drawing.IsDetailed)
            symbols.RemoveAll(n => Math.Abs(context.Injection(n)) < LeastCoarse * largest && context.Outside(n) == 0 && !_blamed.Contains(n));
        foreach (int n in symbols.OrderByDescending(n => drawing.IsDetailed ? 0 : (context.Outside(n) != 0 ? 1 : 0)).ThenByDescending(n => drawing.IsDetailed ? 0 : Math.Abs(context.Injection(n))).ThenBy(n => n).Take(drawing.IsDetailed ? int.MaxValue : MostCoarse))
            Mark(html, n);
        IEnumerable<DrawnElement> fittings = drawing.Elements.Where(e => NetworkSymbols.Size(context.Network.Elements[e.Index]) > 0).OrderBy(e => NetworkSymbols.Size(context.Network.Elements[e.Index])).ThenBy(e => e.Index);
        if (!drawing.IsDetailed)
            fittings = fittings.Where(e => context.Network.Elements[e.Index] is GasCompressorStation or GasControlValve).Take(MostCoarse);
        foreach (DrawnElement element in fittings)
        {
            using (html.Open("g", ("class", "f"), ("data-e", ""), ("role", "img"), ("tabindex", "-1")))
            {
                html.Leaf("title", _words.Element(element.Index));
                Symbol(html, element);
            }

            html.Line();
        }
    }

    private void Mark(HtmlWriter html, int node)
    {
        MapPoint at = drawing.Frame.At[node];
        using (html.Open("g", ("class", "nd"), ("data-n", ""), ("role", "img"), ("tabindex", "-1"), ("transform", $"translate({PathText.Number(at.X)} {PathText.Number(at.Y)})")))
        {
            html.Leaf("title", _words.Node(node));
            using (html.Open("g", ("class", "sy")))
            {
                if (context.Complaints.Any(c => c.Node == node && c.IsFatal))
                    html.Shape("circle", ("class", "lim"), ("r", "9"));
                NetworkSymbols.Node(html, context.Injection(node), context.Network.Nodes[node].PressureSetpoint is not null, context.Outside(node));
                html.Shape("circle", ("class", "hit"), ("r", "9"));
            }
        }

        html.Line();
    }

    private void Labels(HtmlWriter html, string name, double size, int most, double symbols)
    {
        using (html.Open("g", ("class", name), ("font-size", PathText.Number(size)), ("aria-hidden", "true"), ("style", "--t:" + PathText.Number(size))))
        {
            foreach (PlacedLabel label in new NetworkLabels(context, drawing).Place(size, most, symbols))
            {
                MapBox box = label.Box;
                using (html.Open("g", ("class", label.Wish.Kind == LabelKind.Flow ? "t st" : "t")))
                {
                    if (label.Leader is { } to)
                    {
                        var from = new MapPoint(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom));
                        html.Shape("path", ("d", Path([from, to])));
                    }

                    html.Leaf("text", label.Text, ("x", PathText.Number((box.Left + box.Right) / 2)), ("y", PathText.Number(box.Top + (size * 0.9))));
                }
            }
        }

        html.Line();
    }

    private static string Place(MapPoint at, MapPoint direction) =>
        $"translate({PathText.Number(at.X)} {PathText.Number(at.Y)}) rotate({PathText.Number(double.RadiansToDegrees(Math.Atan2(direction.Y, direction.X)))})";

    private static string Path(List<MapPoint> line)
    {
        var path = new StringBuilder();
        for (int i = 0; i < line.Count; i++)
            path.Append(i == 0 ? 'M' : 'L').Append(PathText.Number(line[i].X)).Append(' ').Append(PathText.Number(line[i].Y));
        return path.ToString();
    }
}
