using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Maps;

/// <summary>What labels a carrier's map wishes, and where.</summary>
internal sealed class MapLabels(FlowLayout layout, LabelInk? ink = null)
{
    private static readonly double[] Along = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

    /// <summary>Thinner flows have no label.</summary>
    private const double LeastLabelled = 1;

    private readonly FlowLayout _layout = layout;
    private readonly MapModel _model = layout.Model;

    /// <summary>Places the labels of one carrier.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="size">Font size.</param>
    /// <param name="most">Largest number of labels.</param>
    /// <param name="standing">Labels of carriers shown together with this one, which stand already.</param>
    public List<PlacedLabel> Place(MapCarrier carrier, double size, int most, IReadOnlyList<PlacedLabel> standing)
    {
        var placer = new LabelPlacer(_layout.Frame.Box, size, ink);
        foreach (PlacedLabel label in standing)
            placer.Block(label.Box.Grow(1));
        List<(DrawnFlow Flow, int Index)> flows = [.. _layout.Flows.Select((f, i) => (f, i)).Where(p => p.f.Flow.Carrier == carrier.Id)];
        List<PlacedLabel> placed = placer.Place(Edges(flows, size), most);
        bool isWeb = _layout.IsWeb(carrier.Id);
        placed.AddRange(placer.Place(isWeb ? ByCountry(Shortages(carrier)) : ByName(Shortages(carrier)), isWeb ? Math.Min(most / 6, most - placed.Count) : most - placed.Count));
        HashSet<int> lacking = [.. placed.Where(l => l.Wish.Kind == LabelKind.Shortage).Select(l => l.Wish.Subject)];
        HashSet<string> named = [.. standing.Select(l => l.Text)];
        if (isWeb)
        {
            // Names of segments and junctions say little and would hide the web: countries, and the size of the largest flows.
            named.UnionWith(placed.Select(l => l.Text));
            placed.AddRange(placer.Place(Countries(flows, named), most - placed.Count));
            placed.AddRange(placer.Place(Flows(flows, carrier, size).Select(w => w with { Texts = [w.Texts[^1]] }), Math.Min(most / 6, most - placed.Count)));
            return placed;
        }

        HashSet<string> taken = [.. named, .. placed.Where(l => l.Wish.Kind == LabelKind.Shortage).Select(l => l.Text)];
        IEnumerable<LabelWish> wishes = Flows(flows, carrier, size).Concat(Places(flows, size, taken).Where(w => !lacking.Contains(w.Subject))).Concat(Countries(flows, named));
        placed.AddRange(placer.Place(wishes, most - placed.Count));
        return placed;
    }

    /// <summary>The amount of a flow with its unit; a change with its sign.</summary>
    public static string Amount(DrawnFlow flow, MapCarrier carrier, int step)
    {
        MapDirection figures = flow.Figures;
        double value = MapDirection.At(figures.Arriving, step);
        if (figures.Before is null)
            return NumberText.Of(value) + "\u00A0" + carrier.ShortUnit;
        double change = value - MapDirection.At(figures.Before, step);
        return (change > 0 ? "+" : "") + NumberText.Of(change) + "\u00A0" + carrier.ShortUnit;
    }

    private static IEnumerable<LabelWish> Flows(List<(DrawnFlow Flow, int Index)> flows, MapCarrier carrier, double size)
    {
        // The name of a line with several stretches stands once, at the widest.
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach ((DrawnFlow flow, int index) in flows.Where(f => f.Flow.Width >= LeastLabelled).OrderByDescending(f => f.Flow.Width).Take(26))
        {
            List<MapPoint> line = flow.Longest;
            if (Polyline.Length(line) < 26)
                continue;
            string amount = Amount(flow, carrier, -1);
            string[] texts = flow.Flow.ShortName is { } name && named.Add(name) ? [$"{name}\n{amount}", amount] : [amount];
            yield return new LabelWish(LabelKind.Flow, texts, [.. Along.Select(s => Polyline.At(line, s).Point)], Math.Max((flow.Width / 2) + 2, MapSvg.ArrowHeight(flow.Width)) + 1 + (size * 0.15), flow.Width * (flow.Flow.Route.Count > 0 ? 1.25 : 1), index);
        }
    }

    private IEnumerable<LabelWish> Places(List<(DrawnFlow Flow, int Index)> flows, double size, HashSet<string> named)
    {
        var weight = new Dictionary<int, double>();
        foreach ((DrawnFlow flow, _) in flows.Where(f => f.Flow.Active))
        {
            weight[flow.From] = Math.Max(weight.GetValueOrDefault(flow.From), flow.Width);
            weight[flow.To] = Math.Max(weight.GetValueOrDefault(flow.To), flow.Width);
        }

        // Of nodes called alike, such as by their country or a line that passes them, the largest stands for all.
        IEnumerable<int> shown = weight.Keys.Where(p => _layout.InFrame[p] && !named.Contains(_model.Places[p].Name)).GroupBy(p => _model.Places[p].Name, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(p => weight[p]).ThenBy(p => p).First());
        foreach ((int place, double width) in shown.Select(p => (p, weight[p])))
            yield return new LabelWish(LabelKind.Place, [_model.Places[place].Name], [_layout.At[place]], 4 + (size * 0.15), 0.9 * width, place);
    }

