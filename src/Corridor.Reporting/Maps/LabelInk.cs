namespace Corridor.Reporting.Maps;

/// <summary>What is drawn below the labels of carriers shown together, as points with weights: labels stand where they cover least of it.</summary>
internal sealed class LabelInk
{
    private const double Cell = 24;
    private const double Step = 4;

    /// <summary>A place's own mark counts for so many points of a thin line.</summary>
    private const double MarkWeight = 5;

    private readonly Dictionary<(int X, int Y), List<(MapPoint At, double Weight)>> _cells = [];

    /// <summary>Gathers what is drawn of some carriers.</summary>
    /// <param name="layout">The drawing.</param>
    /// <param name="carriers">Ids of the carriers.</param>
    public LabelInk(FlowLayout layout, IReadOnlySet<string> carriers)
    {
        var marked = new HashSet<int>();
        foreach (DrawnFlow flow in layout.Flows.Where(f => f.Active && carriers.Contains(f.Flow.Carrier)))
        {
            foreach (MapPoint point in flow.Parts.SelectMany(p => Polyline.Sample(p, Step)))
                Add(point, 1 + (flow.Width / 3));
            if (layout.IsWeb(flow.Flow.Carrier))
                continue;
            foreach (int place in new[] { flow.From, flow.To })
            {
                if (marked.Add(place))
                    Add(layout.At[place], MarkWeight);
            }
        }

        foreach (int place in layout.Shortages.Where(p => carriers.Contains(layout.Model.Places[p].Carrier)))
        {
            double radius = ShortageMark.Radius(layout, place, -1);
            for (double x = -radius; x <= radius; x += Step)
            {
                for (double y = -radius; y <= radius; y += Step)
                {
                    if ((x * x) + (y * y) <= radius * radius)
                        Add(layout.At[place] + new MapPoint(x, y), 1);
                }
            }
        }
    }

    /// <summary>How much a label there would cover; 0 for nothing.</summary>
    /// <param name="box">The room of the label.</param>
    public double Under(MapBox box)
    {
        double sum = 0;
        for (int x = Index(box.Left); x <= Index(box.Right); x++)
        {
            for (int y = Index(box.Top); y <= Index(box.Bottom); y++)
            {
                if (!_cells.TryGetValue((x, y), out List<(MapPoint At, double Weight)>? points))
                    continue;
                foreach ((MapPoint at, double weight) in points)
                    sum += box.Contains(at) ? weight : 0;
            }
        }

        return sum;
    }

    private static int Index(double value) => (int)Math.Floor(value / Cell);

    private void Add(MapPoint point, double weight)
    {
        (int, int) cell = (Index(point.X), Index(point.Y));
        if (!_cells.TryGetValue(cell, out List<(MapPoint At, double Weight)>? points))
            _cells.Add(cell, points = []);
        points.Add((point, weight));
    }
}
