namespace Corridor.Numerics.Ordering;

/// <summary>
/// The off-diagonal pattern of a symmetric matrix, both triangles: neighbours of node <c>i</c> are
/// <c>Neighbour[Start[i] … Start[i+1]−1]</c>, without duplicates and without <c>i</c> itself.
/// </summary>
public sealed class SymmetricGraph
{
    /// <summary>Takes the arrays over.</summary>
    /// <param name="start">One element more than there are nodes.</param>
    /// <param name="neighbour">Neighbours; at least <c>start[^1]</c> long.</param>
    public SymmetricGraph(int[] start, int[] neighbour)
    {
        if (start.Length == 0 || neighbour.Length < start[^1])
            throw new ArgumentException("The arrays do not describe a graph.", nameof(start));
        Start = start;
        Neighbour = neighbour;
    }

    /// <summary>Number of nodes.</summary>
    public int Count => Start.Length - 1;

    /// <summary>First neighbour of each node.</summary>
    public int[] Start { get; }

    /// <summary>The neighbours.</summary>
    public int[] Neighbour { get; }

    /// <summary>The same graph with node <c>order[k]</c> renamed to <c>k</c>.</summary>
    public SymmetricGraph Permute(int[] order)
    {
        int[] position = Permutation.Invert(order);
        int[] start = new int[Count + 1];
        for (int k = 0; k < Count; k++)
            start[k + 1] = start[k] + Start[order[k] + 1] - Start[order[k]];
        int[] neighbour = new int[start[Count]];
        for (int k = 0; k < Count; k++)
        {
            int at = start[k];
            for (int p = Start[order[k]]; p < Start[order[k] + 1]; p++)
                neighbour[at++] = position[Neighbour[p]];
        }

        return new SymmetricGraph(start, neighbour);
    }

    /// <summary>Of the graph with node <c>order[k]</c> renamed to <c>k</c> the neighbours that come later than each node: half of it.</summary>
    internal SymmetricGraph LaterNeighbours(int[] order)
    {
        int[] position = Permutation.Invert(order);
        int[] start = new int[Count + 1];
        int[] neighbour = GC.AllocateUninitializedArray<int>((Start[Count] / 2) + 1);
        int at = 0;
        for (int k = 0; k < Count; k++)
        {
            for (int p = Start[order[k]]; p < Start[order[k] + 1]; p++)
            {
                int other = position[Neighbour[p]];
                if (other > k)
                    neighbour[at++] = other;
            }

            start[k + 1] = at;
        }

        return new SymmetricGraph(start, neighbour);
    }
}
