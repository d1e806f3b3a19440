using Corridor.Model.Findings;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Remembers who wrote which figure for which days, to say which of two changes wins.</summary>
internal sealed class FigureWrites
{
    private readonly Dictionary<(string Table, string Id, string Column), List<(DateWindow Window, string Scenario, SourcePlace Place)>> _writes = [];

    /// <summary>Remembers a write; the earlier write that a value replaces on a day, if there is one.</summary>
    internal (string Scenario, SourcePlace Place)? Add(string table, string id, string column, DateWindow window, bool replaces, string scenario, SourcePlace place)
    {
        if (!_writes.TryGetValue((table, id, column), out List<(DateWindow Window, string Scenario, SourcePlace Place)>? writes))
            _writes[(table, id, column)] = writes = [];
        (string, SourcePlace)? earlier = null;
        foreach ((DateWindow other, string by, SourcePlace at) in writes)
        {
            if (replaces && other.Overlaps(window))
                earlier = (by, at);
        }

        writes.Add((window, scenario, place));
        return earlier;
    }
}
