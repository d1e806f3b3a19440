using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Maps;

/// <summary>Writes the drawing: land, flows by carrier, marks, labels.</summary>
internal sealed class MapSvg(FlowLayout layout, string id)
{
    /// <summary>Layers of labels: (class, font size, most labels) for wide pages, narrow ones, and phones.</summary>
    private static readonly (string Name, double Size, int Most)[] Layers = [("lw", 12, 60), ("lm", 17, 34), ("ln", 26, 13)];

    private readonly FlowLayout _layout = layout;
    private readonly MapModel _model = layout.Model;

    /// <summary>Writes the element.</summary>
    public void Write(TextWriter writer)
    {
        double height = _layout.Frame.Height;
        writer.Write($"<svg viewBox=\"0 0 1000 {PathText.Number(height)}\" role=\"group\" aria-labelledby=\"{id}-t {id}-d\" xmlns=\"http://www.w3.org/2000/svg\">\n");
        writer.Write($"<title id=\"{id}-t\">{Xml.Text(_model.Title)}</title>\n<desc id=\"{id}-d\">{Xml.Text(Description())}</desc>\n");
        writer.Write($"<defs><pattern id=\"{id}-x\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"xb\" width=\"5\" height=\"5\"/><rect class=\"xf\" width=\"2.2\" height=\"5\"/></pattern>\n");
        for (int i = 0; i < _layout.Flows.Count; i++)
        {
            var path = new PathText();
            foreach (List<MapPoint> part in _layout.Flows[i].Parts)
                path.Curve(part, _layout.Flows[i].Flow.Mode == FlowMode.Ship ? 16 : 5);
            writer.Write($"<path id=\"{id}-{i}\" d=\"{path}\"/>");
        }

        writer.Write($"</defs>\n<rect class=\"sea-bg\" width=\"1000\" height=\"{PathText.Number(height)}\"/>\n<path class=\"land-bg\" d=\"{OutlinePath.Land(_layout.Frame)}\"/>\n");
        for (int c = 0; c < _model.Carriers.Count; c++)
            WriteFlows(writer, c);
        for (int c = 0; c < _model.Carriers.Count; c++)
            WritePlaces(writer, c);
        WriteLabels(writer);
        writer.Write("</svg>\n");
    }

    /// <summary>What a flow is, in a sentence; also its tooltip.</summary>
    public static string Sentence(DrawnFlow flow, MapModel model)
    {
        MapCarrier carrier = model.Carriers.First(c => c.Id == flow.Flow.Carrier);
        string way = $"{flow.Flow.Name}: {model.Places[flow.From].Name} to {model.Places[flow.To].Name}";
        if (!flow.Active)
            return $"{way}, {(flow.Flow.State == FlowState.Planned ? "planned" : flow.Flow.State == FlowState.OutOfService ? "out of service" : "not used")}";
        string unit = "\u00A0" + carrier.Unit;
        MapDirection figures = flow.Figures;
        if (figures.Before is { } before)
            return $"{way}, {NumberText.Of(before.Sum())} before, {NumberText.Of(figures.Total)}{unit} after";
        string text = $"{way}, {NumberText.Of(figures.Total)}{unit}";
        return figures.Utilisation(-1) is { } share ? $"{text}, {NumberText.Of(100 * share)}\u00A0% of capacity" : text;
    }

    private string Description()
    {
        IEnumerable<string> largest = _layout.Flows.Where(f => f.Active).GroupBy(f => f.Flow.Carrier).Select(g => g.First()).Select(f => Sentence(f, _model));
        string what = _model.IsDifference ? "Each line is a change: its width is the size, its colour tells more from less." : "Each line is a flow: its width is energy per year.";
        return $"{what} The largest by carrier: {string.Join("; ", largest)}.";
    }

