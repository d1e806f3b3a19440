using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>Explains flows: the prices at both ends, what carriage costs, and what stands in the way of more.</summary>
public static class FlowStudy
{
    /// <summary>Explains the flow of a route in a period.</summary>
    /// <param name="result">A result of status optimal.</param>
    /// <param name="system">The package that was dispatched.</param>
    /// <param name="route">Id of a pipeline, power line or transport that carries something within the horizon.</param>
    /// <param name="period">Index of the period.</param>
    /// <exception cref="ArgumentException">There is no such route or period, or the result is not optimal.</exception>
    public static FlowExplanation Run(DispatchResult result, EnergySystem system, string route, int period)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(system);
        CompiledNetwork network = result.Network;
        int a = network.Arcs.ToList().FindIndex(x => x.Id == route);
        if (a < 0 || period < 0 || period >= network.PeriodCount)
            throw new ArgumentException("There is no such route or period.", nameof(route));
        if (result.Status != DispatchStatus.Optimal)
            throw new ArgumentException("Only the flows of an optimal result can be explained.", nameof(result));
        CompiledArc arc = network.Arcs[a];
        int direction = arc.TwoWay && result.Arcs[a].Flow[1][period] > result.Arcs[a].Flow[0][period] ? 1 : 0;
        var view = new ProgramView(result);
        (NodeIndex from, NodeIndex to) = direction == 0 ? (arc.From, arc.To) : (arc.To, arc.From);
        int arrival = (period + arc.Delay) % network.PeriodCount;
        int column = view.Source.Layout.Column(view.Source.Arcs.Slot(a, direction), period);
        PriceLink link = new ChainReader(view, new CostParts(system, network)).Read(new Hop(view.BalanceRow(to.Value, arrival), column, view.BalanceRow(from.Value, period)), 1, out _);
        double flow = result.Arcs[a].Flow[direction][period], capacity = arc.Capacity[direction][period];
        (FlowReason reason, PriceLine? cause) = Reason(link.Lines, flow, capacity);
        return new FlowExplanation
        {
            Route = route,
            Table = ChainReader.TableOf(arc),
            Backward = direction == 1,
            From = network.Nodes[from.Value].Id,
            To = network.Nodes[to.Value].Id,
            Period = period,
            ArrivalPeriod = arrival,
            Flow = flow,
            Capacity = capacity,
            PriceFrom = result.NodalPrice[from.Value][period],
            PriceTo = result.NodalPrice[to.Value][arrival],
            Lines = link.Lines,
            Reason = reason,
            Cause = cause,
            Rent = result.Arcs[a].ShadowValue[direction][period],
            Contracts = [.. Contracts(result, a, direction, arrival)],
            Spot = result.Arcs[a].Spot[direction]?[arrival],
            Limits = [.. Limits(system, network, arc, a, direction, period)],
        };
    }

    private static (FlowReason Reason, PriceLine? Cause) Reason(IReadOnlyList<PriceLine> lines, double flow, double capacity)
    {
        PriceLine? Of(params PriceLineKind[] kinds) => lines.Where(l => kinds.Contains(l.Kind)).MaxBy(l => Math.Abs(l.Amount));
        if (capacity <= 0)
            return (FlowReason.Closed, null);
        if (Of(PriceLineKind.RouteFull) is { } full && flow >= ProgramView.FullShare * capacity)
            return (FlowReason.Full, full);
        if (Of(PriceLineKind.ContractMaximum, PriceLineKind.AnnualMaximum) is { } most)
            return (FlowReason.ContractMaximum, most);
        if (Of(PriceLineKind.ContractMinimum, PriceLineKind.TakeOrPay) is { } least)
            return (FlowReason.ContractMinimum, least);
        if (Of(PriceLineKind.RuleLimit, PriceLineKind.RuleRequirement, PriceLineKind.ChannelFull, PriceLineKind.Fleet, PriceLineKind.LoopFlow, PriceLineKind.ShipOrPay, PriceLineKind.ContractOnly) is { } held)
            return (FlowReason.Held, held);
        if (Of(PriceLineKind.RouteIdle) is { } idle)
            return (FlowReason.NotWorthwhile, idle);
        return (flow >= ProgramView.FullShare * capacity ? FlowReason.Full : FlowReason.Balanced, null);
    }

    private static IEnumerable<FlowContract> Contracts(DispatchResult result, int arc, int direction, int period)
    {
        for (int k = 0; k < result.Network.Contracts.Count; k++)
        {
            CompiledContract contract = result.Network.Contracts[k];
            if (contract.Arc == arc && contract.Direction == direction && contract.Maximum[period] > 0)
                yield return new FlowContract(contract.Id, result.Contracts[k].Delivered[period], contract.Minimum[period], contract.Maximum[period]);
        }
    }

    private static IEnumerable<FlowLimit> Limits(EnergySystem system, CompiledNetwork network, CompiledArc arc, int a, int direction, int period)
    {
        string table = ChainReader.TableOf(arc), column = (direction == 1 ? "reverse_" : "") + (arc.Kind is ArcKind.AcLine or ArcKind.DcLine or ArcKind.DcMeshed ? "rating" : "capacity");
        yield return new FlowLimit(arc.Id, table, column, arc.Capacity[direction][period]);
        DateOnly first = DateOnly.FromDateTime(network.Horizon.Periods[period].Start), last = DateOnly.FromDateTime(network.Horizon.Periods[period].End.AddTicks(-1));
        foreach (Outage outage in system.Outages.Where(o => o.Asset == arc.Id && (o.ForcedRate > 0 || (o.PlannedStart <= last && !(o.PlannedEnd <= first)))))
            yield return new FlowLimit(outage.Id, "outages", outage.ForcedRate > 0 ? "forced_rate" : "planned_share", double.NaN);
        foreach (Interconnection point in system.Interconnections.Where(i => i.Arc == arc.Id && (int)i.Direction == direction && !(i.Start > last) && !(i.End <= first)))
            yield return new FlowLimit(point.Id, "interconnections", "", double.NaN);
        var flow = new FlowReference(direction == 0 ? FlowKind.ArcForward : FlowKind.ArcBackward, a);
        foreach (CompiledRule rule in network.Rules.Where(r => r.Effect is RuleEffect.Forbid or RuleEffect.CapVolume && r.Active[period] > 0 && r.Flows.Contains(flow)))
            yield return new FlowLimit(rule.Id, "rules", rule.RateLimit is null ? "" : "rate", rule.RateLimit?[period] ?? double.NaN);
    }
}
