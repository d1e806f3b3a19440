namespace Corridor.Numerics.Ordering;

/// <summary>Permutations as arrays: <c>order[k]</c> is the node at place k.</summary>
public static class Permutation
{
    /// <summary>The places of the nodes: result[order[k]] = k.</summary>
    /// <exception cref="ArgumentException">The array is not a permutation.</exception>
    public static int[] Invert(int[] order)
    {
        int[] position = new int[order.Length];
        Array.Fill(position, -1);
        for (int k = 0; k < order.Length; k++)
        {
            if ((uint)order[k] >= (uint)order.Length || position[order[k]] >= 0)
                throw new ArgumentException("Not a permutation.", nameof(order));
            position[order[k]] = k;
        }

        return position;
    }

    /// <summary>The order that changes nothing.</summary>
    /// <param name="count">Its length, ≥ 0.</param>
    public static int[] Identity(int count)
    {
        int[] identity = new int[count];
        for (int k = 0; k < count; k++)
            identity[k] = k;
        return identity;
    }
}
