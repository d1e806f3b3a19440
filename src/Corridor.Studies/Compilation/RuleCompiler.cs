using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>
/// Compiles rules: prohibitions narrow the limits of the flows that they match, levies raise their cost, caps and requirements become rows of
/// the program.
/// </summary>
internal sealed class RuleCompiler(CompilationContext context, CompiledNetwork network, IReadOnlyList<Contract> contracts, RuleSelector selector)
{
    private const string Table = "rules";

    public List<CompiledRule> Compile()
    {
        var rules = new List<CompiledRule>();
        foreach (Rule row in context.System.Rules)
        {
            double[] active = context.Sampler.Average(day => RuleSelector.Binds(row, day) ? 1 : 0);
            if (!CompilationContext.Ever(active))
            {
                context.NoEffect(Table, row.Id, "It does not bind within the horizon.");
                continue;
            }

            List<FlowReference> flows = selector.Match(row, network, contracts);
            if (flows.Count == 0)
            {
                context.Findings.Add(new Finding("C006", Severity.Information, $"{Table} {row.Id}", SourcePlace.None, "It is in force, but matches no flow that is possible within the horizon."));
                continue;
            }

            if (Compile(row, flows, active) is { } compiled)
                rules.Add(compiled);
        }

        return rules;
    }

    private CompiledRule? Compile(Rule row, List<FlowReference> flows, double[] active)
    {
        if (row.Effect == RuleEffect.CapCo2)
            return CompileCo2(row, flows, active);
        CarrierBasis? basis = CommonBasis(row, flows);
        if (basis is null && row.Effect is not RuleEffect.Forbid)
            return null;
        double[]? rateLimit = null;
        Dictionary<int, double>? volumeLimit = null;
        double? penalty = null;
        switch (row.Effect)
        {
            case RuleEffect.Forbid:
                foreach (FlowReference flow in flows)
                    Restrict(flow, active);
                break;
            case RuleEffect.Levy:
                double[] levy = CompilationContext.Times(context.Prices(Table, row.Id, "price", row.Price, basis!), active);
                foreach (FlowReference flow in flows)
                    Charge(flow, levy);
                break;
            case RuleEffect.CapVolume or RuleEffect.Require:
                if (row.Rate is { } rate)
                    rateLimit = context.Rates(Table, row.Id, "rate", rate, basis!);
                if (row.Volume is { } volume)
                    volumeLimit = Volumes(row, volume, basis!);
                penalty = row.Penalty is null ? null : context.Prices(Table, row.Id, "penalty", row.Penalty, basis!)[0];
                break;
            case RuleEffect.CapPrice:
                break;
        }

        return new CompiledRule { Id = row.Id, Effect = row.Effect, Flows = flows, Active = active, RateLimit = rateLimit, VolumeLimit = volumeLimit, Penalty = penalty };
    }

    // Masses are accounted in kt; the cap and its penalty are in tonnes.
    private CompiledRule? CompileCo2(Rule row, List<FlowReference> flows, double[] active)
    {
        if (row.Emissions is not { } tonnes)
        {
            context.Error(Table, row.Id, "It caps CO2, but states no emissions.");
            return null;
        }

        double? penalty = null;
        if (row.Penalty is { } price)
        {
            if (price.Unit.Amount.Dimension != Dimension.Mass)
            {
                context.Error(Table, row.Id, $"Its penalty is for CO2 and must be per mass, such as EUR/t; it is in {price.Unit}.");
                return null;
            }

            penalty = context.Prices(Table, row.Id, "penalty", price, new CarrierBasis("co2", AmountUnit.Parse("kt")))[0] / 1000;
        }

        return new CompiledRule
        {
            Id = row.Id,
            Effect = row.Effect,
            Flows = flows,
            Tonnes = [.. flows.Select(f => f.Kind == FlowKind.Supply ? network.Supplies[f.Element].Emissions : network.Converters[f.Element].Emissions)],
            Active = active,
            VolumeLimit = Volumes(row, "emissions", tonnes, 1),
            Penalty = penalty,
        };
    }

    private Dictionary<int, double> Volumes(Rule row, Amount volume, CarrierBasis basis) =>
        Volumes(row, "volume", volume.Value, context.AmountFactor(Table, row.Id, "volume", volume.Unit, basis));

