namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>
/// Joins lines to a network. Ends within <see cref="JoinDistance"/> of each other become one joint, nearest first, but never the two
/// ends of one stretch. Then a joint is tied to a line that passes within the same distance, nearest first: where that connects what
/// was not connected, or where the joint is a dead end. Depends on the order of the rows only where distances are equal.
/// </summary>
internal sealed class GemNetwork
{
    /// <summary>How near is together [km].</summary>
    internal const double JoinDistance = 10;
    private const double SampleStep = 5;
    private const int MostSamples = 2000;
    private const int MostNeighbours = 16;
    private const int MostEnds = 512;
    private const double LeastStretch = 1;

    private readonly List<GemSegment> _segments = [];
    private readonly List<(int Segment, bool IsStart, GemAsset Asset, GeoPoint Point)> _ends = [];
    private readonly List<(double Distance, int Number)> _near = [];

    /// <summary>The joints.</summary>
    internal List<GemJoint> Joints { get; } = [];

    /// <summary>The stretches between them, in the order of the lines.</summary>
    internal List<GemPiece> Pieces { get; } = [];

    /// <summary>The joint of a terminal.</summary>
    internal Dictionary<GemAsset, int> JointOf { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Joins lines and terminals.</summary>
    internal static GemNetwork Build(IReadOnlyList<GemAsset> lines, IReadOnlyList<GemAsset> sites, GemCountries countries)
    {
        var network = new GemNetwork();
        foreach (GemAsset line in lines)
        {
            for (int part = 0; part < line.Parts.Count; part++)
            {
                var segment = new GemSegment(line, part);
                network._ends.Add((network._segments.Count, true, line, segment.Points[0]));
                network._ends.Add((network._segments.Count, false, line, segment.Points[^1]));
                network._segments.Add(segment);
            }
        }

        foreach (GemAsset site in sites)
            network._ends.Add((-1, false, site, site.Parts[0][0]));
        network.JoinEnds(countries);
        network.TieToPassing();
        foreach (GemSegment segment in network._segments)
            network.Cut(segment);
        return network;
    }

    private void JoinEnds(GemCountries countries)
    {
        var places = new GemPlaces(JoinDistance);
        var pairs = new List<(double Distance, int First, int Second)>();
        for (int i = 0; i < _ends.Count; i++)
        {
            places.Near(_ends[i].Point, JoinDistance, _near);
            _near.Sort();
            foreach ((double distance, int other) in _near.Take(MostNeighbours))
                pairs.Add((distance, other, i));
            places.Add(_ends[i].Point);
        }

        pairs.Sort();
        var sets = new GemSets(_ends.Count);
        var members = new HashSet<int>?[_ends.Count];
        foreach ((_, int first, int second) in pairs)
        {
            (int a, int b) = (sets.Find(first), sets.Find(second));
            if (a == b)
                continue;
            HashSet<int> fewer = members[a] ?? Own(a), more = members[b] ?? Own(b);
            if (fewer.Count > more.Count)
                (fewer, more) = (more, fewer);
            if (fewer.Count + more.Count > MostEnds || fewer.Any(more.Contains))
                continue;
            more.UnionWith(fewer);
            members[sets.Union(a, b)] = more;
        }

        var joints = new Dictionary<int, int>();
        for (int i = 0; i < _ends.Count; i++)
        {
            int root = sets.Find(i);
            if (!joints.TryGetValue(root, out int joint))
            {
                joints.Add(root, joint = Joints.Count);
                Joints.Add(new GemJoint());
            }

            (int segment, bool isStart, GemAsset asset, _) = _ends[i];
            if (segment < 0)
            {
                Joints[joint].Sites.Add(asset);
                JointOf[asset] = joint;
            }
            else
            {
                Joints[joint].Ends.Add((asset, isStart));
                Joints[joint].Segments++;
                if (isStart)
                    _segments[segment].Start = joint;
                else
                    _segments[segment].End = joint;
            }
        }

        Place(sets, joints, countries);

        HashSet<int> Own(int end) => _ends[end].Segment < 0 ? [] : [_ends[end].Segment];
    }

    /// <summary>Sets the joints in the middle of their ends, in the country that most of them are in.</summary>
    private void Place(GemSets sets, Dictionary<int, int> joints, GemCountries countries)
    {
        var sums = new (double X, double Y, double Z)[Joints.Count];
        var votes = new Dictionary<string, int>?[Joints.Count];
        for (int i = 0; i < _ends.Count; i++)
        {
            int joint = joints[sets.Find(i)];
            (double x, double y, double z) = _ends[i].Point.Space();
            sums[joint] = (sums[joint].X + x, sums[joint].Y + y, sums[joint].Z + z);
            string country = countries.Of(_ends[i].Asset, _ends[i].Point, _ends[i].IsStart, out _) ?? "";
            Dictionary<string, int> vote = votes[joint] ??= new Dictionary<string, int>(StringComparer.Ordinal);
            vote[country] = vote.GetValueOrDefault(country) + 1;
        }

        for (int i = 0; i < Joints.Count; i++)
        {
            (double x, double y, double z) = sums[i];
            Joints[i].Point = new GeoPoint(Math.Round(Math.Atan2(y, x) * 180 / Math.PI, 6), Math.Round(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))) * 180 / Math.PI, 6));
            Joints[i].Country = votes[i]!.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key;
        }
    }

    private void TieToPassing()
    {
        var places = new GemPlaces(JoinDistance + SampleStep);
        var samples = new List<(int Segment, double Along, double Step)>();
        for (int i = 0; i < _segments.Count; i++)
        {
            double step = Math.Max(SampleStep, _segments[i].Length / MostSamples);
            for (double along = 0; along <= _segments[i].Length; along += step)
            {
                samples.Add((i, along, step));
                places.Add(_segments[i].At(along));
            }
        }

        var ties = new List<(double Distance, int Joint, int Segment, double Along)>();
        var best = new Dictionary<int, (double Distance, int Sample)>();
        for (int joint = 0; joint < Joints.Count; joint++)
        {
            places.Near(Joints[joint].Point, JoinDistance + (SampleStep / 2), _near);
            best.Clear();
            foreach ((double distance, int sample) in _near)
            {
                int segment = samples[sample].Segment;
                if (!best.TryGetValue(segment, out (double Distance, int Sample) known) || (distance, sample).CompareTo(known) < 0)
                    best[segment] = (distance, sample);
            }

            foreach ((int segment, (double _, int sample)) in best.OrderBy(b => b.Value).Take(MostNeighbours))
            {
                (double distance, double along) = _segments[segment].Closest(Joints[joint].Point, samples[sample].Along, samples[sample].Step);
                if (distance <= JoinDistance && along > LeastStretch && along < _segments[segment].Length - LeastStretch)
                    ties.Add((distance, joint, segment, along));
            }
        }

        ties.Sort();
        var sets = new GemSets(Joints.Count);
        foreach (GemSegment segment in _segments)
            sets.Union(segment.Start, segment.End);
        foreach ((_, int joint, int number, double along) in ties)
        {
            GemSegment segment = _segments[number];
            bool isNew = sets.Find(joint) != sets.Find(segment.Start);
            if ((!isNew && Joints[joint].Segments > 1) || segment.Start == joint || segment.End == joint)
                continue;
            segment.Tees.Add((along, joint));
            Joints[joint].Segments++;
            sets.Union(joint, segment.Start);
        }
    }

    private void Cut(GemSegment segment)
    {
        (double Along, int Joint) from = (0, segment.Start);
        foreach ((double Along, int Joint) to in segment.Tees.Order().Append((segment.Length, segment.End)))
        {
            if (to.Joint == from.Joint)
                continue;
            Pieces.Add(new GemPiece(segment.Asset, from.Joint, to.Joint, segment.Between(from.Along, to.Along), to.Along - from.Along));
            from = to;
        }
    }
}
