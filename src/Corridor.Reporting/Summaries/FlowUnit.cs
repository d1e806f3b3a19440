using Corridor.Model;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;

namespace Corridor.Reporting.Summaries;

/// <summary>The unit of account of the flows that a rule acts on.</summary>
internal static class FlowUnit
{
    /// <summary>The one unit of all flows; null where there are several, or none.</summary>
    public static AmountUnit? OfAll(EnergySystem system, CompiledNetwork network, IReadOnlyList<FlowReference> flows)
    {
        AmountUnit? unit = null;
        foreach (FlowReference flow in flows)
        {
            AmountUnit? one = Of(system, network, flow);
            if (one is null || (unit is not null && !unit.Equals(one)))
                return null;
            unit = one;
        }

        return unit;
    }

    private static AmountUnit? Of(EnergySystem system, CompiledNetwork network, FlowReference flow)
    {
        if (flow.Kind == FlowKind.Activity)
            return system.Converters.FirstOrDefault(c => c.Id == network.Converters[flow.Element].Id)?.ReferenceUnit;
        NodeIndex node = flow.Kind switch
        {
            FlowKind.Supply => network.Supplies[flow.Element].Node,
            FlowKind.ArcForward or FlowKind.ArcBackward => network.Arcs[flow.Element].From,
            FlowKind.Injection or FlowKind.Withdrawal => network.Storages[flow.Element].Node,
            FlowKind.Delivery => network.Arcs[network.Contracts[flow.Element].Arc].From,
            _ => throw new ArgumentException($"Unknown kind of flow {flow.Kind}.", nameof(flow)),
        };
        string carrier = network.Nodes[node.Value].Carrier;
        return system.Carriers.FirstOrDefault(c => c.Id == carrier)?.Unit;
    }
}
