using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles emergency measures.</summary>
internal static class MeasureCompiler
{
    private const string Table = "measures";

    public static List<CompiledMeasure> Compile(CompilationContext context)
    {
        var result = new List<CompiledMeasure>();
        foreach (Measure row in context.System.Measures)
        {
            NodeIndex node = context.Node(Table, row.Id, row.Node);
            CarrierBasis basis = context.BasisOf(node);
            double[] rate = context.Rates(Table, row.Id, "rate", row.Rate, basis);
            double[] inForce = context.Sampler.Average(day => day < row.Start || day >= row.End ? 0 : 1);
            double begin = row.LeadTime ?? 0;
            double end = begin + (row.Duration ?? double.PositiveInfinity);
            DateTime origin = context.Horizon.From.ToDateTime(TimeOnly.MinValue);
            for (int t = 0; t < rate.Length; t++)
            {
                double from = (context.Horizon.Periods[t].Start - origin).TotalDays;
                double to = (context.Horizon.Periods[t].End - origin).TotalDays;
                rate[t] *= inForce[t] * Math.Max(0, Math.Min(to, end) - Math.Max(from, begin)) / (to - from);
            }

            if (!CompilationContext.Ever(rate))
            {
                context.NoEffect(Table, row.Id, "It cannot act within the horizon.");
                continue;
            }

            double volume = row.Volume is { } given
                ? given.Value * context.AmountFactor(Table, row.Id, "volume", given.Unit, basis)
                : double.PositiveInfinity;
            result.Add(new CompiledMeasure(row.Id, node, rate, context.Prices(Table, row.Id, "cost", row.Cost, basis), volume));
        }

        return result;
    }
}
