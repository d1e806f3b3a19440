namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Disjoint sets of numbered things (R. E. Tarjan, Journal of the ACM 22, 1975).</summary>
internal sealed class Parts(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    internal int Find(int thing)
    {
        while (_parent[thing] != thing)
        {
            _parent[thing] = _parent[_parent[thing]];
            thing = _parent[thing];
        }

        return thing;
    }

    /// <summary>Joins two parts; false where they are one already.</summary>
    internal bool Join(int first, int second)
    {
        int a = Find(first);
        int b = Find(second);
        if (a == b)
            return false;
        _parent[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }

    /// <summary>A number for each thing: that of its part, counted from zero in order of first appearance.</summary>
    internal int[] Number(out int parts)
    {
        int[] number = new int[_parent.Length];
        var seen = new Dictionary<int, int>();
        for (int i = 0; i < number.Length; i++)
        {
            int root = Find(i);
            if (!seen.TryGetValue(root, out int known))
                seen.Add(root, known = seen.Count);
            number[i] = known;
        }

        parts = seen.Count;
        return number;
    }
}
