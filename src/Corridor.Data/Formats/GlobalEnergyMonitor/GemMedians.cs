using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>The capacity that is taken where none is stated: the median of those that are, of the same fuel.</summary>
internal sealed class GemMedians
{
    private readonly Dictionary<GemFuel, (Rate Rate, int Count)> _rates = [];

    internal GemMedians(IEnumerable<GemAsset> assets)
    {
        foreach (IGrouping<GemFuel, GemAsset> group in assets.Where(a => a.Capacity is { Rate.Value: > 0 }).GroupBy(a => a.Fuel))
        {
            GemAssumption assumption = GemAssumption.Of(group.Key);
            double[] perDay = [.. group.Select(a => PerDay(assumption, Normal(a.Fuel, a.Capacity!.Rate))).Order()];
            double median = perDay.Length % 2 == 1 ? perDay[perDay.Length / 2] : (perDay[(perDay.Length / 2) - 1] + perDay[perDay.Length / 2]) / 2;
            assumption.Account.TryFromAccount(median, assumption.Capacity.Unit, out Rate rate, out _);
            _rates[group.Key] = (new Rate(double.Parse(rate.Value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), rate.Unit), perDay.Length);
        }
    }

    /// <summary>The rate that is taken for a fuel, and where it comes from.</summary>
    internal (Rate Rate, string Reason) Of(GemFuel fuel) => _rates.TryGetValue(fuel, out (Rate Rate, int Count) found)
        ? (found.Rate, string.Create(CultureInfo.InvariantCulture, $"assumed: no capacity is stated; {found.Rate} is the median of the {found.Count} {GemRowReport.PartOf(fuel)} that state one"))
        : (GemAssumption.Of(fuel).Capacity, $"assumed: no capacity is stated, nor is it of any other of the {GemRowReport.PartOf(fuel)}; {GemAssumption.Of(fuel).Capacity} is taken");

    /// <summary>A rate in account units a day.</summary>
    internal static double PerDay(GemAssumption assumption, Rate rate) => assumption.Account.TryToAccount(rate, out double perDay, out _) ? perDay : 0;

    /// <summary>The capacity of an asset, assumed where none is stated.</summary>
    internal (Rate Rate, string Reason) Of(GemAsset asset, FidelityReport fidelity)
    {
        string part = GemRowReport.PartOf(asset.Fuel);
        if (asset.Capacity is { } capacity)
        {
            if (capacity.Conversion is { } conversion)
                fidelity.Approximated(part, "capacity", "capacity", conversion, $"{asset.Name}: {capacity.Printed} {capacity.Unit}");
            else if (capacity.IsVolume && asset.Fuel == GemFuel.Lng)
                fidelity.Approximated(part, "capacity", "capacity", "a volume of gas at 15 °C, in tonnes of LNG of the same heat", $"{asset.Name}: {capacity.Printed} {capacity.Unit}");
            else if (capacity.IsVolume)
                fidelity.Approximated(part, "capacity", "capacity", "the tracker does not say at which temperature a m³ is meant; 15 °C is taken (ISO 13443)", $"{asset.Name}: {capacity.Printed} {capacity.Unit}");
            else
                fidelity.Exact(part, "capacity", "capacity");
            return (Normal(asset.Fuel, capacity.Rate), "");
        }

        (Rate rate, string reason) = Of(asset.Fuel);
        fidelity.Defaulted(part, "capacity", "capacity", reason, $"{asset.Name} ({asset.Place})");
        return (rate, reason);
    }

    /// <summary>A capacity of LNG that is stated as gas, in tonnes of the same heat; any other as it is.</summary>
    private static Rate Normal(GemFuel fuel, Rate rate)
    {
        if (fuel != GemFuel.Lng || rate.Unit.Amount.Dimension == Dimension.Mass)
            return rate;
        double heatPerDay = PerDay(GemAssumption.Gas, rate) * GemAssumption.Gas.Carrier.GrossHeatingValue!.Value;
        return new Rate(heatPerDay / GemAssumption.Lng.Carrier.GrossHeatingValue!.Value * 365 / 1000, GemAssumption.Lng.Capacity.Unit);
    }
}
