namespace Corridor.Numerics.LinearPrograms.Presolve;

/// <summary>
/// Finds rows or columns that may be proportional: same first index and same hash of indices and ratios to the first value. Lines are sorted
/// into buckets by their first index, so that memory is passed in order; linear but for sorting within a bucket.
/// </summary>
internal sealed class ProportionalLines(int lineCount, int indexCount)
{
    private readonly int[] _first = new int[lineCount];
    private readonly uint[] _hash = new uint[lineCount];
    private readonly int[] _bucket = new int[indexCount + 1];
    private int _any;

    /// <summary>A line's contribution of one entry to its hash; they are added up.</summary>
    internal static ulong Hash(int index, double ratio)
    {
        ulong x = ((ulong)(uint)index << 32) ^ BitConverter.SingleToUInt32Bits((float)ratio);
        x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDUL;
        x = (x ^ (x >> 29)) * 0xC4CEB9FE1A85EC53UL;
        return x ^ (x >> 32);
    }

    /// <summary>Enters a line; those that are not entered are passed over.</summary>
    internal void Enter(int line, int first, ulong hash)
    {
        _first[line] = first + 1;
        _hash[line] = (uint)(hash ^ (hash >> 32));
        _bucket[first]++;
        _any++;
    }

    /// <summary>The groups of two and more lines with the same hash: the lines one after the other, and where each group ends.</summary>
    internal (List<int> Lines, List<int> Ends) Groups()
    {
        List<int> lines = [];
        List<int> ends = [];
        int[] order = new int[_any];
        int sum = 0;
        for (int b = 0; b < _bucket.Length; b++)
        {
            int count = _bucket[b];
            _bucket[b] = sum;
            sum += count;
        }

        for (int line = 0; line < _first.Length; line++)
        {
            if (_first[line] > 0)
                order[_bucket[_first[line] - 1]++] = line;
        }

        uint[] key = new uint[16];
        int begin = 0;
        for (int b = 0; b + 1 < _bucket.Length; b++)
        {
            int end = _bucket[b];
            int count = end - begin;
            if (count > 1)
            {
                if (key.Length < count)
                    key = new uint[2 * count];
                for (int k = 0; k < count; k++)
                    key[k] = _hash[order[begin + k]];
                Sort(key, order.AsSpan(begin, count));
                for (int k = 0; k < count;)
                {
                    int next = k + 1;
                    while (next < count && key[next] == key[k])
                        next++;
                    if (next - k > 1)
                    {
                        for (int q = k; q < next; q++)
                            lines.Add(order[begin + q]);
                        ends.Add(lines.Count);
                    }

                    k = next;
                }
            }

            begin = end;
        }

        return (lines, ends);
    }

    /// <summary>By key, equal ones in the order given.</summary>
    private static void Sort(uint[] key, Span<int> line)
    {
        if (line.Length > 32)
        {
            ulong[] both = new ulong[line.Length];
            for (int k = 0; k < line.Length; k++)
                both[k] = ((ulong)key[k] << 32) | (uint)line[k];
            Array.Sort(both);
            for (int k = 0; k < line.Length; k++)
            {
                key[k] = (uint)(both[k] >> 32);
                line[k] = (int)(uint)both[k];
            }

            return;
        }

        for (int k = 1; k < line.Length; k++)
        {
            uint x = key[k];
            int item = line[k];
            int at = k;
            for (; at > 0 && key[at - 1] > x; at--)
            {
                key[at] = key[at - 1];
                line[at] = line[at - 1];
            }

            key[at] = x;
            line[at] = item;
        }
    }
}
