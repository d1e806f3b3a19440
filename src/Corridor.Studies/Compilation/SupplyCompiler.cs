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
            double[] available = context.Availability(Table, supply.Id, supply.Status, supply.Start, supply.End);
            double[] profile = context.Profiles.Sample(supply.Profile, context.Sampler);
            double[] capacity = Product(context.Rates(Table, supply.Id, "capacity", supply.Capacity, basis), available, profile);
            double[] minimum = Product(
                context.Rates(Table, supply.Id, "min_output", supply.MinOutput, basis, 0), available, supply.MinProfile is { } least ? context.Profiles.Sample(least, context.Sampler) : profile);
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
                CostSlope = Slope(context, supply, basis),
                StandingCost = Standing(context, supply),
                Emissions = Emissions(context, supply, basis),
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
        if (steps.Length == 0)
            steps = [new CompiledStep(1, context.Prices(Table, supply.Id, "cost", supply.Cost, basis))];
        if (supply.CostProfile is { } profile)
        {
            double[] factors = context.Profiles.Sample(profile, context.Sampler);
            foreach (CompiledStep step in steps)
                CompilationContext.Times(step.Price, factors);
        }

        return steps;
    }

    // Availability and profile are multiplied first: a figure without one keeps its bits.
    private static double[] Product(double[] rate, double[] available, double[] profile)
    {
        for (int t = 0; t < rate.Length; t++)
            rate[t] *= available[t] * profile[t];
        return rate;
    }

    // Money for a unit, for each unit a day: the slope is stated for each MW.
    private static double[]? Slope(CompilationContext context, Supply supply, CarrierBasis basis)
    {
        if (supply.CostSlope is not { Value: > 0 })
            return null;
        if (context.System.SupplySteps.Any(s => s.Supply == supply.Id))
        {
            context.Error(Table, supply.Id, "It has a cost_slope and supply_steps; its cost rises by one of them.");
            return null;
        }

        double[] slope = context.Prices(Table, supply.Id, "cost_slope", supply.CostSlope, basis);
        double perMegawatt = PerMegawatt(context, supply, basis);
        for (int t = 0; t < slope.Length; t++)
            slope[t] /= perMegawatt;
        return slope;
    }

    private static double PerMegawatt(CompilationContext context, Supply supply, CarrierBasis basis)
    {
        if (EnergyPerUnit(basis) is { } energy)
            return ArcCompiler.GigawattHoursPerMegawattDay / energy;
        context.Error(Table, supply.Id, $"Its cost_slope is for each MW, but what its carrier is accounted in does not convert to energy.", "State the carrier's net heating value.");
        return 1;
    }

    private static double[]? Standing(CompilationContext context, Supply supply)
    {
        if (supply.HourlyCost is not { } hourly || hourly == 0)
            return null;
        Func<DateOnly, bool> inService = context.InService(Table, supply.Id, supply.Status, supply.Start, supply.End);
        DatedFigures.DatedFigure? dated = context.Dated.Find(Table, supply.Id, "hourly_cost");
        return context.Sampler.Average(day => inService(day) ? 24 * (dated?.NumberAt(day, hourly) ?? hourly) : 0);
    }

    // kg/MWh is t/GWh.
    private static double Emissions(CompilationContext context, Supply supply, CarrierBasis basis)
    {
        if (supply.Co2 is not { } factor || factor == 0)
            return 0;
        if (EnergyPerUnit(basis) is { } energy)
            return factor * energy;
        context.Error(Table, supply.Id, "It states CO2 for each MWh, but what its carrier is accounted in does not convert to energy.", "State the carrier's net heating value.");
        return 0;
    }

    /// <summary>GWh in a unit of account, net for fuels; null where it does not convert.</summary>
    private static double? EnergyPerUnit(CarrierBasis basis) =>
        basis.TryFromAccount(1, GigawattHourNet, out Amount energy, out _) || basis.TryFromAccount(1, GigawattHour, out energy, out _) ? energy.Value : null;

    private static readonly AmountUnit GigawattHourNet = AmountUnit.Parse("GWh_net");
    private static readonly AmountUnit GigawattHour = AmountUnit.Parse("GWh");
}
