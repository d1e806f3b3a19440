using System.Globalization;
using Corridor.Model;
using Corridor.Model.Markets;
using Corridor.Model.Time;

namespace Corridor.Studies.Netback;

/// <summary>Levels of a hub's price: that of the window, and low, median and high of five years.</summary>
internal static class PriceLevels
{
    /// <summary>A level with its name and origin.</summary>
    internal readonly record struct PriceLevel(string Name, double Value, string Origin);

    public static IReadOnlyList<PriceLevel> Of(EnergySystem system, EnergySystem? history, HubRequest hub, Horizon window)
    {
        if (hub.Level is { } given)
            return [new PriceLevel("given", given, "given")];
        PricePoint[] series = [.. system.PriceSeries.Where(p => p.Index == hub.Index && p.Month < window.To).OrderBy(p => p.Month)];
        if (series.Length == 0)
            return [];
        PricePoint last = series[^1];
        PricePoint[] inside = [.. series.Where(p => p.Month.AddMonths(1) > window.From)];
        PriceLevel now = inside.Length > 0
            ? new PriceLevel("window", inside.Average(p => p.Value), $"mean of {inside.Length} {(inside.Length == 1 ? "month" : "months")} of the window")
            : new PriceLevel("window", last.Value, $"last known value, {Month(last.Month)}, carried forward");
        PricePoint[] known = history is null ? series : [.. history.PriceSeries.Where(p => p.Index == hub.Index && p.Month < window.To).OrderBy(p => p.Month)];
        if (known.Length == 0)
            return [now];
        DateOnly end = known[^1].Month, from = end.AddYears(-5);
        double[] sorted = [.. known.Where(p => p.Month > from).Select(p => p.Value).Order()];
        string span = $"of the five years to {Month(end)}";
        return
        [
            now,
            new PriceLevel("low", Percentile(sorted, 0.1), "10th percentile " + span),
            new PriceLevel("median", Percentile(sorted, 0.5), "50th percentile " + span),
            new PriceLevel("high", Percentile(sorted, 0.9), "90th percentile " + span),
        ];
    }

    /// <summary>Percentile by linear interpolation between the sorted values (Hyndman and Fan, type 7).</summary>
    internal static double Percentile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
