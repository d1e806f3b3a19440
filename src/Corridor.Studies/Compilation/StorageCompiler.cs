using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles storages and their level-dependent rates.</summary>
internal static class StorageCompiler
{
    private const string Table = "storages";

    public static List<CompiledStorage> Compile(CompilationContext context)
    {
        ILookup<string, StorageCurvePoint> curves = context.System.StorageCurves.ToLookup(c => c.Storage);
        var result = new List<CompiledStorage>();
        foreach (Storage row in context.System.Storages)
        {
            NodeIndex node = context.Node(Table, row.Id, row.Node);
            CarrierBasis basis = context.BasisOf(node);
            double[] availability = context.Availability(Table, row.Id, row.Status, row.Start, row.End);
            double volumeFactor = context.AmountFactor(Table, row.Id, "working_volume", row.WorkingVolume.Unit, basis);
            double[] volume = context.Sampler.Figure(context.Dated.Find(Table, row.Id, "working_volume"), row.WorkingVolume.Value, _ => volumeFactor);
            double[] injection = CompilationContext.Times(context.Rates(Table, row.Id, "max_injection", row.MaxInjection, basis), availability);
            double[] withdrawal = CompilationContext.Times(context.Rates(Table, row.Id, "max_withdrawal", row.MaxWithdrawal, basis), availability);
            if (!CompilationContext.Ever(volume) || !(CompilationContext.Ever(injection) || CompilationContext.Ever(withdrawal)))
            {
                context.NoEffect(Table, row.Id, "It moves nothing within the horizon: not in service, or no rates.");
                continue;
            }

            StorageCurvePoint[] points = [.. curves[row.Id].OrderBy(p => p.Level)];
            (double? firstShare, double? lastShare) = Levels(context, row);
            double? first = firstShare * volume[0];
            double? last = lastShare * volume[^1] ?? first;
            result.Add(new CompiledStorage
            {
                Id = row.Id,
                Node = node,
                Volume = volume,
                MinShare = row.MinLevel ?? 0,
                Injection = injection,
                Withdrawal = withdrawal,
                InjectionCost = context.Prices(Table, row.Id, "injection_cost", row.InjectionCost, basis),
                WithdrawalCost = context.Prices(Table, row.Id, "withdrawal_cost", row.WithdrawalCost, basis),
                InjectionLevy = context.Sampler.Constant(0),
                WithdrawalLevy = context.Sampler.Constant(0),
                InjectionLoss = row.InjectionLoss ?? 0,
                WithdrawalLoss = row.WithdrawalLoss ?? 0,
                StandingLoss = row.StandingLoss ?? 0,
                FirstLevel = first,
                LastLevel = last,
                InjectionCurve = Segments([.. points.Where(p => p.Injection is not null).Select(p => (p.Level, p.Injection!.Value))]),
                WithdrawalCurve = Segments([.. points.Where(p => p.Withdrawal is not null).Select(p => (p.Level, p.Withdrawal!.Value))]),
            });
        }

        return result;
    }

    // A dated first_level is the level at the start of its day: it holds where both the first day and the day after the last have one.
    private static (double? First, double? Last) Levels(CompilationContext context, Storage row)
    {
        DatedFigures.DatedFigure? dated = context.Dated.Find(Table, row.Id, "first_level");
        double first = dated?.NumberAt(context.Horizon.From, double.NaN) ?? double.NaN, last = dated?.NumberAt(context.Horizon.To, double.NaN) ?? double.NaN;
        return double.IsFinite(first) && double.IsFinite(last) ? (first, last) : (row.FirstLevel, row.LastLevel);
    }

    // Lines through neighbouring points; a flat line at the largest rate is the plain bound and is left out.
    private static List<(double Intercept, double Slope)> Segments((double Level, double Share)[] points)
    {
        var segments = new List<(double, double)>();
        if (points.Length == 1)
            segments.Add((points[0].Share, 0));
        for (int i = 1; i < points.Length; i++)
        {
            double slope = (points[i].Share - points[i - 1].Share) / (points[i].Level - points[i - 1].Level);
            double intercept = points[i].Share - (slope * points[i].Level);
            if (slope != 0 || intercept < 1)
                segments.Add((intercept, slope));
        }

        return segments;
    }
}
