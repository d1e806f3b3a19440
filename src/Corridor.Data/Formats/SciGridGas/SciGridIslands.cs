using Corridor.Model;
using Corridor.Model.Network;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Which nodes pipes join, whatever their direction.</summary>
internal sealed class SciGridIslands
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    internal SciGridIslands(EnergySystem system)
    {
        foreach (Pipeline pipe in system.Pipelines)
            _parents[Root(pipe.From)] = Root(pipe.To);
    }

    /// <summary>The nodes of the islands that hold at least one of some nodes.</summary>
    internal HashSet<string> With(IEnumerable<string> nodes)
    {
        HashSet<string> roots = [.. nodes.Select(Root)];
        return [.. _parents.Keys.ToList().Where(n => roots.Contains(Root(n)))];
    }

    private string Root(string node)
    {
        _parents.TryAdd(node, node);
        while (_parents[node] != node)
        {
            _parents[node] = _parents[_parents[node]];
            node = _parents[node];
        }

        return node;
    }
}
