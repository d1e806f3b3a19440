using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Contingencies;

/// <summary>Collects contingencies and finds their elements in the grid.</summary>
internal sealed class ContingencyList
{
    private readonly string _file;
    private readonly FindingList _findings;
    private readonly Dictionary<string, int> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<int> Branches, List<int> Units)> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> _places = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal ContingencyList(string file, PowerGrid grid, FindingList findings)
    {
        _file = file;
        _findings = findings;
        for (int e = 0; e < grid.Branches.Count; e++)
            _branches.TryAdd(grid.Branches[e].Id, e);
        for (int u = 0; u < grid.Units.Count; u++)
            _units.TryAdd(grid.Units[u].Id, u);
    }

    /// <summary>Begins a contingency, or goes on with one of the same name.</summary>
    internal void Begin(string id)
    {
        if (_entries.TryAdd(id, ([], [])))
            _order.Add(id);
    }

    /// <summary>Whether there is no contingency.</summary>
    internal bool IsEmpty => _order.Count == 0;

    /// <summary>Whether there is a contingency of a name.</summary>
    internal bool Has(string id) => _entries.ContainsKey(id);

    /// <summary>Adds an element.</summary>
    /// <param name="id">The contingency, begun before.</param>
    /// <param name="kind">branch, unit, or nothing where the name tells.</param>
    /// <param name="element">Name of the element.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="kindPlace">Where its kind stands; null for the same place.</param>
    internal void Add(string id, string kind, string element, SourcePlace place, SourcePlace? kindPlace = null)
    {
        _places.TryAdd(id, place);
        if (kind is not ("" or "branch" or "unit"))
        {
            _findings.Add(FormatFindings.WrongKind.At(_file, kindPlace ?? place, $"The kind '{kind}' is not known; branch and unit are.", "Write branch or unit, or leave the cell empty."));
            return;
        }

        if (kind is "" or "branch" && _branches.TryGetValue(element, out int branch))
        {
            if (!_entries[id].Branches.Contains(branch))
                _entries[id].Branches.Add(branch);
            return;
        }

        if (kind is "" or "unit" && _units.TryGetValue(element, out int unit))
        {
            if (!_entries[id].Units.Contains(unit))
                _entries[id].Units.Add(unit);
            return;
        }

        IEnumerable<string> known = kind switch { "branch" => _branches.Keys, "unit" => _units.Keys, _ => _branches.Keys.Concat(_units.Keys) };
        _findings.Add(FormatFindings.UnknownId.At(_file, place, $"The grid has no {(kind.Length == 0 ? "branch or unit" : kind)} '{element}'.", Suggestion.Ask(element, known) ?? "Write the id of one, as the grid has it."));
    }

    /// <summary>The branches of contingencies that are outages of one branch each; a finding for every other.</summary>
    internal IReadOnlyList<int> Branches()
    {
        var branches = new List<int>(_order.Count);
        foreach (string id in _order)
        {
            (List<int> failing, List<int> units) = _entries[id];
            if (failing.Count == 1 && units.Count == 0)
                branches.Add(failing[0]);
            else if (failing.Count + units.Count > 0)
                _findings.Add(FormatFindings.WrongKind.At(_file, _places[id], $"The contingency '{id}' is not the outage of one branch; others are not secured against here."));
        }

        return branches;
    }

    /// <summary>The contingencies in the order of their beginnings.</summary>
    internal IReadOnlyList<GridContingency> Finish() =>
        _order.ConvertAll(id => new GridContingency { Id = id, Branches = _entries[id].Branches, Units = _entries[id].Units });
}
