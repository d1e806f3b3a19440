using Corridor.Model.Hydraulics;

namespace Corridor.Reporting.Hydraulics.Routes;

/// <summary>A way through a network from node to node.</summary>
/// <param name="Reason">Why it is shown, in a few words.</param>
/// <param name="Nodes">The nodes, first to last; at least two.</param>
/// <param name="Elements">The elements between them, one fewer.</param>
internal sealed record GasRoute(string Reason, IReadOnlyList<int> Nodes, IReadOnlyList<int> Elements)
{
    /// <summary>Distance of each node from the first along the pipes [m].</summary>
    public double[] Distances(GasNetwork network)
    {
        var distances = new double[Nodes.Count];
        for (int i = 0; i < Elements.Count; i++)
            distances[i + 1] = distances[i] + (network.Elements[Elements[i]] is GasPipe pipe ? pipe.Length : 0);
        return distances;
    }

    /// <summary>Whether most of the nodes of a shorter route are on this one already.</summary>
    public bool Covers(GasRoute other)
    {
        HashSet<int> own = [.. Nodes];
        return other.Nodes.Count(own.Contains) >= 0.9 * other.Nodes.Count && own.Contains(other.Nodes[^1]);
    }
}
