using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles supplies with their cost steps.</summary>
internal static class SupplyCompiler
{
    private const string Table = "supplies";

    public static List<CompiledSupply> Compile(CompilationContext context)
    {
        ILookup<string, SupplyStep> steps = context.System.SupplySteps.ToLookup(s => s.Supply);
        var result = new List<CompiledSupply>();
        foreach (Supply supply in context.System.Supplies)
        {
            NodeIndex node = context.Node(Table, supply.Id, supply.Node);
            CarrierBasis basis = context.BasisOf(node);
            double[] availability = CompilationContext.Times(
                context.Availability(Table, supply.Id, supply.Status, supply.Start, supply.End),
                context.Profiles.Sample(supply.Profile, context.Sampler));
            double[] capacity = CompilationContext.Times(context.Rates(Table, supply.Id, "capacity", supply.Capacity, basis), availability);
            double[] minimum = CompilationContext.Times(context.Rates(Table, supply.Id, "min_output", supply.MinOutput, basis, 0), availability);
            if (!CompilationContext.Ever(capacity))
            {
                context.NoEffect(Table, supply.Id, "It produces nothing within the horizon: not in service, or no capacity.");
                continue;
            }

            if (capacity.Zip(minimum, (most, least) => least > most * (1 + 1e-12)).Any(crossed => crossed))
                context.Error(Table, supply.Id, "Its min_output is above its capacity.");
            result.Add(new CompiledSupply
            {
                Id = supply.Id,
                Node = node,
                Capacity = capacity,
                MinOutput = minimum,
                Steps = Steps(context, supply, basis, steps[supply.Id]),
                AnnualLimit = context.AnnualLimits(Table, supply.Id, "annual_limit", supply.AnnualLimit, basis),
                Levy = context.Sampler.Constant(0),
            });
        }

        return result;
    }

    private static CompiledStep[] Steps(CompilationContext context, Supply supply, CarrierBasis basis, IEnumerable<SupplyStep> rows)
    {
        CompiledStep[] steps =
        [
            .. rows.OrderBy(s => s.Step).Select(s => new CompiledStep(
                s.Share, context.Prices("supply_steps", $"{supply.Id}/{s.Step}", "cost", s.Cost, basis))),
        ];
        return steps.Length > 0 ? steps : [new CompiledStep(1, context.Prices(Table, supply.Id, "cost", supply.Cost, basis))];
    }
}
