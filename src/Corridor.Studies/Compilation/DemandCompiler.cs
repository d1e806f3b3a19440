using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles demands with their elastic parts.</summary>
internal static class DemandCompiler
{
    private const string Table = "demands";

    // Four steps of five per cent: a constant-elasticity curve is followed over the upper fifth of a demand.
    private const int ElasticSteps = 4;
    private const double ElasticShare = 0.05;

    public static List<CompiledDemand> Compile(CompilationContext context)
    {
        ILookup<string, DemandStep> steps = context.System.DemandSteps.ToLookup(s => s.Demand);
        var result = new List<CompiledDemand>();
        foreach (Demand demand in context.System.Demands)
        {
            NodeIndex node = context.Node(Table, demand.Id, demand.Node);
            CarrierBasis basis = context.BasisOf(node);
            double factor = context.AmountFactor(Table, demand.Id, "annual_volume", demand.AnnualVolume.Unit, basis);
            DatedFigures.DatedFigure? dated = context.Dated.Find(Table, demand.Id, "annual_volume");
            double[] rate = context.Sampler.Average(day =>
                day < demand.Start || day >= demand.End ? 0 : factor / 365 * (dated?.NumberAt(day, demand.AnnualVolume.Value) ?? demand.AnnualVolume.Value));
            CompilationContext.Times(rate, context.Profiles.Sample(demand.Profile, context.Sampler));
            if (!CompilationContext.Ever(rate))
            {
                context.NoEffect(Table, demand.Id, "It asks for nothing within the horizon.");
                continue;
            }

            result.Add(new CompiledDemand
            {
                Id = demand.Id,
                Node = node,
                Sector = demand.Sector,
                Protected = demand.Protected,
                Rate = rate,
                Steps = Steps(context, demand, basis, steps[demand.Id]),
                CurtailmentCost = demand.CurtailmentCost is null ? null : context.Prices(Table, demand.Id, "curtailment_cost", demand.CurtailmentCost, basis),
            });
        }

        return result;
    }

    private static CompiledStep[] Steps(CompilationContext context, Demand demand, CarrierBasis basis, IEnumerable<DemandStep> rows)
    {
        CompiledStep[] steps =
        [
            .. rows.OrderBy(s => s.Step).Select(s => new CompiledStep(
                s.Share, context.Prices("demand_steps", $"{demand.Id}/{s.Step}", "price", s.Price, basis))),
        ];
        if (demand.Elasticity is not { } elasticity || elasticity == 0)
            return steps;
        if (demand.ReferencePrice is null)
        {
            context.Error(Table, demand.Id, "It has an elasticity but no reference_price.");
            return steps;
        }

        if (steps.Length > 0)
        {
            context.NoEffect(Table, demand.Id, "Its elasticity is not used, because demand_steps states its elastic parts.");
            return steps;
        }

        double[] reference = context.Prices(Table, demand.Id, "reference_price", demand.ReferencePrice, basis);
        var derived = new CompiledStep[ElasticSteps];
        for (int k = 0; k < ElasticSteps; k++)
        {
            double markup = 1 + (ElasticShare * (k + 0.5) / Math.Abs(elasticity));
            derived[k] = new CompiledStep(ElasticShare, [.. reference.Select(p => p * markup)]);
        }

        return derived;
    }
}
