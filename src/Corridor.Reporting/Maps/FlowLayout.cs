namespace Corridor.Reporting.Maps;

/// <summary>Where places and flows of a model lie on the screen.</summary>
internal sealed class FlowLayout
{
    /// <summary>Places of one carrier come no nearer to each other than this.</summary>
    private const double LeastDistance = 9;

    /// <summary>A carrier with more places than this is drawn as a web: places where they are, lines straight and unspread, without marks of their own.</summary>
    private const int MostPlaces = 400;

    /// <summary>Share of the usual width in a web.</summary>
    private const double WebWidth = 0.45;

    /// <summary>Rail to a place without a country that is farther away than this [km] ends at a port.</summary>
    private const double LongestRailway = 3500;

    /// <summary>Changes below this share of the largest flow of a carrier are rounding.</summary>
    private const double Rounding = 1e-4;

    private readonly HashSet<string> _webs;
    private readonly Dictionary<string, List<DrawnFlow>> _idle = new(StringComparer.Ordinal);

    public FlowLayout(MapModel model, MapFrame frame)
    {
        _webs = [.. model.Places.GroupBy(p => p.Carrier, StringComparer.Ordinal).Where(g => g.Count() > MostPlaces).Select(g => g.Key)];
        Model = model;
        Frame = frame;
        Scale = new FlowScale(model);
        At = Positions(model, frame, _webs);
        InFrame = [.. At.Select(p => frame.Box.Contains(p))];
        Shortages = [.. Enumerable.Range(0, At.Length).Where(i => InFrame[i] && Enumerable.Range(-1, model.Steps.Count + 1).Any(s => ShortageMark.Radius(this, i, s) > 0))];
        Flows = [.. model.Carriers.SelectMany(c => OfCarrier(c.Id))];
    }

    public MapModel Model { get; }

    public MapFrame Frame { get; }

    public FlowScale Scale { get; }

    /// <summary>Position of each place.</summary>
    public MapPoint[] At { get; }

    /// <summary>Whether a place lies in the frame.</summary>
    public bool[] InFrame { get; }

    /// <summary>Places in the frame that lack energy at some time, before or after.</summary>
    public IReadOnlyList<int> Shortages { get; }

    /// <summary>Everything that is drawn, by carrier, thick below thin.</summary>
    public IReadOnlyList<DrawnFlow> Flows { get; }

    /// <summary>Whether a carrier has too many places for a mark each.</summary>
    /// <param name="carrier">The carrier.</param>
    public bool IsWeb(string carrier) => _webs.Contains(carrier);

    /// <summary>Lines of a web that nothing flows through; they are drawn as one. Empty for other carriers, whose idle lines are among the <see cref="Flows"/>.</summary>
    /// <param name="carrier">The carrier.</param>
    public IReadOnlyList<DrawnFlow> Idle(string carrier) => _idle.GetValueOrDefault(carrier) ?? [];

    private List<DrawnFlow> OfCarrier(string carrier)
    {
        List<MapFlow> arcs = [.. Model.Flows.Where(f => f.Carrier == carrier)];
        double largest = arcs.Select(f => Math.Max(f.Forward.Shown(-1), f.Backward.Shown(-1))).DefaultIfEmpty(0).Max();
        bool isWeb = IsWeb(carrier);
        var drawn = new List<DrawnFlow>();
        foreach (MapFlow arc in arcs)
        {
            int before = drawn.Count;
            for (int side = 0; side < 2; side++)
            {
                MapDirection figures = side == 0 ? arc.Forward : arc.Backward;
                double shown = figures.Shown(-1);
                if (shown > Rounding * largest && shown > 0)
                    drawn.Add(new DrawnFlow { Flow = arc, Side = side, Active = true, Width = Math.Max(FlowScale.Thinnest, Scale.Width(carrier, shown) * (isWeb ? WebWidth : 1)) });
            }

            // An arc without flow is drawn thin, so that it is seen that it could be used, or could not; ships leave nothing behind.
            if (drawn.Count == before && !Model.IsDifference && arc.Mode != FlowMode.Ship)
                drawn.Add(new DrawnFlow { Flow = arc, Side = 0, Active = false, Width = FlowScale.Thinnest });
        }

        LandWays.Set([.. drawn.Where(f => !BySea(f.Flow))], Frame, At, isWeb);
        SeaWays.Set([.. drawn.Where(f => BySea(f.Flow))], Frame, Model, At);
        drawn.RemoveAll(f => f.Parts.Count == 0);
        if (isWeb)
        {
            _idle[carrier] = [.. drawn.Where(f => !f.Active)];
            drawn.RemoveAll(f => !f.Active);
        }

        return [.. drawn.OrderByDescending(f => f.Width).ThenBy(f => f.Flow.Id, StringComparer.Ordinal).ThenBy(f => f.Side)];
    }

    /// <summary>Ships; and rail to a market far away, whose last part is a ship.</summary>
    private bool BySea(MapFlow flow)
    {
        MapPlace from = Model.Places[flow.From], to = Model.Places[flow.To];
        return flow.Mode == FlowMode.Ship || (flow.Mode == FlowMode.Land && (!from.HasCountry || !to.HasCountry) && from.At.DistanceTo(to.At) > LongestRailway);
    }

    private static MapPoint[] Positions(MapModel model, MapFrame frame, HashSet<string> webs)
    {
        MapPoint[] at = [.. model.Places.Select(p => frame.ToScreen(p.At))];
        foreach (IGrouping<string, int> carrier in Enumerable.Range(0, at.Length).GroupBy(i => model.Places[i].Carrier, StringComparer.Ordinal).Where(g => !webs.Contains(g.Key)))
            PushApart(at, [.. carrier]);
        return at;
    }

    private static void PushApart(MapPoint[] at, int[] places)
    {
        for (int round = 0; round < 12; round++)
        {
            bool moved = false;
            for (int i = 0; i < places.Length; i++)
            {
                for (int j = i + 1; j < places.Length; j++)
                {
                    MapPoint d = at[places[j]] - at[places[i]];
                    if (d.Length >= LeastDistance)
                        continue;
                    MapPoint away = d.Length > 1e-6 ? d.Unit : new MapPoint(1, 0);
                    MapPoint push = away * ((LeastDistance - d.Length) / 2 * 1.01);
                    at[places[i]] -= push;
                    at[places[j]] += push;
                    moved = true;
                }
            }

            if (!moved)
                return;
        }
    }
}