    private void WriteFlows(TextWriter writer, int carrier)
    {
        writer.Write($"<g class=\"c{carrier}\" style=\"--c:{_model.Carriers[carrier].Colour}\">\n");
        WriteIdle(writer, _layout.Idle(_model.Carriers[carrier].Id));
        for (int i = 0; i < _layout.Flows.Count; i++)
        {
            DrawnFlow flow = _layout.Flows[i];
            if (flow.Flow.Carrier != _model.Carriers[carrier].Id)
                continue;
            string reference = $"href=\"#{id}-{i}\"";
            writer.Write($"<g class=\"{Classes(flow)}\" data-i=\"{i}\" role=\"img\" tabindex=\"-1\" style=\"--w:{PathText.Fine(flow.Width)}\"><title>{Xml.Text(Sentence(flow, _model))}</title>");
            writer.Write($"<use class=\"k\" {reference}/><use class=\"l\" {reference}/>");
            WriteArrow(writer, flow);
            writer.Write($"<use class=\"h\" {reference}/></g>\n");
        }

        writer.Write("</g>\n");
    }

    private static void WriteIdle(TextWriter writer, IReadOnlyList<DrawnFlow> idle)
    {
        if (idle.Count == 0)
            return;
        var path = new PathText();
        foreach (List<MapPoint> part in idle.SelectMany(f => f.Parts))
            path.Curve(part, 5);
        writer.Write($"<g class=\"f idle\"><path class=\"l\" d=\"{path}\"/></g>\n");
    }

    private static void WriteArrow(TextWriter writer, DrawnFlow flow)
    {
        List<MapPoint> line = flow.Longest;
        if (!flow.Active || Polyline.Length(line) < 14)
            return;
        (MapPoint at, MapPoint direction) = Polyline.At(line, 0.5);
        double angle = double.RadiansToDegrees(Math.Atan2(direction.Y, direction.X));
        writer.Write($"<path class=\"a\" d=\"M6 0L-4 4.4L-2 0L-4-4.4z\" transform=\"translate({PathText.Number(at.X)} {PathText.Number(at.Y)}) rotate({PathText.Number(angle)}) scale({PathText.Fine(ArrowScale(flow.Width))})\"/>");
    }

    /// <summary>Half the height of an arrowhead.</summary>
    public static double ArrowHeight(double width) => 4.4 * ArrowScale(width);

    private static double ArrowScale(double width) => 0.7 + (0.1 * width);

    private static string Classes(DrawnFlow flow)
    {
        string mode = flow.Flow.Mode switch
        {
            FlowMode.Ship => " ship",
            FlowMode.Land => " rail",
            _ => "",
        };
        if (!flow.Active)
            return "f" + (flow.Flow.State == FlowState.Planned ? " plan" : flow.Flow.State == FlowState.OutOfService ? " out" : " idle");
        if (flow.Figures.Before is { } before)
        {
            double was = before.Sum(), now = flow.Figures.Total, tiny = 1e-3 * Math.Max(was, now);
            return $"f{mode} {(now > was ? "more" : "less")}{(was <= tiny ? " new" : now <= tiny ? " gone" : "")}";
        }

        return flow.Figures.Utilisation(-1) is { } share ? $"f{mode} u{UtilisationRamp.Class(share)}{(share >= UtilisationRamp.Full ? " full" : "")}" : $"f{mode}";
    }

