namespace Corridor.Numerics.Ordering;

/// <summary>An elimination order with its counted cost.</summary>
/// <param name="Name">How it was found.</param>
/// <param name="Order">The order.</param>
/// <param name="Nonzeros">Nonzeros of the factor.</param>
/// <param name="Flops">Σ (column count)².</param>
public sealed record FillReducingOrdering(string Name, int[] Order, long Nonzeros, double Flops)
{
    /// <summary>Counts the cost of an order.</summary>
    public static FillReducingOrdering Measure(string name, SymmetricGraph graph, int[] order)
    {
        SymmetricGraph permuted = graph.Permute(order);
        var tree = EliminationTree.Build(permuted);
        long nonzeros = 0;
        double flops = 0.0;
        foreach (int count in tree.ColumnCounts(permuted, tree.Postorder()))
        {
            nonzeros += count;
            flops += (double)count * count;
        }

        return new FillReducingOrdering(name, order, nonzeros, flops);
    }
}