    private Dictionary<int, double> Volumes(Rule row, string column, double volume, double factor)
    {
        DatedFigures.DatedFigure? dated = context.Dated.Find(Table, row.Id, column);
        var limits = new Dictionary<int, double>();
        foreach (int year in context.Horizon.Years)
        {
            if (context.Sampler.YearShare(year, day => RuleSelector.Binds(row, day) ? 1 : 0) > 0)
                limits[year] = factor * context.Sampler.YearShare(year, day => RuleSelector.Binds(row, day) ? dated?.NumberAt(day, volume) ?? volume : 0);
        }

        return limits;
    }

    private CarrierBasis? CommonBasis(Rule row, List<FlowReference> flows)
    {
        string? carrier = null;
        CarrierBasis? basis = null;
        foreach (FlowReference flow in flows)
        {
            CompiledConverter? converter = flow.Kind == FlowKind.Activity ? network.Converters[flow.Element] : null;
            string of = converter is null ? CarrierOf(flow) : $"activity in {converter.ReferenceUnit}";
            if (carrier is not null && carrier != of && row.Effect != RuleEffect.Forbid)
            {
                context.Error(Table, row.Id, $"It sums flows of {carrier} and {of}; one limit or price cannot hold for both.", "Name the carrier in the rule, and write one rule a carrier.");
                return null;
            }

            carrier = of;
            basis = converter is null ? context.BasisOf(of) : new CarrierBasis(of, converter.ReferenceUnit);
        }

        return basis;
    }

    private string CarrierOf(FlowReference flow) => network.Nodes[(flow.Kind switch
    {
        FlowKind.Supply => network.Supplies[flow.Element].Node,
        FlowKind.ArcForward or FlowKind.ArcBackward => network.Arcs[flow.Element].From,
        FlowKind.Injection or FlowKind.Withdrawal => network.Storages[flow.Element].Node,
        _ => network.Arcs[network.Contracts[flow.Element].Arc].From,
    }).Value].Carrier;

    private void Restrict(FlowReference flow, double[] active)
    {
        double[] free = [.. active.Select(a => 1 - a)];
        switch (flow.Kind)
        {
            case FlowKind.Supply:
                Scale(network.Supplies[flow.Element].Capacity, free);
                Scale(network.Supplies[flow.Element].MinOutput, free);
                break;
            case FlowKind.ArcForward:
                Scale(network.Arcs[flow.Element].Capacity[0], free);
                break;
            case FlowKind.ArcBackward:
                Scale(network.Arcs[flow.Element].Capacity[1], free);
                break;
            case FlowKind.Injection:
                Scale(network.Storages[flow.Element].Injection, free);
                break;
            case FlowKind.Withdrawal:
                Scale(network.Storages[flow.Element].Withdrawal, free);
                break;
            case FlowKind.Activity:
                Scale(network.Converters[flow.Element].Capacity, free);
                Scale(network.Converters[flow.Element].MinActivity, free);
                break;
            case FlowKind.Delivery:
                Scale(network.Contracts[flow.Element].Allowed[flow.Part], free);
                break;
        }
    }

    private void Charge(FlowReference flow, double[] levy)
    {
        double[] target = flow.Kind switch
        {
            FlowKind.Supply => network.Supplies[flow.Element].Levy,
            FlowKind.ArcForward => network.Arcs[flow.Element].Levy[0],
            FlowKind.ArcBackward => network.Arcs[flow.Element].Levy[1],
            FlowKind.Injection => network.Storages[flow.Element].InjectionLevy,
            FlowKind.Withdrawal => network.Storages[flow.Element].WithdrawalLevy,
            FlowKind.Activity => network.Converters[flow.Element].Levy,
            _ => network.Contracts[flow.Element].Levy[flow.Part],
        };
        for (int t = 0; t < target.Length; t++)
            target[t] += levy[t];
    }

    private static void Scale(double[] values, double[] factors)
    {
        for (int t = 0; t < values.Length; t++)
            values[t] = factors[t] == 0 ? 0 : values[t] * factors[t];
    }
}
