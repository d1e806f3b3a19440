namespace Corridor.Numerics.Factorization;

/// <summary>
/// Divides the columns of a factor into supernodes: fundamental ones first, then a child merged into its parent where few
/// explicit zeros arise (C. Ashcraft, R. Grimes, ACM Trans. Math. Softw. 15 (1989) 291–309).
/// </summary>
internal static class SupernodePartition
{
    /// <summary>First column of each supernode, with the number of columns at the end.</summary>
    /// <param name="parent">Elimination tree of a postordered pattern.</param>
    /// <param name="count">Column counts, the diagonal included.</param>
    internal static int[] Build(int[] parent, int[] count)
    {
        int n = parent.Length;
        if (n == 0)
            return [0];
        int[] children = new int[n];
        foreach (int p in parent)
        {
            if (p >= 0)
                children[p]++;
        }

        // Supernodes as a stack in which the top may merge with the one below it, its last child.
        int[] first = new int[n + 1];
        int[] zeros = new int[n];
        int supernodes = 0;
        for (int j = 0; j < n;)
        {
            int end = j + 1;
            while (end < n && parent[end - 1] == end && children[end] == 1 && count[end] == count[end - 1] - 1)
                end++;
            int begin = j;
            int stored = 0;
            while (supernodes > 0 && parent[begin - 1] == begin
                && TryMerge(first[supernodes - 1], begin, end, count, zeros[supernodes - 1], ref stored))
            {
                begin = first[--supernodes];
            }

            first[supernodes] = begin;
            zeros[supernodes++] = stored;
            j = end;
        }

        first[supernodes] = n;
        return first[..(supernodes + 1)];
    }

    /// <summary>Whether the child [begin, middle) should be merged into its parent [middle, end); adds the zeros it stores.</summary>
    private static bool TryMerge(int begin, int middle, int end, int[] count, int childZeros, ref int parentZeros)
    {
        // The parent's last column knows its rows below; with its explicit zeros the panel has width + rows.
        int childWidth = middle - begin;
        int parentWidth = end - middle;
        int below = count[end - 1] - 1;
        long width = childWidth + parentWidth;
        long height = width + below;
        long childRows = childWidth + count[middle - 1] - 1;
        long added = childWidth * (height - childRows);
        long total = childZeros + (long)parentZeros + added;
        double share = total / (double)((width * height) - (width * (width - 1) / 2));
        if (total > int.MaxValue / 2)
            return false;
        bool merge = (width <= 4 && share < 0.6)
            || (width <= 16 && share < 0.4)
            || (width <= 48 && share < 0.1)
            || share < 0.05;
        if (merge)
            parentZeros = (int)total;
        return merge;
    }
}
