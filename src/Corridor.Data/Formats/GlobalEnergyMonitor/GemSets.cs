namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Sets that are united one after the other (union by size, paths halved).</summary>
internal sealed class GemSets
{
    private readonly int[] _parents;
    private readonly int[] _sizes;

    internal GemSets(int count)
    {
        _parents = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
    }

    /// <summary>The member that stands for a set.</summary>
    internal int Find(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    /// <summary>Unites two sets.</summary>
    /// <returns>The member that stands for both.</returns>
    internal int Union(int one, int other)
    {
        (int a, int b) = (Find(one), Find(other));
        if (a == b)
            return a;
        if (_sizes[a] < _sizes[b])
            (a, b) = (b, a);
        _parents[b] = a;
        _sizes[a] += _sizes[b];
        return a;
    }
}
