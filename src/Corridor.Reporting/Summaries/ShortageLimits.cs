using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>
/// Finds what stands in the way of a node that goes short: routes into it and supplies and converters at it that are full, rules that
/// bind on such flows, and payment channels that are full or closed.
/// </summary>
internal sealed class ShortageLimits(DispatchResult result)
{
    /// <summary>One more unit must save more than this share of what curtailment costs.</summary>
    private const double LeastShare = 1e-4;

    /// <summary>Use of a capacity from which on it is full.</summary>
    private const double Full = 0.999;

    private readonly CompiledNetwork _network = result.Network;
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    /// <summary>What was found so far, most valuable first.</summary>
    public IReadOnlyList<string> Found => [.. _values.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key)];

    /// <summary>Looks at a node in a period in which demand is curtailed there.</summary>
    /// <param name="node">The node.</param>
    /// <param name="t">Index of the period.</param>
    /// <param name="cost">Cost of a unit of the curtailment, money of account.</param>
    public void Look(NodeIndex node, int t, double cost)
    {
        var into = new HashSet<FlowReference>();
        for (int a = 0; a < _network.Arcs.Count; a++)
        {
            CompiledArc arc = _network.Arcs[a];
            for (int direction = 0; direction < 2; direction++)
            {
                if ((direction == 0 ? arc.To : arc.From) == node && (direction == 0 || arc.TwoWay))
                    LookAtArc(a, direction, t, cost, into);
            }
        }

        LookAtPlaces(node, t, cost, into);
        LookAtRules(into, t, cost);
    }

    private void LookAtArc(int a, int direction, int t, double cost, HashSet<FlowReference> into)
    {
        CompiledArc arc = _network.Arcs[a];
        var flow = new FlowReference(direction == 0 ? FlowKind.ArcForward : FlowKind.ArcBackward, a);
        into.Add(flow);
        // What arrives in this period was loaded earlier.
        int loaded = (((t - arc.Delay) % _network.PeriodCount) + _network.PeriodCount) % _network.PeriodCount;
        double shadow = result.Arcs[a].ShadowValue[direction][loaded], capacity = arc.Capacity[direction][loaded];
        if (capacity <= 0)
        {
            // Without capacity the solver may leave the price of the node anywhere: what curtailment costs is what counts.
            NodeIndex from = direction == 0 ? arc.From : arc.To;
            shadow = Math.Max(shadow, ((1 - arc.Loss) * cost) - result.NodalPrice[from.Value][loaded] - arc.Cost[direction][loaded] - arc.Levy[direction][loaded]);
        }

        if (shadow > LeastShare * cost && (capacity <= 0 || result.Arcs[a].Flow[direction][loaded] >= Full * capacity))
            AddCapacity(arc.Id, flow, capacity, loaded, shadow, t);
        for (int k = 0; k < _network.Contracts.Count; k++)
        {
            CompiledContract contract = _network.Contracts[k];
            if (contract.Arc != a || contract.Direction != direction)
                continue;
            for (int part = 0; part < contract.Parts; part++)
                into.Add(new FlowReference(FlowKind.Delivery, k, part));
            // Where spot trade is allowed, a payment channel holds nothing back.
            if (arc.Access == ArcAccess.ContractOnly && contract.Channels.Count > 0 && contract.Channels.All(c => IsFull(c, t)))
            {
                foreach (int channel in contract.Channels)
                    Add(_network.Channels[channel].Id, cost, t);
            }
        }
    }

    private bool IsFull(int channel, int t)
    {
        double capacity = _network.Channels[channel].Capacity[t];
        return capacity <= 0 || (result.Channels[channel].ShadowValue > 0 && result.Channels[channel].Used[t] >= Full * capacity);
    }

    private void LookAtPlaces(NodeIndex node, int t, double cost, HashSet<FlowReference> into)
    {
        for (int s = 0; s < _network.Supplies.Count; s++)
        {
            CompiledSupply supply = _network.Supplies[s];
            if (supply.Node != node)
                continue;
            var flow = new FlowReference(FlowKind.Supply, s);
            into.Add(flow);
            double shadow = result.Supplies[s].ShadowValue[t];
            if (shadow > LeastShare * cost && (supply.Capacity[t] <= 0 || result.Supplies[s].Output[t] >= Full * supply.Capacity[t]))
                AddCapacity(supply.Id, flow, supply.Capacity[t], t, shadow, t);
        }

        for (int s = 0; s < _network.Storages.Count; s++)
        {
            if (_network.Storages[s].Node == node)
                into.Add(new FlowReference(FlowKind.Withdrawal, s));
        }

        for (int c = 0; c < _network.Converters.Count; c++)
        {
            CompiledConverter converter = _network.Converters[c];
            if (converter.Flows.FirstOrDefault(f => f.Node == node && f.Ratio > 0) is not { } output)
                continue;
            var flow = new FlowReference(FlowKind.Activity, c);
            into.Add(flow);
            double margin = converter.Flows.Sum(f => f.Ratio * result.NodalPrice[f.Node.Value][t]) - converter.Cost[t] - converter.Co2Cost[t] - converter.Levy[t];
            if (margin > LeastShare * cost * output.Ratio && (converter.Capacity[t] <= 0 || result.Converters[c].Activity[t] >= Full * converter.Capacity[t]))
                AddCapacity(converter.Id, flow, converter.Capacity[t], t, margin / output.Ratio, t);
        }
    }

    /// <summary>Names a capacity; where a law left nothing of it, the law.</summary>
    private void AddCapacity(string id, FlowReference flow, double capacity, int limited, double shadow, int t)
    {
        string[] laws = [.. _network.Rules.Where(r => r.Effect == RuleEffect.Forbid && r.Active[limited] > 0 && r.Flows.Contains(flow)).Select(r => r.Id)];
        foreach (string law in laws)
            Add(law, shadow, t);
        if (laws.Length == 0 || capacity > 0)
            Add(id, shadow, t);
    }

    private void LookAtRules(HashSet<FlowReference> into, int t, double cost)
    {
        for (int r = 0; r < _network.Rules.Count; r++)
        {
            CompiledRule rule = _network.Rules[r];
            double shadow = result.Rules[r].ShadowValue;
            // Prohibitions of routes, supplies and converters are found with their capacities.
            bool counts = rule.Effect switch
            {
                RuleEffect.CapVolume => result.Rules[r].Binding && shadow > LeastShare * cost && rule.Active[t] > 0 && rule.Flows.Any(into.Contains) && Reaches(rule, t),
                RuleEffect.Forbid => rule.Active[t] > 0 && rule.Flows.Any(f => into.Contains(f) && (f.Kind == FlowKind.Delivery ? IsHeldBack(f, t) : f.Kind == FlowKind.Withdrawal && shadow > LeastShare * cost)),
                _ => false,
            };
            if (counts)
                Add(rule.Id, rule.Effect == RuleEffect.Forbid ? cost : shadow, t);
        }
    }

    /// <summary>A prohibition of a delivery holds nothing back where another channel, or the route itself, stays open.</summary>
    private bool IsHeldBack(FlowReference delivery, int t)
    {
        CompiledContract contract = _network.Contracts[delivery.Element];
        return _network.Arcs[contract.Arc].Access == ArcAccess.ContractOnly && contract.Allowed.All(a => a[t] < 1);
    }

    private bool Reaches(CompiledRule rule, int t) =>
        rule.RateLimit is not { } limit || rule.VolumeLimit is not null || (rule.Active[t] >= 1 && rule.Flows.Sum(f => Rate(f, t)) >= Full * limit[t]);

    private double Rate(FlowReference flow, int t) => flow.Kind switch
    {
        FlowKind.Supply => result.Supplies[flow.Element].Output[t],
        FlowKind.ArcForward => result.Arcs[flow.Element].Flow[0][t],
        FlowKind.ArcBackward => result.Arcs[flow.Element].Flow[1][t],
        FlowKind.Injection => result.Storages[flow.Element].Injection[t],
        FlowKind.Withdrawal => result.Storages[flow.Element].Withdrawal[t],
        FlowKind.Activity => result.Converters[flow.Element].Activity[t],
        _ => result.Contracts[flow.Element].ByChannel[flow.Part][t],
    };

    private void Add(string id, double shadow, int t) => _values[id] = _values.GetValueOrDefault(id) + (_network.Horizon.Periods[t].Days * shadow);
}
