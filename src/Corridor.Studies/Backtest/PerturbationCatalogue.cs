using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Backtest;

/// <summary>
/// The parameters that a result may hang on. Limits are listed where they bind, for one that does not bind may be relaxed without effect: take-or-pay and
/// quantities of contracts in force, full arcs, supplies and converters, binding rules. Costs are listed for all that is used, and the prices up to which
/// elastic demand buys.
/// </summary>
internal static class PerturbationCatalogue
{
    private const double More = 1.25, Dearer = 1.2, Cheaper = 0.8;

    /// <summary>Parameters that may matter for the carriers of a backtest.</summary>
    public static IReadOnlyList<Perturbation> For(EnergySystem system, DispatchResult result)
    {
        var carriers = system.BacktestRoutes.Select(r => r.Carrier).ToHashSet(StringComparer.Ordinal);
        return [.. Contracts(system, result), .. Arcs(result, carriers), .. Supplies(result, carriers), .. Converters(result, carriers), .. Demands(system, carriers), .. Rules(result)];
    }

    private static IEnumerable<Perturbation> Contracts(EnergySystem system, DispatchResult result)
    {
        var paid = system.Contracts.Where(c => c.TakeOrPay > 0).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        for (int k = 0; k < result.Network.Contracts.Count; k++)
        {
            CompiledContract contract = result.Network.Contracts[k];
            if (contract.Years.Count == 0)
                continue;
            if (paid.Contains(contract.Id))
                yield return new Perturbation($"{contract.Id}: take-or-pay", "off", s => PackageScaling.WithoutTakeOrPay(s, contract.Id));
            yield return new Perturbation($"{contract.Id}: quantity", "+25 %", s => PackageScaling.ContractQuantity(s, contract.Id, More));
        }
    }

    private static IEnumerable<Perturbation> Arcs(DispatchResult result, HashSet<string> carriers)
    {
        foreach (IGrouping<(string Carrier, bool Ships), CompiledArc> group in result.Network.Arcs.GroupBy(a => (CarrierOf(result, a), a.Kind == ArcKind.Transport)))
        {
            if (!carriers.Contains(group.Key.Carrier))
                continue;
            var ids = group.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            string name = $"{(group.Key.Ships ? "freight" : "tariffs of lines")}, {group.Key.Carrier}";
            yield return new Perturbation(name, "+20 %", s => PackageScaling.ArcCost(s, ids.Contains, Dearer));
            yield return new Perturbation(name, "−20 %", s => PackageScaling.ArcCost(s, ids.Contains, Cheaper));
        }

        for (int a = 0; a < result.Network.Arcs.Count; a++)
        {
            CompiledArc arc = result.Network.Arcs[a];
            double value = result.Arcs[a].ShadowValue[0].Max();
            if (carriers.Contains(CarrierOf(result, arc)) && value > 1e-3 && arc.Kind is ArcKind.Pipeline or ArcKind.Transport)
                yield return new Perturbation($"{arc.Id}: capacity", "+25 %", s => PackageScaling.ArcCapacity(s, arc.Id, More));
        }
    }

    private static IEnumerable<Perturbation> Supplies(DispatchResult result, HashSet<string> carriers)
    {
        for (int i = 0; i < result.Network.Supplies.Count; i++)
        {
            CompiledSupply supply = result.Network.Supplies[i];
            string carrier = result.Network.Nodes[supply.Node.Value].Carrier;
            if (!carriers.Contains(carrier) || result.Supplies[i].Output.Max() < 1e-3)
                continue;
            if (result.Supplies[i].ShadowValue.Max() > 1e-3)
                yield return new Perturbation($"{supply.Id}: output limit", "+25 %", s => PackageScaling.SupplyCapacity(s, supply.Id, More));
            yield return new Perturbation($"{supply.Id}: cost", "+20 %", s => PackageScaling.SupplyCost(s, supply.Id, Dearer));
        }
    }

    private static IEnumerable<Perturbation> Converters(DispatchResult result, HashSet<string> carriers)
    {
        for (int c = 0; c < result.Network.Converters.Count; c++)
        {
            CompiledConverter converter = result.Network.Converters[c];
            bool full = Enumerable.Range(0, converter.Capacity.Length).Any(t => converter.Capacity[t] > 0 && result.Converters[c].Activity[t] > converter.Capacity[t] * (1 - 1e-6));
            if (full && converter.Flows.Any(f => carriers.Contains(result.Network.Nodes[f.Node.Value].Carrier)))
                yield return new Perturbation($"{converter.Id}: capacity", "+25 %", s => PackageScaling.ConverterCapacity(s, converter.Id, More));
        }
    }

    private static IEnumerable<Perturbation> Demands(EnergySystem system, HashSet<string> carriers)
    {
        foreach (string demand in system.DemandSteps.Select(s => s.Demand).Distinct())
        {
            Demand? row = system.Demands.FirstOrDefault(d => d.Id == demand);
            Node? node = system.Nodes.FirstOrDefault(n => n.Id == row?.Node);
            if (node is not null && carriers.Contains(node.Carrier))
                yield return new Perturbation($"{demand}: prices of the steps", "+20 %", s => PackageScaling.WillingnessToPay(s, demand, Dearer));
        }
    }

    private static IEnumerable<Perturbation> Rules(DispatchResult result)
    {
        for (int r = 0; r < result.Network.Rules.Count; r++)
        {
            string id = result.Network.Rules[r].Id;
            if (result.Rules[r].Binding)
                yield return new Perturbation($"{id}: rule", "off", s => PackageScaling.WithoutRule(s, id));
        }
    }

    private static string CarrierOf(DispatchResult result, CompiledArc arc) => result.Network.Nodes[arc.From.Value].Carrier;
}
