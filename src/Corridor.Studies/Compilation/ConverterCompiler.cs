using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles converters: what they take and give, their cost and their CO2.</summary>
internal static class ConverterCompiler
{
    private const string Table = "converters";

    // kg of CO2 per GJ times GJ per GWh (3600), in tonnes per GWh.
    private const double TonnesPerGigawattHour = 3.6;

    public static List<CompiledConverter> Compile(CompilationContext context)
    {
        ILookup<string, ConverterFlow> flows = context.System.ConverterFlows.ToLookup(f => f.Converter);
        var result = new List<CompiledConverter>();
        foreach (Converter row in context.System.Converters)
        {
            var activity = new CarrierBasis($"activity of {row.Id}", row.ReferenceUnit);
            double[] availability = CompilationContext.Times(
                context.Availability(Table, row.Id, row.Status, row.Start, row.End),
                context.Profiles.Sample(row.Profile, context.Sampler));
            double[] capacity = CompilationContext.Times(context.Rates(Table, row.Id, "capacity", row.Capacity, activity), availability);
            if (!CompilationContext.Ever(capacity))
            {
                context.NoEffect(Table, row.Id, "It converts nothing within the horizon: not in service, or no capacity.");
                continue;
            }

            var compiled = new List<CompiledConverterFlow>();
            double emissions = 0;
            foreach (ConverterFlow flow in flows[row.Id])
            {
                NodeIndex node = context.Node("converter_flows", row.Id, flow.Node);
                CarrierBasis basis = context.BasisOf(node);
                double ratio = flow.Ratio.Value * context.AmountFactor("converter_flows", row.Id, "ratio", flow.Ratio.Unit, basis);
                compiled.Add(new CompiledConverterFlow(node, flow.Side == FlowSide.In ? -ratio : ratio, flow.Disposable && flow.Side == FlowSide.Out));
                if (flow.Side == FlowSide.In)
                    emissions += ratio * TonnesPerAccountUnit(context, node, basis);
            }

            bool burns = row.Kind is ConverterKind.PowerPlant or ConverterKind.Chp;
            double minLoad = row.MinLoad ?? 0;
            result.Add(new CompiledConverter
            {
                Id = row.Id,
                ReferenceUnit = row.ReferenceUnit,
                Capacity = capacity,
                MinActivity = [.. capacity.Select(c => minLoad * c)],
                Cost = context.Prices(Table, row.Id, "cost", row.Cost, activity),
                Co2Cost = burns && emissions != 0 ? Co2Costs(context, row.Id, compiled, emissions) : context.Sampler.Constant(0),
                Levy = context.Sampler.Constant(0),
                Emissions = burns ? Emissions(context, row.Id, emissions) : 0,
                AnnualLimit = context.AnnualLimits(Table, row.Id, "annual_limit", row.AnnualLimit, activity),
                Flows = compiled,
            });
        }

        return result;
    }

    // What cannot be reckoned may not vanish from a cap on CO2.
    private static double Emissions(CompilationContext context, string id, double emissions)
    {
        if (!double.IsNaN(emissions))
            return emissions;
        if (context.System.Rules.Any(r => r.Effect == Model.Rules.RuleEffect.CapCo2))
            context.Error(Table, id, "A rule caps CO2, but a fuel of it has a CO2 factor and no net heating value to apply it to.", "State net_heating_value in carriers.csv.");
        return 0;
    }

    private static double TonnesPerAccountUnit(CompilationContext context, NodeIndex node, CarrierBasis basis)
    {
        if (context.CarrierOf(node)?.Co2PerNetEnergy is not { } factor)
            return 0;
        return basis.TryFromAccount(1, AmountUnit.Parse("GWh_net"), out Amount energy, out _) ? energy.Value * factor * TonnesPerGigawattHour : double.NaN;
    }

    private static double[] Co2Costs(CompilationContext context, string id, List<CompiledConverterFlow> flows, double emissions)
    {
        NodeIndex node = (flows.Find(f => f.Ratio > 0) ?? flows[0]).Node;
        if (node.Value < 0)
            return context.Sampler.Constant(0);
        int steps = 0;
        for (Zone? zone = context.FindZone(context.Nodes[node.Value].Zone); zone is not null && steps < 32; zone = zone.Parent is { } p ? context.FindZone(p) : null, steps++)
        {
            if (zone.Co2Price is not { } price)
                continue;
            if (price.Unit.Amount.Dimension != Dimension.Mass)
            {
                context.Error("zones", zone.Id, $"The CO2 price of {zone.Id}, used by {id}, must be per mass, such as EUR/t; it is in {price.Unit}.");
                break;
            }

            if (double.IsNaN(emissions))
            {
                context.Error(Table, id, $"It pays for CO2 in {zone.Id}, but a fuel of it has a CO2 factor and no net heating value to apply it to.", "State net_heating_value in carriers.csv.");
                break;
            }

            // Masses are accounted in kt; emissions are in tonnes.
            double[] perKilotonne = context.Prices("zones", zone.Id, "co2_price", price, new CarrierBasis("co2", AmountUnit.Parse("kt")));
            return [.. perKilotonne.Select(p => p / 1000 * emissions)];
        }

        return context.Sampler.Constant(0);
    }
}
