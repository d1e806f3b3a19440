namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// The law of AC lines, and of meshed direct current. A result states no angles; flows follow angles if and only if their drops add up to zero around every loop. Angles
/// are built along the lines of greatest susceptance that span the nodes, and every other line in service must agree with them.
/// </summary>
internal static class AngleCheck
{
    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        ItemRecorder item = sheet.Begin(CertificateGroup.Bounds, "angles", b =>
            $"power line {b.Element} carries {CheckSheet.Number(b.Value)} GWh/d{sheet.At(b)}, but the angles that the other lines imply give {CheckSheet.Number(b.Limit)}");
        ArcFigures[] lines =
        [
            .. figures.Arcs.Values.Where(a => a.Susceptance != 0 && facts.Arcs.ContainsKey(a.Id))
                .OrderByDescending(a => Math.Abs(a.Susceptance)).ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
        if (lines.Length == 0)
            return;
        ItemRecorder? limits = Array.Exists(lines, l => double.IsFinite(l.Angles.Least) || double.IsFinite(l.Angles.Most)) ? Limits(sheet) : null;
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ArcFigures line in lines)
        {
            nodes.TryAdd(Place(line, line.From), nodes.Count);
            nodes.TryAdd(Place(line, line.To), nodes.Count);
        }

        Tree? tree = null;
        for (int t = 0; t < figures.Package.Count; t++)
        {
            bool[] inService = [.. lines.Select(l => l.Available[t] > 0)];
            if (tree is null || !tree.InService.AsSpan().SequenceEqual(inService))
                tree = new Tree(lines, nodes, inService);
            double[] flow = [.. lines.Select(l => facts.Arcs[l.Id].Flow[0][t] - facts.Arcs[l.Id].Flow[1][t])];
            double[] angle = new double[nodes.Count];
            double largest = 0;
            foreach ((int line, int from, int to, double sign) in tree.Branches)
            {
                angle[to] = angle[from] - (sign * ((flow[line] / lines[line].Susceptance) + lines[line].Shift));
                largest = Math.Max(largest, Math.Abs(flow[line]));
            }

            foreach (int chord in tree.Chords)
            {
                double implied = lines[chord].Susceptance * (angle[nodes[Place(lines[chord], lines[chord].From)]] - angle[nodes[Place(lines[chord], lines[chord].To)]] - lines[chord].Shift);
                item.Same(lines[chord].Id, t, flow[chord], implied, largest);
            }

            for (int l = 0; limits is not null && l < lines.Length; l++)
            {
                if (!inService[l])
                    continue;
                double difference = (flow[l] / lines[l].Susceptance) + lines[l].Shift;
                limits.AtLeast(lines[l].Id, t, difference, lines[l].Angles.Least);
                limits.AtMost(lines[l].Id, t, difference, lines[l].Angles.Most);
            }
        }
    }

    private static ItemRecorder Limits(CheckSheet sheet) => sheet.Begin(CertificateGroup.Bounds, "angle limits", b =>
        $"the angles at the ends of power line {b.Element} differ by {CheckSheet.Number(b.Value * 180 / Math.PI)} degrees{sheet.At(b)}, outside the limit {CheckSheet.Number(b.Limit * 180 / Math.PI)}");

    /// <summary>A node in the network of one law.</summary>
    private static string Place(ArcFigures line, string node) => line.Meshed ? "=" + node : node;

    /// <summary>A spanning forest of the lines in service, of the greatest susceptances, each tree walked from its first node.</summary>
    private sealed class Tree
    {
        public Tree(ArcFigures[] lines, Dictionary<string, int> nodes, bool[] inService)
        {
            InService = inService;
            int[] group = [.. Enumerable.Range(0, nodes.Count)];
            var neighbours = new List<(int Line, int To, double Sign)>[nodes.Count];
            for (int n = 0; n < neighbours.Length; n++)
                neighbours[n] = [];
            for (int l = 0; l < lines.Length; l++)
            {
                if (!inService[l])
                    continue;
                int from = nodes[Place(lines[l], lines[l].From)], to = nodes[Place(lines[l], lines[l].To)];
                int a = Root(group, from), b = Root(group, to);
                if (a == b)
                {
                    Chords.Add(l);
                    continue;
                }

                group[b] = a;
                neighbours[from].Add((l, to, 1));
                neighbours[to].Add((l, from, -1));
            }

            bool[] seen = new bool[nodes.Count];
            var queue = new Queue<int>();
            for (int start = 0; start < seen.Length; start++)
            {
                if (seen[start])
                    continue;
                seen[start] = true;
                queue.Enqueue(start);
                while (queue.TryDequeue(out int node))
                {
                    foreach ((int line, int to, double sign) in neighbours[node])
                    {
                        if (seen[to])
                            continue;
                        seen[to] = true;
                        Branches.Add((line, node, to, sign));
                        queue.Enqueue(to);
                    }
                }
            }
        }

        public bool[] InService { get; }

        public List<(int Line, int From, int To, double Sign)> Branches { get; } = [];

        public List<int> Chords { get; } = [];

        private static int Root(int[] group, int node)
        {
            while (group[node] != node)
                node = group[node] = group[group[node]];
            return node;
        }
    }
}