    private IEnumerable<LabelWish> Shortages(MapCarrier carrier)
    {
        for (int i = 0; i < _model.Places.Count; i++)
        {
            MapPlace place = _model.Places[i];
            if (place.Carrier != carrier.Id || !_layout.InFrame[i] || ShortageMark.Radius(_layout, i, -1) <= 0)
                continue;
            yield return new LabelWish(LabelKind.Shortage, [place.Name], [_layout.At[i]], ShortageMark.Radius(_layout, i, -1) + 3, ShortageMark.Amount(place, -1), i);
        }
    }

    /// <summary>Of a web, whose junctions have names that say little: the country in place of its places, once, at the largest mark.</summary>
    private IEnumerable<LabelWish> ByCountry(IEnumerable<LabelWish> shortages) => shortages
        .GroupBy(w => _model.Places[w.Subject] is { HasCountry: true } place ? place.Country : w.Texts[0], StringComparer.Ordinal)
        .Select(g => (Name: g.Key, Largest: g.OrderByDescending(w => w.Priority).ThenBy(w => w.Subject).First(), Sum: g.Sum(w => w.Priority)))
        .Select(g => g.Largest with { Texts = [g.Name], Priority = g.Sum });

    /// <summary>Of places called alike the one that lacks most.</summary>
    private static IEnumerable<LabelWish> ByName(IEnumerable<LabelWish> shortages) => shortages.GroupBy(w => w.Texts[0], StringComparer.Ordinal).Select(g => g.OrderByDescending(w => w.Priority).ThenBy(w => w.Subject).First());

    private IEnumerable<LabelWish> Countries(List<(DrawnFlow Flow, int Index)> flows, HashSet<string> named)
    {
        HashSet<string> touched = [.. flows.SelectMany(f => new[] { _model.Places[f.Flow.From].Country, _model.Places[f.Flow.To].Country })];
        for (int i = 0; i < _model.Countries.Count; i++)
        {
            MapCountry country = _model.Countries[i];
            MapPoint at = _layout.Frame.ToScreen(country.At);
            if (named.Contains(country.Name) || !touched.Contains(country.Name) || _model.Places.Any(p => p.Name == country.Name) || !_layout.Frame.Box.Contains(at))
                continue;
            MapPoint[] near = [.. new MapPoint[] { new(0, 0), new(0, -12), new(0, 12), new(-16, 0), new(16, 0), new(0, -20), new(0, 20) }.Select(d => at + d)];
            yield return new LabelWish(LabelKind.Country, [country.Name], near, 0, 2.4, i);
        }
    }

    /// <summary>Where flows cross the frame to places beyond, gathered by place and part of the edge.</summary>
    private IEnumerable<LabelWish> Edges(List<(DrawnFlow Flow, int Index)> flows, double size)
    {
        var gates = new List<(int Place, MapPoint Sum, double Weight)>();
        foreach ((DrawnFlow flow, _) in flows.Where(f => f.Flow.Active))
        {
            foreach (int end in new[] { 0, 1 })
            {
                int place = end == 0 ? flow.From : flow.To;
                if (_layout.InFrame[place])
                    continue;
                MapPoint gate = end == 0 ? flow.Parts[0][0] : flow.Parts[^1][^1];
                int known = gates.FindIndex(g => g.Place == place && ((g.Sum * (1 / g.Weight)) - gate).Length < 110);
                if (known < 0)
                    gates.Add((place, gate * flow.Width, flow.Width));
                else
                    gates[known] = (place, gates[known].Sum + (gate * flow.Width), gates[known].Weight + flow.Width);
            }
        }

        for (int i = 0; i < gates.Count; i++)
        {
            MapPlace place = _model.Places[gates[i].Place];
            string name = place.HasCountry ? place.Country : place.Name;
            yield return Edge(name, gates[i].Sum * (1 / gates[i].Weight), gates[i].Weight, i, size);
        }
    }

    private LabelWish Edge(string name, MapPoint gate, double weight, int index, double size)
    {
        MapBox box = _layout.Frame.Box;
        double left = gate.X - box.Left, right = box.Right - gate.X, top = gate.Y - box.Top, bottom = box.Bottom - gate.Y;
        double least = Math.Min(Math.Min(left, right), Math.Min(top, bottom));
        string text = least == left ? $"← {name}" : least == right ? $"{name} →" : least == top ? $"↑ {name}" : $"{name} ↓";
        double half = (TextWidth.Of(text, size) / 2) + 5, line = size * 1.3;
        var anchors = new List<MapPoint>();
        for (int k = 0; k < 13; k++)
        {
            // 0, 1, −1, 2, −2 … lines away from the gate.
            double shift = (k + 1) / 2 * (k % 2 == 0 ? -1 : 1);
            anchors.Add(least == left ? new(box.Left + half, gate.Y + (shift * line))
                : least == right ? new(box.Right - half, gate.Y + (shift * line))
                : new(Math.Clamp(gate.X + (shift * half * 0.7), box.Left + half, box.Right - half), least == top ? box.Top + line : box.Bottom - line));
        }

        return new LabelWish(LabelKind.Edge, [text], anchors, 0, weight, index);
    }
}
