using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;

namespace Corridor.Studies.Compilation;

/// <summary>Finds the flows that a rule's selector matches, as stated in <c>docs/mathematics/dispatch.md</c>, section Rules.</summary>
internal sealed class RuleSelector
{
    private readonly CompilationContext _context;
    private readonly OwnershipGraph _owners;
    private readonly Dictionary<string, string?> _assetOwner = [];

    public RuleSelector(CompilationContext context, OwnershipGraph owners)
    {
        _context = context;
        _owners = owners;
        void Own(string id, string? owner) => _assetOwner.TryAdd(id, owner);
        foreach (Supply row in context.System.Supplies)
            Own(row.Id, row.Owner);
        foreach (Pipeline row in context.System.Pipelines)
            Own(row.Id, row.Owner);
        foreach (PowerLine row in context.System.PowerLines)
            Own(row.Id, row.Owner);
        foreach (Transport row in context.System.Transports)
            Own(row.Id, row.Owner);
        foreach (Storage row in context.System.Storages)
            Own(row.Id, row.Owner);
        foreach (Converter row in context.System.Converters)
            Own(row.Id, row.Owner);
    }

    /// <summary>Whether a rule binds on a day.</summary>
    public static bool Binds(Rule rule, DateOnly day) => day >= (rule.WindDown ?? rule.Start) && !(day >= rule.End);

    /// <summary>The day on which ownership is looked up: the first on which the rule binds.</summary>
    private static DateOnly Reference(Rule rule) => rule.WindDown ?? rule.Start;

    /// <summary>Whether a rule selects by contract.</summary>
    public static bool SelectsContracts(Rule rule) =>
        rule.Actor is not null || rule.Contract is not null || rule.ContractKind is not null || rule.Channel is not null || rule.Effect == RuleEffect.CapPrice;

    /// <summary>Whether a rule's contract criteria match a contract, its channel criterion aside.</summary>
    private bool MatchesContract(Rule rule, Contract row)
    {
        DateOnly day = Reference(rule);
        return !rule.Exempt.Contains(row.Id) && !rule.Exempt.Contains(row.Delivery)
            && (rule.Contract is null || rule.Contract == row.Id)
            && (rule.ContractKind is null || rule.ContractKind == row.Kind)
            && (rule.Carrier is null || rule.Carrier == row.Carrier)
            && (rule.Asset is null || rule.Asset == row.Delivery)
            && (rule.Actor is null || _owners.Controls(rule.Actor, row.Seller, day) || _owners.Controls(rule.Actor, row.Buyer, day))
            && OwnerMatches(rule, row.Delivery)
            && (rule.Origin is null || Inside(_context, rule.Origin, Home(_context, row.Seller)))
            && (rule.Destination is null || Inside(_context, rule.Destination, Home(_context, row.Buyer)));
    }

    /// <summary>Whether a rule that caps prices matches a contract; with a channel, the contract must name it.</summary>
    public bool MatchesPrice(Rule rule, Contract row) =>
        MatchesContract(rule, row) && (rule.Channel is null || row.Channels.Contains(rule.Channel));

    /// <summary>The flows that a rule matches in a network.</summary>
    public List<FlowReference> Match(Rule rule, CompiledNetwork network, IReadOnlyList<Contract> contracts)
    {
        if (rule.Effect == RuleEffect.CapCo2)
            return MatchEmitters(rule, network);
        if (SelectsContracts(rule))
            return MatchContracts(rule, network, contracts);
        if (rule.Origin is not null || rule.Destination is not null)
            return MatchArcs(rule, network, (from, to) => Crosses(rule, from, to));
        if (rule.Asset is not null || rule.Owner is not null)
            return MatchAssets(rule, network);
        return MatchArcs(rule, network, (from, to) => Country(from) != Country(to));
    }

    private List<FlowReference> MatchContracts(Rule rule, CompiledNetwork network, IReadOnlyList<Contract> contracts)
    {
        var flows = new List<FlowReference>();
        for (int k = 0; k < contracts.Count; k++)
        {
            Contract row = contracts[k];
            if (!MatchesContract(rule, row))
                continue;
            IReadOnlyList<int> channels = network.Contracts[k].Channels;
            for (int c = 0; c < Math.Max(1, channels.Count); c++)
            {
                if (rule.Channel is null || (channels.Count > 0 && network.Channels[channels[c]].Id == rule.Channel))
                    flows.Add(new FlowReference(FlowKind.Delivery, k, c));
            }
        }

        return flows;
    }

