namespace Corridor.Numerics.Ordering;

/// <summary>An elimination order in a postorder of its elimination tree, with its counted cost.</summary>
public sealed class FillReducingOrdering
{
    private FillReducingOrdering(string name, int[] order, int[] parent, int[] count)
    {
        Name = name;
        Order = order;
        Parent = parent;
        Count = count;
        foreach (int c in count)
        {
            Nonzeros += c;
            Flops += (double)c * c;
        }
    }

    /// <summary>How it was found.</summary>
    public string Name { get; }

    /// <summary>Element k is the node eliminated k-th.</summary>
    public int[] Order { get; }

    /// <summary>The elimination tree in this order: parent of each place, −1 for a root.</summary>
    public int[] Parent { get; }

    /// <summary>Nonzeros of each column of the factor in this order, the diagonal included.</summary>
    public int[] Count { get; }

    /// <summary>Nonzeros of the factor.</summary>
    public long Nonzeros { get; }

    /// <summary>Σ (column count)².</summary>
    public double Flops { get; }

    /// <summary>Counts the cost of an order and brings it into a postorder, which is equivalent to it.</summary>
    /// <param name="name">How it was found.</param>
    /// <param name="graph">The pattern.</param>
    /// <param name="order">A permutation of the nodes.</param>
    public static FillReducingOrdering Measure(string name, SymmetricGraph graph, int[] order)
    {
        SymmetricGraph permuted = graph.Permute(order);
        var tree = EliminationTree.Build(permuted);
        int[] post = tree.Postorder();
        int[] count = tree.ColumnCounts(permuted, post);
        int[] place = Permutation.Invert(post);
        int[] finalOrder = new int[order.Length];
        int[] parent = new int[order.Length];
        int[] finalCount = new int[order.Length];
        for (int k = 0; k < order.Length; k++)
        {
            finalOrder[k] = order[post[k]];
            finalCount[k] = count[post[k]];
            parent[k] = tree.Parent[post[k]] < 0 ? -1 : place[tree.Parent[post[k]]];
        }

        return new FillReducingOrdering(name, finalOrder, parent, finalCount);
    }
}
