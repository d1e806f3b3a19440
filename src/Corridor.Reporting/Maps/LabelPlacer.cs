namespace Corridor.Reporting.Maps;

/// <summary>What a label says about.</summary>
internal enum LabelKind
{
    /// <summary>A place.</summary>
    Place,

    /// <summary>A flow and its amount.</summary>
    Flow,

    /// <summary>Where flows leave the map to a place beyond its edge.</summary>
    Edge,

    /// <summary>Energy not served at a place.</summary>
    Shortage,

    /// <summary>A country, for orientation.</summary>
    Country,
}

/// <summary>A wish for a label.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Texts">Wordings, the best first; the next is tried where the one before does not fit.</param>
/// <param name="Anchors">Points that it may stand at, the best first.</param>
/// <param name="Clearance">Distance kept from the anchor.</param>
/// <param name="Priority">Higher goes first.</param>
/// <param name="Subject">Index of the flow or place.</param>
internal sealed record LabelWish(LabelKind Kind, IReadOnlyList<string> Texts, IReadOnlyList<MapPoint> Anchors, double Clearance, double Priority, int Subject);

/// <summary>A label with its place.</summary>
/// <param name="Wish">What was wished.</param>
/// <param name="Text">The wording.</param>
/// <param name="Box">The room that it takes.</param>
/// <param name="Leader">Where its leader line points; null without one.</param>
internal sealed record PlacedLabel(LabelWish Wish, string Text, MapBox Box, MapPoint? Leader);

/// <summary>
/// Puts labels where they collide with no other: greedily by priority, around the point or one of its anchors where least of the drawing
/// is covered, then farther away with a leader line; one that finds no room is left out.
/// </summary>
internal sealed class LabelPlacer(MapBox frame, double size, LabelInk? ink = null)
{
    /// <summary>What a place farther down the list of wishes must spare, in points of a thin line.</summary>
    private const double Later = 0.4;

    /// <summary>Room beside a label, so that two in a row are not read as one.</summary>
    private double Beside => 0.3 * size;

    /// <summary>Room between a name and the figure of a flow in one line, so that the figure is not read as part of the name.</summary>
    private double Apart => 1.8 * size;

    private readonly MapBox _room = frame.Grow(-3);
    private readonly List<MapBox> _names = [];
    private readonly List<MapBox> _figures = [];
    private readonly List<MapBox> _taken = [];

    /// <summary>Takes room that labels keep away from.</summary>
    public void Block(MapBox box) => _taken.Add(box);

    /// <summary>Places what can be placed.</summary>
    /// <param name="wishes">Wishes, in any order.</param>
    /// <param name="most">Largest number of labels.</param>
    public List<PlacedLabel> Place(IEnumerable<LabelWish> wishes, int most)
    {
        var placed = new List<PlacedLabel>();
        foreach (LabelWish wish in wishes.OrderByDescending(w => w.Priority).ThenBy(w => w.Kind).ThenBy(w => w.Subject))
        {
            if (placed.Count >= most)
                break;
            if (Try(wish) is { } label)
            {
                MapBox box = label.Box;
                _taken.Add(new MapBox(box.Left - Beside, box.Top - 1, box.Right + Beside, box.Bottom + 1));
                (wish.Kind == LabelKind.Flow ? _figures : _names).Add(new MapBox(box.Left - Apart, box.Top + (0.3 * size), box.Right + Apart, box.Bottom - (0.3 * size)));
                placed.Add(label);
            }
        }

        return placed;
    }

    private PlacedLabel? Try(LabelWish wish)
    {
        foreach (string text in wish.Texts)
        {
            (double width, double height) = Measure(text, wish.Kind);
            double least = double.PositiveInfinity, later = 0;
            PlacedLabel? best = null;
            foreach (MapPoint anchor in wish.Anchors)
            {
                if (!_room.Contains(anchor) && wish.Kind != LabelKind.Edge)
                    continue;
                foreach (MapBox box in Around(wish, anchor, width, height))
                {
                    double covered = later;
                    later += Later;
                    if (covered >= least)
                        return best;
                    if (!Free(box, wish.Kind) || (covered += ink?.Under(box) ?? 0) >= least)
                        continue;
                    (least, best) = (covered, new PlacedLabel(wish, text, box, null));
                }
            }

            if (best is not null)
                return best;
        }

        return wish.Kind is LabelKind.Place or LabelKind.Flow or LabelKind.Shortage && wish.Anchors.Count > 0 ? WithLeader(wish) : null;
    }

    private PlacedLabel? WithLeader(LabelWish wish)
    {
        string text = wish.Texts[^1];
        (double width, double height) = Measure(text, wish.Kind);
        MapPoint anchor = wish.Anchors[0];
        if (!_room.Contains(anchor))
            return null;
        foreach (double distance in new[] { 2.2, 3.4 })
        {
            for (int k = 0; k < 12; k++)
            {
                (double sin, double cos) = Math.SinCos(Math.PI * k / 6);
                var middle = new MapPoint(anchor.X + (cos * ((distance * size) + (width / 2))), anchor.Y + (sin * distance * size * 1.1));
                var box = new MapBox(middle.X - (width / 2), middle.Y - (height / 2), middle.X + (width / 2), middle.Y + (height / 2));
                var target = new MapPoint(Math.Clamp(anchor.X, box.Left, box.Right), Math.Clamp(anchor.Y, box.Top, box.Bottom));
                if (Free(box, wish.Kind) && !Crosses(anchor, target))
                    return new PlacedLabel(wish, text, box, anchor);
            }
        }

        return null;
    }

    /// <summary>The room of a text, whose lines stand below each other.</summary>
    private (double Width, double Height) Measure(string text, LabelKind kind)
    {
        string[] lines = text.Split('\n');
        return (lines.Max(l => TextWidth.Of(l, size, kind is LabelKind.Shortage)), size * 1.15 * lines.Length);
    }

    private bool Free(MapBox box, LabelKind kind) => _room.Contains(box) && !_taken.Exists(t => t.Overlaps(box)) && !(kind == LabelKind.Flow ? _names : _figures).Exists(t => t.Overlaps(box));

    /// <summary>Whether a leader line would cross a label.</summary>
    private bool Crosses(MapPoint a, MapPoint b)
    {
        var around = new MapBox(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X) + 0.01, Math.Max(a.Y, b.Y) + 0.01);
        return _taken.Exists(t => t.Overlaps(around) && Clipping.Line([a, b], t).Count > 0);
    }

    private static IEnumerable<MapBox> Around(LabelWish wish, MapPoint p, double width, double height)
    {
        MapBox Box(double left, double top) => new(left, top, left + width, top + height);
        double gap = wish.Clearance, middle = p.Y - (height / 2);
        if (wish.Kind == LabelKind.Country || wish.Kind == LabelKind.Edge)
        {
            yield return Box(p.X - (width / 2), middle);
            yield break;
        }

        yield return Box(p.X + gap, middle);
        yield return Box(p.X - gap - width, middle);
        yield return Box(p.X - (width / 2), p.Y - gap - height);
        yield return Box(p.X - (width / 2), p.Y + gap);
        double slant = gap * 0.75;
        yield return Box(p.X + slant, p.Y - slant - height);
        yield return Box(p.X + slant, p.Y + slant);
        yield return Box(p.X - slant - width, p.Y - slant - height);
        yield return Box(p.X - slant - width, p.Y + slant);
    }
}
