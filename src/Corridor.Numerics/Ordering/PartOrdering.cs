namespace Corridor.Numerics.Ordering;

/// <summary>
/// Orders a dissected graph part by part: each part by minimum degree with the separators around it counted but not eliminated (a "halo":
/// F. Pellegrini, J. Roman, P. Amestoy, Concurrency 12 (2000) 69–84), separators after that, the first cut last. Parts of the same structure, such as
/// the periods of a horizon, are ordered once; what repeats often is tried in several numberings, and the cheapest order is kept.
/// </summary>
internal sealed class PartOrdering
{
    /// <summary>Parts that repeat at least so often are worth several tries.</summary>
    private const int Often = 12;

    private const int Tries = 6;

    private readonly SymmetricGraph _graph;
    private readonly int[] _stage;
    private readonly int[] _local;
    private readonly List<int> _halo = [];
    private readonly Dictionary<ulong, List<Structure>> _known = [];
    private int[] _signature = new int[1024];
    private int _signatureLength;

    private PartOrdering(SymmetricGraph graph, int[] stage)
    {
        _graph = graph;
        _stage = stage;
        _local = new int[graph.Count];
        Array.Fill(_local, -1);
    }

    /// <summary>The order.</summary>
    /// <param name="graph">The pattern.</param>
    /// <param name="linearOrder">The order that was cut.</param>
    /// <param name="dissection">The cuts.</param>
    internal static int[] Order(SymmetricGraph graph, int[] linearOrder, Dissection dissection) =>
        new PartOrdering(graph, dissection.Stage).Run(linearOrder, dissection.PartBegin);

    private int[] Run(int[] linearOrder, int[] partBegin)
    {
        int parts = partBegin.Length - 1;
        var structureOf = new Structure[parts];
        int[] nodes = new int[_graph.Count];
        int[] nodeBegin = new int[parts + 1];
        for (int part = 0; part < parts; part++)
        {
            int at = nodeBegin[part];
            for (int k = partBegin[part]; k < partBegin[part + 1]; k++)
            {
                if (_stage[linearOrder[k]] == 0)
                    nodes[at++] = linearOrder[k];
            }

            nodeBegin[part + 1] = at;
            structureOf[part] = Recognise(nodes.AsSpan(nodeBegin[part]..at));
            structureOf[part].Repeats++;
        }

        int[] order = new int[_graph.Count];
        int done = 0;
        for (int part = 0; part < parts; part++)
        {
            foreach (int k in structureOf[part].Order())
                order[done++] = nodes[nodeBegin[part] + k];
        }

        Separators(linearOrder, order, done);
        return order;
    }

    /// <summary>The nodes of the separators by stage, within a stage as they stand.</summary>
    private void Separators(int[] linearOrder, int[] order, int done)
    {
        int stages = 0;
        foreach (int s in _stage)
            stages = Math.Max(stages, s);
        int[] next = new int[stages + 2];
        foreach (int s in _stage)
            next[s + 1]++;
        next[1] = done;
        for (int s = 1; s <= stages; s++)
            next[s + 1] += next[s];
        foreach (int i in linearOrder)
        {
            if (_stage[i] > 0)
                order[next[_stage[i]]++] = i;
        }
    }

    private Structure Recognise(ReadOnlySpan<int> nodes)
    {
        _signatureLength = 0;
        _halo.Clear();
        for (int k = 0; k < nodes.Length; k++)
            _local[nodes[k]] = k;
        ulong hash = 14695981039346656037;
        foreach (int i in nodes)
        {
            Append(~(_graph.Start[i + 1] - _graph.Start[i]), ref hash);
            for (int p = _graph.Start[i]; p < _graph.Start[i + 1]; p++)
            {
                int j = _graph.Neighbour[p];
                if (_local[j] < 0)
                {
                    _local[j] = nodes.Length + _halo.Count;
                    _halo.Add(j);
                }

                Append(_local[j], ref hash);
            }
        }

        foreach (int i in nodes)
            _local[i] = -1;
        foreach (int j in _halo)
            _local[j] = -1;
        if (!_known.TryGetValue(hash, out List<Structure>? alike))
            _known.Add(hash, alike = []);
        ReadOnlySpan<int> signature = _signature.AsSpan(0, _signatureLength);
        foreach (Structure s in alike)
        {
            if (s.Count == nodes.Length && signature.SequenceEqual(s.Signature))
                return s;
        }

        var found = new Structure(nodes.Length, _halo.Count, signature.ToArray());
        alike.Add(found);
        return found;
    }

