using System.Globalization;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Exchange;

/// <summary>
/// Restates prices that are put into a package in the units of its own indices. The other months of an index and the slopes of the formulas that name it are in
/// that unit, so that it stays; where the package's own data do not tell how to convert, nothing is put in.
/// </summary>
internal sealed class PriceIndexMerge(EnergySystem into, FidelityReport report, FindingList findings)
{
    private readonly ILookup<string, ExchangeRate> _rates = into.ExchangeRates.OrderBy(r => r.Month).ToLookup(r => r.Currency, StringComparer.Ordinal);

    /// <summary>The addition with its prices in the units of the package's indices; what cannot be converted is a finding of severity error.</summary>
    /// <param name="part">What is put into the package.</param>
    public EnergySystem Restate(ImportResult part)
    {
        var own = new Dictionary<string, PriceIndex>(StringComparer.Ordinal);
        foreach (PriceIndex index in into.PriceIndices)
            own.TryAdd(index.Id, index);
        var conversions = new Dictionary<string, (PriceIndex From, PriceIndex To)>(StringComparer.Ordinal);
        foreach (PriceIndex index in part.System.PriceIndices)
        {
            if (own.TryGetValue(index.Id, out PriceIndex? there) && !there.PriceUnit.Equals(index.PriceUnit))
                conversions.TryAdd(index.Id, (index, there));
        }

        if (conversions.Count == 0)
            return part.System;
        var prices = new List<PricePoint>(part.System.PriceSeries.Count);
        foreach (IGrouping<string, PricePoint> points in part.System.PriceSeries.GroupBy(p => p.Index))
        {
            if (conversions.TryGetValue(points.Key, out (PriceIndex From, PriceIndex To) units))
                prices.AddRange(Converted([.. points], units.From.PriceUnit, units.To, part.OpenBasis.Contains(points.Key)));
            else
                prices.AddRange(points);
        }

        return part.System with
        {
            PriceIndices = [.. part.System.PriceIndices.Select(i => conversions.TryGetValue(i.Id, out (PriceIndex From, PriceIndex To) units) ? i with { PriceUnit = units.To.PriceUnit } : i)],
            PriceSeries = prices,
        };
    }

    private List<PricePoint> Converted(PricePoint[] points, PriceUnit from, PriceIndex index, bool hasOpenBasis)
    {
        PriceUnit to = index.PriceUnit;
        var converted = new List<PricePoint>(points.Length);
        if (Amounts(from, index, hasOpenBasis, out string problem) is not { } amounts)
        {
            Refuse(index, from, points[0], problem, "State the prices in the unit of the index, or give the package what the message names.");
            return converted;
        }

        foreach (PricePoint point in points)
        {
            if (CrossRate(from.Currency.Code, to.Currency.Code, point.Month, out string lacking) is not { } rate)
            {
                Refuse(index, from, point, string.Create(CultureInfo.InvariantCulture, $"The package has no exchange rate of {lacking} that holds in {point.Month:yyyy-MM}."), string.Create(CultureInfo.InvariantCulture, $"Add {lacking} to exchange_rates from {point.Month:yyyy-MM}-01 or earlier, or state the prices in {to}."));
                return converted;
            }

            double factor = amounts * rate, value = point.Value * factor;
            if (!double.IsFinite(value))
            {
                Refuse(index, from, point, string.Create(CultureInfo.InvariantCulture, $"{point.Value:R} times {factor:R} is no finite number."), "Correct the price.");
                return converted;
            }

            string printed = string.Create(CultureInfo.InvariantCulture, $"{point.Value:R} {from} times {factor:G6}");
            report.Approximated("price_series", "value", "price_series.value", $"converted from {from} to the unit of the package's index, {to}, with the package's own figures", string.Create(CultureInfo.InvariantCulture, $"{point.Index} {point.Month:yyyy-MM}: {printed} is {value:G6}"));
            converted.Add(point with { Value = value, Note = point.Note is { } note ? $"{note}: {printed}" : printed });
        }

        return converted;
    }

    /// <summary>Prices in the one unit of an amount for one in the other; null where the package does not tell.</summary>
    private double? Amounts(PriceUnit from, PriceIndex index, bool hasOpenBasis, out string problem)
    {
        PriceUnit to = index.PriceUnit;
        problem = "One of the two is a price for a distance.";
        if (from.IsDistanceBased || to.IsDistanceBased)
            return null;

        // A price per MWh that says neither gross nor net is one of electricity where the index is.
        AmountUnit stated = from.Amount;
        if (hasOpenBasis && stated.Basis != HeatingBasis.Unstated && to.Amount.Dimension == Dimension.Energy && to.Amount.Basis == HeatingBasis.Unstated)
            stated = AmountUnit.Parse(stated.Symbol.Replace("_gross", "", StringComparison.Ordinal));
        if (stated.Equals(to.Amount))
            return 1;
        string[] carriers = [.. into.Nodes.Where(n => index.Nodes.Contains(n.Id)).Select(n => n.Carrier).Distinct(StringComparer.Ordinal)];
        Carrier? carrier = carriers.Length == 1 ? into.Carriers.FirstOrDefault(c => c.Id == carriers[0]) : null;
        CarrierBasis basis = carrier is null
            ? new CarrierBasis("its carrier, which the index does not tell by its nodes,", to.Amount)
            : new CarrierBasis(carrier.Id, to.Amount, Heat(carrier, carrier.GrossHeatingValue, "gross"), Heat(carrier, carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
        if (basis.TryGetFactor(stated, out double factor, out string? lacking))
            return 1 / factor;
        problem = lacking;
        return null;
    }

    private static HeatingValue? Heat(Carrier carrier, double? value, string basis) =>
        value is { } given && HeatingValue.TryParse(given, carrier.HeatingValueUnit, basis, out HeatingValue? heating, out _) ? heating : null;

    /// <summary>Units of one currency for one of the other in a month; null where the package has no rate that holds then.</summary>
    private double? CrossRate(string from, string to, DateOnly month, out string lacking)
    {
        lacking = "";
        if (from == to)
            return 1;
        if (PerDollar(from, month) is not { } own)
        {
            lacking = from;
            return null;
        }

        if (PerDollar(to, month) is { } wanted)
            return wanted / own;
        lacking = to;
        return null;
    }

    private double? PerDollar(string currency, DateOnly month) =>
        currency == "USD" ? 1 : _rates[currency].LastOrDefault(r => r.Month <= month && r.PerUsd > 0)?.PerUsd;

    private void Refuse(PriceIndex index, PriceUnit from, PricePoint point, string why, string hint) =>
        findings.Add(FormatFindings.UnknownUnit.At(
            $"price_indices {index.Id}",
            SourcePlace.None,
            $"'{index.Id}' is in {index.PriceUnit} in the package and in {from} in what is put into it{(point.Note is { } note ? $" ({note})" : "")}, and one does not convert to the other exactly. {why}",
            hint));
}
