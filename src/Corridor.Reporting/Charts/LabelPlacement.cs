namespace Corridor.Reporting.Charts;

/// <summary>Moves labels that stand above one another apart.</summary>
internal static class LabelPlacement
{
    /// <summary>Places as near as may be to those wanted, in the same order, a distance apart, within an interval.</summary>
    /// <param name="wanted">Places wanted, in any order.</param>
    /// <param name="distance">Least distance of two labels.</param>
    /// <param name="least">Start of the interval.</param>
    /// <param name="most">End of the interval.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double distance, double least, double most)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i)];
        var placed = new double[wanted.Count];
        // Labels that touch form a block, whose place is the mean of what its labels want.
        var blocks = new List<(double Sum, int Count, int First)>();
        for (int k = 0; k < order.Length; k++)
        {
            double sum = wanted[order[k]];
            int count = 1, first = k;
            while (blocks.Count > 0)
            {
                (double beforeSum, int beforeCount, int beforeFirst) = blocks[^1];
                if (Start(beforeSum, beforeCount) + (beforeCount * distance) <= Start(sum, count))
                    break;
                // What a label of the later part wants counts from the start of the block.
                sum = beforeSum + sum - (count * beforeCount * distance);
                (count, first) = (beforeCount + count, beforeFirst);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add((sum, count, first));
        }

        foreach ((double sum, int count, int first) in blocks)
        {
            for (int i = 0; i < count; i++)
                placed[order[first + i]] = Start(sum, count) + (i * distance);
        }

        return placed;

        double Start(double sum, int count)
        {
            double start = sum / count;
            return Math.Clamp(start, least, Math.Max(least, most - ((count - 1) * distance)));
        }
    }
}