    private void Append(int value, ref ulong hash)
    {
        if (_signatureLength == _signature.Length)
            Array.Resize(ref _signature, 2 * _signature.Length);
        _signature[_signatureLength++] = value;
        hash = (hash ^ (uint)value) * 1099511628211;
    }

    /// <summary>The structure of a part: for each node the complement of its degree, then its neighbours, those outside numbered after the part's own.</summary>
    private sealed class Structure(int count, int halo, int[] signature)
    {
        private int[]? _order;

        internal int Count => count;

        internal int[] Signature => signature;

        internal int Repeats { get; set; }

        /// <summary>The best order found, computed once.</summary>
        internal int[] Order()
        {
            if (_order is not null)
                return _order;
            SymmetricGraph graph = Graph();
            int[] stage = new int[graph.Count];
            stage.AsSpan(count).Fill(1);
            _order = OwnNodes(ApproximateMinimumDegree.Order(graph, stage));
            if (Repeats < Often)
                return _order;
            double least = Flops(graph, _order);
            ulong state = 1;
            for (int attempt = 1; attempt < Tries; attempt++)
            {
                int[] shuffle = Shuffled(ref state);
                int[] found = OwnNodes(ApproximateMinimumDegree.Order(graph.Permute(shuffle), stage));
                for (int k = 0; k < found.Length; k++)
                    found[k] = shuffle[found[k]];
                double flops = Flops(graph, found);
                if (flops < least)
                    (least, _order) = (flops, found);
            }

            return _order;
        }

        private SymmetricGraph Graph()
        {
            int n = count + halo;
            int[] start = new int[n + 1];
            foreach (int s in signature)
            {
                if (s >= count)
                    start[s + 1]++;
            }

            int at = -1;
            foreach (int s in signature)
            {
                if (s < 0)
                    start[++at + 1] = ~s;
            }

            for (int i = 0; i < n; i++)
                start[i + 1] += start[i];
            int[] neighbour = new int[start[n]];
            int[] next = start.AsSpan(0, n).ToArray();
            at = -1;
            foreach (int s in signature)
            {
                if (s < 0)
                {
                    at++;
                    continue;
                }

                neighbour[next[at]++] = s;
                if (s >= count)
                    neighbour[next[s]++] = at;
            }

            return new SymmetricGraph(start, neighbour);
        }

        private int[] OwnNodes(int[] order)
        {
            int[] own = new int[count];
            int done = 0;
            foreach (int i in order)
            {
                if (i < count)
                    own[done++] = i;
            }

            return own;
        }

        private static double Flops(SymmetricGraph graph, int[] own)
        {
            int[] order = Permutation.Identity(graph.Count);
            own.CopyTo(order, 0);
            return FillReducingOrdering.Measure("", graph, order).Flops;
        }

        /// <summary>The part's own nodes in an order drawn at random, the halo behind.</summary>
        private int[] Shuffled(ref ulong state)
        {
            int[] order = Permutation.Identity(count + halo);
            for (int k = count - 1; k > 0; k--)
            {
                state = (state * 6364136223846793005) + 1442695040888963407;
                int other = (int)((state >> 33) % (ulong)(k + 1));
                (order[k], order[other]) = (order[other], order[k]);
            }

            return order;
        }
    }
}
