using Corridor.Model.Network;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>The line on which a station at a node stands: the widest that leaves the node, otherwise the widest that reaches it.</summary>
internal sealed class SciGridCompressorPlaces
{
    private readonly Dictionary<string, Pipeline> _leaving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pipeline> _reaching = new(StringComparer.Ordinal);

    internal SciGridCompressorPlaces(IReadOnlyList<Pipeline> pipelines)
    {
        foreach (Pipeline pipe in pipelines)
        {
            Widest(_leaving, pipe.From, pipe);
            Widest(_reaching, pipe.To, pipe);
        }
    }

    /// <summary>The line, and whether the station stands at its start.</summary>
    internal (Pipeline Pipe, bool IsAtStart)? At(string node) =>
        _leaving.TryGetValue(node, out Pipeline? pipe) ? (pipe, true) : _reaching.TryGetValue(node, out pipe) ? (pipe, false) : null;

    private static void Widest(Dictionary<string, Pipeline> lines, string node, Pipeline pipe)
    {
        if (!lines.TryGetValue(node, out Pipeline? other) || other.Capacity.Value < pipe.Capacity.Value)
            lines[node] = pipe;
    }
}
