using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>
/// Matches the selectors of rules with the rows of a package. A company belongs to an owner or actor if those that belong to it hold half
/// of it or more together, on the first day on which the rule binds.
/// </summary>
internal sealed class RuleMatcher
{
    private readonly EnergySystem _system;
    private readonly NodeFigures _nodes;
    private readonly Dictionary<string, string?> _home = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _owner = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, DateOnly), HashSet<string>> _groups = [];

    public RuleMatcher(EnergySystem system, NodeFigures nodes)
    {
        _system = system;
        _nodes = nodes;
        foreach (Actor actor in system.Actors)
            _home.TryAdd(actor.Id, actor.Zone);
        foreach ((string id, string? owner) in system.Pipelines.Select(p => (p.Id, p.Owner))
            .Concat(system.PowerLines.Select(p => (p.Id, p.Owner))).Concat(system.Transports.Select(t => (t.Id, t.Owner))))
            _owner.TryAdd(id, owner);
    }

    /// <summary>Share of each period on which a rule binds.</summary>
    public static double[] Binding(Rule rule, PackageFigures figures) => figures.Between(First(rule), rule.End);

    /// <summary>Whether a rule binds on a day.</summary>
    public static bool Binds(Rule rule, DateOnly day) => PackageFigures.Within(day, First(rule), rule.End);

    /// <summary>Whether a rule acts on deliveries of contracts.</summary>
    public static bool SelectsContracts(Rule rule) =>
        rule.Actor is not null || rule.Contract is not null || rule.ContractKind is not null || rule.Channel is not null || rule.Effect == RuleEffect.CapPrice;

    /// <summary>Whether a contract satisfies all criteria of a rule, the channel aside.</summary>
    public bool MatchesContract(Rule rule, Contract row)
    {
        if (rule.Exempt.Contains(row.Id) || rule.Exempt.Contains(row.Delivery))
            return false;
        if ((rule.Contract ?? row.Id) != row.Id || (rule.Asset ?? row.Delivery) != row.Delivery || (rule.Carrier ?? row.Carrier) != row.Carrier)
            return false;
        if (rule.ContractKind is { } kind && kind != row.Kind)
            return false;
        if (rule.Actor is { } actor && !Group(actor, First(rule)).Contains(row.Seller) && !Group(actor, First(rule)).Contains(row.Buyer))
            return false;
        if (rule.Origin is { } origin && !_nodes.Inside(_home.GetValueOrDefault(row.Seller), origin))
            return false;
        if (rule.Destination is { } destination && !_nodes.Inside(_home.GetValueOrDefault(row.Buyer), destination))
            return false;
        return OwnedBy(rule, _owner.GetValueOrDefault(row.Delivery));
    }

    /// <summary>The flows that a rule acts on.</summary>
    public List<MatchedFlow> Match(Rule rule, IEnumerable<ContractFigures> contracts, IEnumerable<ArcFigures> arcs)
    {
        if (SelectsContracts(rule))
            return [.. contracts.Where(c => MatchesContract(rule, c.Row)).SelectMany(c => Parts(rule, c))];
        if (rule.Origin is null && rule.Destination is null && (rule.Asset is not null || rule.Owner is not null))
            return [.. Assets(rule, arcs)];
        var flows = new List<MatchedFlow>();
        foreach (ArcFigures arc in arcs)
        {
            if (!Named(rule, arc.Id, arc.Owner) || (rule.Carrier is { } carrier && _nodes.Carrier(arc.From)?.Id != carrier))
                continue;
            string from = _nodes.Zone(arc.From), to = _nodes.Zone(arc.To);
            if (Travels(rule, from, to))
                flows.Add(new MatchedFlow(FlowKind.ArcForward, arc.Id));
            if (Travels(rule, to, from))
                flows.Add(new MatchedFlow(FlowKind.ArcBackward, arc.Id));
        }

        return flows;
    }

    /// <summary>Whether a rule that caps CO2 counts a supply or converter.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="id">Its id.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="nodes">Nodes of which one must have the rule's carrier.</param>
    /// <param name="place">Node at which it stands.</param>
    public bool MatchesEmitter(Rule rule, string id, string? owner, IEnumerable<string> nodes, string place) =>
        Named(rule, id, owner)
        && (rule.Carrier is not { } carrier || nodes.Any(n => _nodes.Carrier(n)?.Id == carrier))
        && (rule.Origin is not { } origin || _nodes.Inside(_nodes.Zone(place), origin));

    private static DateOnly First(Rule rule) => rule.WindDown ?? rule.Start;

    private static IEnumerable<MatchedFlow> Parts(Rule rule, ContractFigures contract) => Enumerable.Range(0, contract.Parts)
        .Where(c => rule.Channel is null || (contract.Channels.Length > 0 && contract.Channels[c] == rule.Channel))
        .Select(c => new MatchedFlow(FlowKind.Delivery, contract.Row.Id, c));

    private IEnumerable<MatchedFlow> Assets(Rule rule, IEnumerable<ArcFigures> arcs)
    {
        bool At(string node) => rule.Carrier is null || _nodes.Carrier(node)?.Id == rule.Carrier;
        foreach (Supply row in _system.Supplies)
        {
            if (Named(rule, row.Id, row.Owner) && At(row.Node))
                yield return new MatchedFlow(FlowKind.Supply, row.Id);
        }

        foreach (ArcFigures arc in arcs)
        {
            if (!Named(rule, arc.Id, arc.Owner) || !At(arc.From))
                continue;
            yield return new MatchedFlow(FlowKind.ArcForward, arc.Id);
            yield return new MatchedFlow(FlowKind.ArcBackward, arc.Id);
        }

        foreach (Storage row in _system.Storages)
        {
            if (!Named(rule, row.Id, row.Owner) || !At(row.Node))
                continue;
            yield return new MatchedFlow(FlowKind.Injection, row.Id);
            yield return new MatchedFlow(FlowKind.Withdrawal, row.Id);
        }

        foreach (Converter row in _system.Converters)
        {
            if (Named(rule, row.Id, row.Owner) && (rule.Carrier is null || _system.ConverterFlows.Any(f => f.Converter == row.Id && At(f.Node))))
                yield return new MatchedFlow(FlowKind.Activity, row.Id);
        }
    }

    private bool Named(Rule rule, string id, string? owner) =>
        !rule.Exempt.Contains(id) && (rule.Asset is null || rule.Asset == id) && OwnedBy(rule, owner);

    private bool OwnedBy(Rule rule, string? owner) =>
        rule.Owner is not { } wanted || (owner is not null && Group(wanted, First(rule)).Contains(owner));

    private bool Travels(Rule rule, string from, string to)
    {
        if (rule.Origin is null && rule.Destination is null)
            return _nodes.Country(from) != _nodes.Country(to);
        if (rule.Origin is { } origin && (!_nodes.Inside(from, origin) || _nodes.Inside(to, origin)))
            return false;
        return rule.Destination is not { } destination || (_nodes.Inside(to, destination) && !_nodes.Inside(from, destination));
    }

    /// <summary>A company and all that belongs to it on a day: companies are added until no more are held to half.</summary>
    private HashSet<string> Group(string company, DateOnly day)
    {
        if (_groups.TryGetValue((company, day), out HashSet<string>? group))
            return group;
        group = new HashSet<string>(StringComparer.Ordinal) { company };
        Ownership[] held = [.. _system.Ownerships.Where(o => PackageFigures.Within(day, o.Start, o.End))];
        bool grew;
        do
        {
            string[] more = [.. held.GroupBy(o => o.Owned).Where(g => !group.Contains(g.Key) && g.Where(o => group.Contains(o.Owner)).Sum(o => o.Share) >= 0.5).Select(g => g.Key)];
            grew = more.Length > 0;
            group.UnionWith(more);
        }
        while (grew);
        return _groups[(company, day)] = group;
    }
}
