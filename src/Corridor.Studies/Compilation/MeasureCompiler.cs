using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles emergency measures: when they can act, at which rate, and how much in all.</summary>
internal static class MeasureCompiler
{
    private const string Table = "measures";

    public static List<CompiledMeasure> Compile(CompilationContext context, IReadOnlyList<CompiledDemand> demands)
    {
        var result = new List<CompiledMeasure>();
        foreach (Measure row in context.System.Measures)
        {
            NodeIndex node = context.Node(Table, row.Id, row.Node);
            CarrierBasis basis = context.BasisOf(node);
            double[] rate = context.Rates(Table, row.Id, "rate", row.Rate, basis);
            double largest = rate.Length == 0 ? 0 : rate.Max();
            int[] strikes = [.. context.System.Outages.Where(o => Strikes(context.System, o, row)).Select(o => o.PlannedStart!.Value.DayNumber)];
            double[] acts = context.Sampler.Average(day => day < row.Start || day >= row.End ? 0 : Ready(day.DayNumber, strikes, row.LeadTime ?? 0));
            CompilationContext.Times(rate, acts);
            if (row.Asset is { } asset && AssetAvailability(context, asset) is { } available)
                CompilationContext.Times(rate, available);
            int demand = -1;
            for (int d = 0; row.Demand is not null && d < demands.Count; d++)
            {
                if (demands[d].Id == row.Demand && demands[d].Node == node)
                    demand = d;
            }

            if (!CompilationContext.Ever(rate) || (row.Demand is not null && demand < 0))
            {
                context.NoEffect(Table, row.Id, row.Demand is not null && demand < 0 ? $"Its demand {row.Demand} takes nothing at its node within the horizon." : "It cannot act within the horizon.");
                continue;
            }

            double volume = row.Volume is { } given
                ? given.Value * context.AmountFactor(Table, row.Id, "volume", given.Unit, basis)
                : double.PositiveInfinity;
            if (row.Duration is { } duration)
                volume = Math.Min(volume, duration * largest);
            result.Add(new CompiledMeasure(row.Id, node, rate, context.Prices(Table, row.Id, "cost", row.Cost, basis), volume, demand));
        }

        return result;
    }

    /// <summary>Whether an outage with a first day strikes a measure: it hits the asset that the measure uses, or one that ends at its node.</summary>
    public static bool Strikes(EnergySystem system, Outage outage, Measure measure)
    {
        if (outage.PlannedStart is null || outage.PlannedShare <= 0)
            return false;
        string asset = outage.Asset, node = measure.Node;
        return asset == measure.Asset
            || system.Pipelines.Any(r => r.Id == asset && (r.From == node || r.To == node))
            || system.PowerLines.Any(r => r.Id == asset && (r.From == node || r.To == node))
            || system.Transports.Any(r => r.Id == asset && (r.From == node || r.To == node))
            || system.Supplies.Any(r => r.Id == asset && r.Node == node)
            || system.Storages.Any(r => r.Id == asset && r.Node == node)
            || system.ConverterFlows.Any(f => f.Converter == asset && f.Node == node);
    }

    /// <summary>Share of a day on which no outage is younger than the lead time.</summary>
    private static double Ready(int day, int[] strikes, double lead)
    {
        double ready = 1;
        foreach (int strike in strikes)
            ready = Math.Min(ready, 1 - Math.Clamp(Math.Min(strike + lead, day + 1) - Math.Max(strike, day), 0, 1));
        return ready;
    }

    private static double[]? AssetAvailability(CompilationContext context, string asset)
    {
        EnergySystem s = context.System;
        if (s.Pipelines.FirstOrDefault(r => r.Id == asset) is { } pipeline)
            return context.Availability("pipelines", asset, pipeline.Status, pipeline.Start, pipeline.End);
        if (s.PowerLines.FirstOrDefault(r => r.Id == asset) is { } line)
            return context.Availability("power_lines", asset, line.Status, line.Start, line.End);
        if (s.Transports.FirstOrDefault(r => r.Id == asset) is { } transport)
            return context.Availability("transports", asset, transport.Status, transport.Start, transport.End);
        if (s.Storages.FirstOrDefault(r => r.Id == asset) is { } storage)
            return context.Availability("storages", asset, storage.Status, storage.Start, storage.End);
        if (s.Converters.FirstOrDefault(r => r.Id == asset) is { } converter)
            return context.Availability("converters", asset, converter.Status, converter.Start, converter.End);
        return s.Supplies.FirstOrDefault(r => r.Id == asset) is { } supply
            ? context.Availability("supplies", asset, supply.Status, supply.Start, supply.End)
            : null;
    }
}
