using System.Globalization;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>
/// Whether the order of the ends of a pipe is the direction of its flow. The data set says <c>is_bothDirection</c>, but most pipes come from maps and were
/// given the value 0 by rule; where production stands at nodes that no pipe leaves, the order cannot be that of the flow.
/// </summary>
internal sealed class SciGridDirections(SciGridFolder folder)
{
    /// <summary>Whether the order is that of drawing.</summary>
    /// <param name="evidence">What speaks for it, in a sentence; null where nothing does.</param>
    internal bool AreDrawn(out string? evidence)
    {
        evidence = null;
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        var reaches = new HashSet<string>(StringComparer.Ordinal);
        foreach (SciGridRecord pipe in folder.Pipes.Where(p => p.Nodes.Count >= 2))
        {
            leaves.Add(pipe.Nodes[0]);
            reaches.Add(pipe.Nodes[^1]);
            if (pipe.Number("is_bothDirection") is 1)
            {
                leaves.Add(pipe.Nodes[^1]);
                reaches.Add(pipe.Nodes[0]);
            }
        }

        string[] sources = [.. folder.Components["Productions"].Concat(folder.Components["LNGs"]).SelectMany(c => c.Nodes).Distinct().Where(n => leaves.Contains(n) || reaches.Contains(n))];
        int stuck = sources.Count(n => !leaves.Contains(n));
        if (stuck * 4 < sources.Length || stuck == 0)
            return false;
        evidence = string.Create(CultureInfo.InvariantCulture, $"No pipe leaves {stuck} of the {sources.Length} nodes with production or LNG terminals.");
        return true;
    }
}
