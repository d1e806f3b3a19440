using Corridor.Model;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Reporting.Summaries;

/// <summary>States reported figures, which come in all units and moneys, in the display units of a carrier.</summary>
internal sealed class CarrierUnits
{
    private readonly Dictionary<string, CarrierBasis> _bases = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, DisplayUnit> _units;
    private readonly Dictionary<string, ExchangeRate[]> _rates;
    private readonly string _currency;

    public CarrierUnits(EnergySystem system, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        _units = units;
        _currency = system.Description.Currency;
        _rates = system.ExchangeRates.GroupBy(r => r.Currency).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Month).ToArray());
        foreach (Carrier carrier in system.Carriers)
            _bases.TryAdd(carrier.Id, Basis(carrier));
    }

    /// <summary>An amount in the carrier's display unit; null where it does not convert.</summary>
    public double? Amount(string carrier, Amount amount) =>
        _bases.TryGetValue(carrier, out CarrierBasis? basis) && basis.TryToAccount(amount, out double account, out _) ? account * _units[carrier].AmountPerAccount : null;

    /// <summary>A price in the carrier's display unit and the money of account, at the exchange rate of a day; null where it does not convert.</summary>
    public double? Price(string carrier, UnitPrice price, DateOnly day) =>
        !price.Unit.IsDistanceBased && _bases.TryGetValue(carrier, out CarrierBasis? basis) && basis.TryToAccount(price, out double account, out _)
            && PerUsd(_currency, day) is { } to && PerUsd(price.Unit.Currency.ToString(), day) is { } from
            ? account * to / from * _units[carrier].PricePerAccount
            : null;

    private double? PerUsd(string currency, DateOnly day)
    {
        if (currency == "USD")
            return 1;
        return _rates.TryGetValue(currency, out ExchangeRate[]? rates) ? rates[Math.Max(0, Array.FindLastIndex(rates, r => r.Month <= day))].PerUsd : null;
    }

    private static CarrierBasis Basis(Carrier carrier)
    {
        HeatingValue? Value(double? value, string basis) =>
            value is { } given && HeatingValue.TryParse(given, carrier.HeatingValueUnit, basis, out HeatingValue? heating, out _) ? heating : null;
        return new CarrierBasis(carrier.Id, carrier.Unit, Value(carrier.GrossHeatingValue, "gross"), Value(carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
    }
}