    private List<FlowReference> MatchArcs(Rule rule, CompiledNetwork network, Func<string, string, bool> matches)
    {
        var flows = new List<FlowReference>();
        for (int a = 0; a < network.Arcs.Count; a++)
        {
            CompiledArc arc = network.Arcs[a];
            if (!Selected(rule, arc.Id, arc.From))
                continue;
            string from = network.Nodes[arc.From.Value].Zone, to = network.Nodes[arc.To.Value].Zone;
            if (matches(from, to))
                flows.Add(new FlowReference(FlowKind.ArcForward, a));
            if (matches(to, from))
                flows.Add(new FlowReference(FlowKind.ArcBackward, a));
        }

        return flows;
    }

    private List<FlowReference> MatchAssets(Rule rule, CompiledNetwork network)
    {
        var flows = new List<FlowReference>();
        for (int s = 0; s < network.Supplies.Count; s++)
        {
            if (Selected(rule, network.Supplies[s].Id, network.Supplies[s].Node))
                flows.Add(new FlowReference(FlowKind.Supply, s));
        }

        for (int a = 0; a < network.Arcs.Count; a++)
        {
            if (!Selected(rule, network.Arcs[a].Id, network.Arcs[a].From))
                continue;
            flows.Add(new FlowReference(FlowKind.ArcForward, a));
            flows.Add(new FlowReference(FlowKind.ArcBackward, a));
        }

        for (int s = 0; s < network.Storages.Count; s++)
        {
            if (!Selected(rule, network.Storages[s].Id, network.Storages[s].Node))
                continue;
            flows.Add(new FlowReference(FlowKind.Injection, s));
            flows.Add(new FlowReference(FlowKind.Withdrawal, s));
        }

        for (int c = 0; c < network.Converters.Count; c++)
        {
            CompiledConverter converter = network.Converters[c];
            if (Named(rule, converter.Id) && converter.Flows.Any(f => CarrierMatches(rule, f.Node)))
                flows.Add(new FlowReference(FlowKind.Activity, c));
        }

        return flows;
    }

    // Supplies and converters that give off CO2: all of them, or those of the asset, owner, carrier and zone named.
    private List<FlowReference> MatchEmitters(Rule rule, CompiledNetwork network)
    {
        var flows = new List<FlowReference>();
        bool Stands(NodeIndex node) => rule.Origin is null || Inside(_context, rule.Origin, network.Nodes[node.Value].Zone);
        for (int s = 0; s < network.Supplies.Count; s++)
        {
            CompiledSupply supply = network.Supplies[s];
            if (supply.Emissions != 0 && Selected(rule, supply.Id, supply.Node) && Stands(supply.Node))
                flows.Add(new FlowReference(FlowKind.Supply, s));
        }

        for (int c = 0; c < network.Converters.Count; c++)
        {
            CompiledConverter converter = network.Converters[c];
            if (converter.Emissions == 0 || !Named(rule, converter.Id) || (rule.Carrier is not null && !converter.Flows.Any(f => CarrierMatches(rule, f.Node))))
                continue;
            if (Stands((converter.Flows.FirstOrDefault(f => f.Ratio > 0) ?? converter.Flows[0]).Node))
                flows.Add(new FlowReference(FlowKind.Activity, c));
        }

        return flows;
    }

    private bool Selected(Rule rule, string id, NodeIndex node) => Named(rule, id) && CarrierMatches(rule, node);

    private bool Named(Rule rule, string id) =>
        !rule.Exempt.Contains(id) && (rule.Asset is null || rule.Asset == id) && OwnerMatches(rule, id);

    private bool OwnerMatches(Rule rule, string id) =>
        rule.Owner is null || _owners.Controls(rule.Owner, _assetOwner.GetValueOrDefault(id), Reference(rule));

    private bool CarrierMatches(Rule rule, NodeIndex node) => rule.Carrier is null || rule.Carrier == _context.Nodes[node.Value].Carrier;

    private bool Crosses(Rule rule, string from, string to) =>
        (rule.Origin is null || (Inside(_context, rule.Origin, from) && !Inside(_context, rule.Origin, to)))
        && (rule.Destination is null || (Inside(_context, rule.Destination, to) && !Inside(_context, rule.Destination, from)));

    private static bool Inside(CompilationContext context, string ancestor, string? zone)
    {
        for (int steps = 0; zone is not null && steps < 32; steps++)
        {
            if (zone == ancestor)
                return true;
            zone = context.FindZone(zone)?.Parent;
        }

        return false;
    }

    private static string? Home(CompilationContext context, string actor) => context.System.Actors.FirstOrDefault(a => a.Id == actor)?.Zone;

    // The country of a zone is its topmost ancestor with an ISO code, or the topmost ancestor at all.
    private string Country(string zone)
    {
        string country = zone;
        for (int steps = 0; steps < 32 && _context.FindZone(zone) is { } row; steps++)
        {
            if (row.Iso is not null || _context.FindZone(country)?.Iso is null)
                country = zone;
            if (row.Parent is null)
                break;
            zone = row.Parent;
        }

        return country;
    }
}