    private void WritePlaces(TextWriter writer, int carrier)
    {
        writer.Write($"<g class=\"c{carrier}\">");
        bool isWeb = _layout.IsWeb(_model.Carriers[carrier].Id);
        HashSet<int> shortages = [.. _layout.Shortages];
        HashSet<int> used = isWeb ? [] : [.. _layout.Flows.Where(f => f.Active && f.Flow.Carrier == _model.Carriers[carrier].Id).SelectMany(f => new[] { f.From, f.To })];
        for (int i = 0; i < _model.Places.Count; i++)
        {
            if (_model.Places[i].Carrier != _model.Carriers[carrier].Id || !_layout.InFrame[i])
                continue;
            (string x, string y) = (PathText.Number(_layout.At[i].X), PathText.Number(_layout.At[i].Y));
            if (used.Contains(i))
                writer.Write($"<circle class=\"p\" cx=\"{x}\" cy=\"{y}\" r=\"2.2\"/>");
            if (shortages.Contains(i))
            {
                string what = $"{_model.Places[i].Name}: {NumberText.Of(ShortageMark.Amount(_model.Places[i], -1))}\u00A0{_model.Carriers[carrier].Unit} not served{(_model.IsDifference ? " (change)" : "")}";
                writer.Write($"<circle class=\"s\" data-s=\"{i}\" role=\"img\" tabindex=\"-1\" cx=\"{x}\" cy=\"{y}\" r=\"{PathText.Number(ShortageMark.Radius(_layout, i, -1))}\" fill=\"url(#{id}-x)\"><title>{Xml.Text(what)}</title></circle>");
            }
        }

        writer.Write("</g>\n");
    }

    private void WriteLabels(TextWriter writer)
    {
        var ink = _model.Carriers.GroupBy(c => c.Family, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new LabelInk(_layout, g.Select(c => c.Id).ToHashSet(StringComparer.Ordinal)), StringComparer.Ordinal);
        foreach ((string layer, double size, int most) in Layers)
        {
            writer.Write($"<g class=\"{layer}\" font-size=\"{PathText.Number(size)}\" aria-hidden=\"true\">\n");
            var standing = new Dictionary<string, List<PlacedLabel>>(StringComparer.Ordinal);
            for (int c = 0; c < _model.Carriers.Count; c++)
            {
                MapCarrier carrier = _model.Carriers[c];
                if (!standing.TryGetValue(carrier.Family, out List<PlacedLabel>? known))
                    standing.Add(carrier.Family, known = []);
                List<PlacedLabel> labels = new MapLabels(_layout, ink[carrier.Family]).Place(carrier, size, most, known);
                known.AddRange(labels);
                writer.Write($"<g class=\"c{c}\">");
                foreach (PlacedLabel label in labels)
                    WriteLabel(writer, label, size);
                writer.Write("</g>\n");
            }

            writer.Write("</g>\n");
        }
    }

    private static void WriteLabel(TextWriter writer, PlacedLabel label, double size)
    {
        MapBox box = label.Box;
        string kind = label.Wish.Kind switch
        {
            LabelKind.Flow => "tf",
            LabelKind.Edge => "te",
            LabelKind.Country => "tc",
            LabelKind.Shortage => "ts",
            _ => "tp",
        };
        string subject = label.Wish.Kind == LabelKind.Flow ? $" data-f=\"{label.Wish.Subject}\"" : "";
        writer.Write($"<g class=\"t {kind}\"{subject} data-b=\"{PathText.Number(box.Left)} {PathText.Number(box.Top)} {PathText.Number(box.Right)} {PathText.Number(box.Bottom)}\">");
        if (label.Leader is { } to)
        {
            var from = new MapPoint(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom));
            writer.Write($"<path d=\"M{PathText.Number(from.X)} {PathText.Number(from.Y)}L{PathText.Number(to.X)} {PathText.Number(to.Y)}\"/>");
        }

        string middle = PathText.Number((box.Left + box.Right) / 2), baseline = PathText.Number(box.Top + (size * 0.9));
        string[] lines = label.Text.Split('\n');
        writer.Write($"<text x=\"{middle}\" y=\"{baseline}\">");
        if (label.Wish.Kind == LabelKind.Flow)
        {
            // The figure stands below the name, so that neither is read as part of the other.
            string below = lines.Length > 1 ? $" x=\"{middle}\" dy=\"{PathText.Number(size * 1.15)}\"" : "";
            writer.Write($"{(lines.Length > 1 ? Xml.Text(lines[0]) : "")}<tspan{below}>{Xml.Text(lines[^1])}</tspan>");
        }
        else
        {
            writer.Write(Xml.Text(label.Text));
        }

        writer.Write("</text></g>");
    }
}
