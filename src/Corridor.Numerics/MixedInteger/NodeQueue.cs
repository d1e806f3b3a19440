namespace Corridor.Numerics.MixedInteger;

/// <summary>Open nodes, least bound first; of equal bounds the later one.</summary>
internal sealed class NodeQueue
{
    private readonly PriorityQueue<Node, (double Bound, int Id)> _queue = new();

    internal int Count => _queue.Count;

    /// <summary>The least bound; +∞ if there is no node.</summary>
    internal double LeastBound => _queue.TryPeek(out _, out (double Bound, int Id) key) ? key.Bound : double.PositiveInfinity;

    internal void Add(Node node) => _queue.Enqueue(node, (node.Bound, -node.Id));

    internal Node? Take() => _queue.TryDequeue(out Node? node, out _) ? node : null;
}
