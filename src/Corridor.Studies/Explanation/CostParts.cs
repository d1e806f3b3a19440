using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch.Program;

namespace Corridor.Studies.Explanation;

/// <summary>Splits the cost of a column into the figures of the package that it is made of.</summary>
internal sealed class CostParts(EnergySystem system, CompiledNetwork network)
{
    private readonly CompilationContext _context = new(system, network.Horizon, new FindingList());

    /// <summary>The parts, money of account per unit of the column's rate; columns that span periods have none.</summary>
    /// <param name="key">The column.</param>
    public List<PriceLine> Of(ColumnKey key)
    {
        var parts = new List<PriceLine>();
        switch (key.Kind)
        {
            case ColumnKind.SupplyStep:
                CompiledSupply supply = network.Supplies[key.Element];
                parts.Add(new PriceLine(PriceLineKind.SupplyCost, supply.Id, "supplies", "cost", supply.Steps[key.Part].Price[key.Period]));
                Levies(parts, new FlowReference(FlowKind.Supply, key.Element), key.Period);
                break;
            case ColumnKind.DemandStep:
                CompiledDemand elastic = network.Demands[key.Element];
                parts.Add(new PriceLine(PriceLineKind.GivenUp, elastic.Id, "demands", "elasticity", elastic.Steps[key.Part].Price[key.Period]));
                break;
            case ColumnKind.Curtailment:
                CompiledDemand demand = network.Demands[key.Element];
                parts.Add(new PriceLine(PriceLineKind.Curtailment, demand.Id, "demands", "curtailment_cost", demand.CurtailmentCost?[key.Period] ?? 0));
                break;
            case ColumnKind.Measure:
                CompiledMeasure measure = network.Measures[key.Element];
                parts.Add(new PriceLine(PriceLineKind.MeasureCost, measure.Id, "measures", "cost", measure.Cost[key.Period]));
                break;
            case ColumnKind.Arc:
                Arc(parts, network.Arcs[key.Element], key);
                break;
            case ColumnKind.Injection:
                CompiledStorage filled = network.Storages[key.Element];
                parts.Add(new PriceLine(PriceLineKind.InjectionCost, filled.Id, "storages", "injection_cost", filled.InjectionCost[key.Period]));
                Levies(parts, new FlowReference(FlowKind.Injection, key.Element), key.Period);
                break;
            case ColumnKind.Withdrawal:
                CompiledStorage emptied = network.Storages[key.Element];
                parts.Add(new PriceLine(PriceLineKind.WithdrawalCost, emptied.Id, "storages", "withdrawal_cost", emptied.WithdrawalCost[key.Period]));
                Levies(parts, new FlowReference(FlowKind.Withdrawal, key.Element), key.Period);
                break;
            case ColumnKind.Activity:
                CompiledConverter converter = network.Converters[key.Element];
                parts.Add(new PriceLine(PriceLineKind.ConversionCost, converter.Id, "converters", "cost", converter.Cost[key.Period]));
                parts.Add(new PriceLine(PriceLineKind.Co2, converter.Id, "converters", "co2", converter.Co2Cost[key.Period]));
                Levies(parts, new FlowReference(FlowKind.Activity, key.Element), key.Period);
                break;
            case ColumnKind.Delivery:
                CompiledContract contract = network.Contracts[key.Element];
                Levies(parts, new FlowReference(FlowKind.Delivery, key.Element, key.Part), key.Period);
                if (contract.Channels.Count > 0)
                {
                    CompiledChannel channel = network.Channels[contract.Channels[key.Part]];
                    parts.Add(new PriceLine(PriceLineKind.ChannelCost, channel.Id, "payment_channels", "cost", channel.Cost * contract.Price[key.Period]));
                }

                break;
        }

        parts.RemoveAll(p => p.Amount == 0 && p.Kind is not (PriceLineKind.SupplyCost or PriceLineKind.Curtailment or PriceLineKind.GivenUp or PriceLineKind.MeasureCost));
        return parts;
    }

    private void Arc(List<PriceLine> parts, CompiledArc arc, ColumnKey key)
    {
        CarrierBasis basis = _context.BasisOf(arc.From);
        (string table, string column, UnitPrice? price, double? length) = Tariff(arc.Id);
        parts.Add(new PriceLine(PriceLineKind.Tariff, arc.Id, table, column, _context.Prices(table, arc.Id, column, price, basis, length)[key.Period]));
        foreach (TransitFee fee in system.TransitFees.Where(f => f.Arc == arc.Id && (int)f.Direction == key.Part))
        {
            double active = _context.Sampler.Average(day => day < fee.Start || day >= fee.End ? 0 : 1)[key.Period];
            parts.Add(new PriceLine(PriceLineKind.TransitFee, fee.Id, "transit_fees", "charge", active * _context.Prices("transit_fees", fee.Id, "charge", fee.Charge, basis, length)[key.Period]));
        }

        Levies(parts, new FlowReference(key.Part == 0 ? FlowKind.ArcForward : FlowKind.ArcBackward, key.Element), key.Period);
    }

    private (string Table, string Column, UnitPrice? Price, double? Length) Tariff(string id)
    {
        if (system.Pipelines.FirstOrDefault(p => p.Id == id) is { } pipeline)
            return ("pipelines", "tariff", pipeline.Tariff, pipeline.Length?.InKilometres());
        if (system.PowerLines.FirstOrDefault(p => p.Id == id) is { } line)
            return ("power_lines", "tariff", line.Tariff, line.Length?.InKilometres());
        Transport? transport = system.Transports.FirstOrDefault(p => p.Id == id);
        return ("transports", "cost", transport?.Cost, transport?.Distance?.InKilometres());
    }

    private void Levies(List<PriceLine> parts, FlowReference flow, int period)
    {
        foreach (CompiledRule rule in network.Rules)
        {
            if (rule.Effect != RuleEffect.Levy || rule.Active[period] <= 0 || !rule.Flows.Contains(flow) || system.Rules.FirstOrDefault(r => r.Id == rule.Id) is not { } row)
                continue;
            parts.Add(new PriceLine(PriceLineKind.Levy, rule.Id, "rules", "price", rule.Active[period] * _context.Prices("rules", rule.Id, "price", row.Price, BasisOf(flow))[period]));
        }
    }

    private CarrierBasis BasisOf(FlowReference flow) => flow.Kind switch
    {
        FlowKind.Supply => _context.BasisOf(network.Supplies[flow.Element].Node),
        FlowKind.ArcForward or FlowKind.ArcBackward => _context.BasisOf(network.Arcs[flow.Element].From),
        FlowKind.Injection or FlowKind.Withdrawal => _context.BasisOf(network.Storages[flow.Element].Node),
        FlowKind.Activity => new CarrierBasis(network.Converters[flow.Element].Id, network.Converters[flow.Element].ReferenceUnit),
        _ => _context.BasisOf(network.Arcs[network.Contracts[flow.Element].Arc].From),
    };
}
