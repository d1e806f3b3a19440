using Corridor.Model;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Conversion of what a package prints to units of account a day, units of account, and money of account.</summary>
internal sealed class UnitFigures
{
    private static readonly AmountUnit GigawattHourNet = AmountUnit.Parse("GWh_net");
    private static readonly AmountUnit Tonne = AmountUnit.Parse("t");

    private readonly PackageFigures _figures;
    private readonly Dictionary<string, CarrierBasis> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExchangeRate[]> _rates;
    private readonly Dictionary<string, double[]> _money = new(StringComparer.Ordinal);

    public UnitFigures(EnergySystem system, PackageFigures figures)
    {
        _figures = figures;
        foreach (Carrier carrier in system.Carriers)
        {
            _bases.TryAdd(carrier.Id, new CarrierBasis(
                carrier.Id,
                carrier.Unit,
                Heating(carrier, carrier.GrossHeatingValue, HeatingBasis.Gross),
                Heating(carrier, carrier.NetHeatingValue, HeatingBasis.Net),
                carrier.BarrelsPerTonne));
        }

        _rates = system.ExchangeRates.GroupBy(r => r.Currency).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Month).ToArray());
    }

    /// <summary>What is known of a carrier; null if the package has no such carrier.</summary>
    public CarrierBasis? Basis(string carrier)
    {
        if (_bases.TryGetValue(carrier, out CarrierBasis? basis))
            return basis;
        _figures.Report($"Carrier {carrier} is not in the package.");
        return null;
    }

    /// <summary>A rate in units of account per day, averaged over each period; null where the package has none.</summary>
    public double[]? Rate(string table, string id, string column, Rate? value, CarrierBasis? basis)
    {
        if (value is not { } rate)
            return null;
        if (basis is null)
            return Missing(table, id, column, "the carrier is not known");
        if (!basis.TryToAccount(new Rate(1, rate.Unit), out double factor, out string? problem))
            return Missing(table, id, column, problem);
        return Scale(_figures.Number(table, id, column, rate.Value), factor);
    }

    /// <summary>Units of account in one unit of an amount; NaN, with a problem reported, where it cannot be converted.</summary>
    public double Factor(string table, string id, string column, AmountUnit unit, CarrierBasis? basis)
    {
        if (basis is null)
            return Missing(table, id, column, "the carrier is not known")[0];
        return basis.TryToAccount(new Amount(1, unit), out double factor, out string? problem) ? factor : Missing(table, id, column, problem)[0];
    }

    /// <summary>An amount in units of account; null where the package has none.</summary>
    public double? Amount(string table, string id, string column, Amount? value, CarrierBasis? basis) =>
        value is { } amount ? amount.Value * Factor(table, id, column, amount.Unit, basis) : null;

    /// <summary>
    /// A price in money of account per unit of account, by period; a price by distance is multiplied by the length. Null where the
    /// package has none.
    /// </summary>
    public double[]? Price(string table, string id, string column, UnitPrice? value, CarrierBasis? basis, Length? length = null)
    {
        if (value is not { } price)
            return null;
        if (basis is null)
            return Missing(table, id, column, "the carrier is not known");
        PriceUnit unit = price.Unit;
        if (!basis.TryToAccount(new UnitPrice(1, unit), out double factor, out string? problem))
            return Missing(table, id, column, problem);
        if (unit.IsDistanceBased && length is null)
            return Missing(table, id, column, "a length, for a charge by distance");
        if (unit.IsDistanceBased)
            factor *= length!.Value.InKilometres();
        return PackageFigures.Multiply(Scale(_figures.Number(table, id, column, price.Value), factor), Money(unit.Currency.Code));
    }

    /// <summary>Money of account per unit of account in one unit of a price unit, exchange rates aside; NaN where it cannot be converted.</summary>
    public double PriceFactor(string table, string id, string column, PriceUnit unit, CarrierBasis? basis)
    {
        if (basis is null)
            return double.NaN;
        return basis.TryToAccount(new UnitPrice(1, unit), out double factor, out string? problem) ? factor : Missing(table, id, column, problem)[0];
    }

    /// <summary>Money of account for a tonne, by period.</summary>
    public double[] PerTonne(string table, string id, string column, UnitPrice price)
    {
        if (price.Unit.Amount.Dimension != Dimension.Mass)
            return Missing(table, id, column, "a price of a mass is expected");
        double factor = Tonne.Factor / price.Unit.Amount.Factor;
        return PackageFigures.Multiply(Scale(_figures.Number(table, id, column, price.Value), factor), Money(price.Unit.Currency.Code));
    }

    /// <summary>Money of account for one unit of a currency, by period: the rate of the month in which the period starts.</summary>
    public double[] Money(string currency)
    {
        if (!_money.TryGetValue(currency, out double[]? values))
        {
            string account = _figures.System.Description.Currency;
            _money[currency] = values = currency == account
                ? _figures.Constant(1)
                : [.. _figures.Horizon.Periods.Select(p => PerDollar(account, DateOnly.FromDateTime(p.Start)) / PerDollar(currency, DateOnly.FromDateTime(p.Start)))];
        }

        return values;
    }

    /// <summary>Units of a currency for one US dollar on a day.</summary>
    public double PerDollar(string currency, DateOnly day)
    {
        if (currency == "USD")
            return 1;
        if (!_rates.TryGetValue(currency, out ExchangeRate[]? rates))
        {
            _figures.Report($"There is no exchange rate for {currency}.");
            return double.NaN;
        }

        double value = rates[0].PerUsd;
        foreach (ExchangeRate rate in rates)
        {
            if (rate.Month > day)
                break;
            value = rate.PerUsd;
        }

        return value;
    }

    /// <summary>Tonnes of CO2 from burning one unit of account of a carrier; 0 where the carrier gives no CO2 factor.</summary>
    public double Emission(Carrier carrier)
    {
        if (carrier.Co2PerNetEnergy is not { } perEnergy || perEnergy == 0)
            return 0;
        if (Basis(carrier.Id) is not { } basis || !basis.TryFromAccount(1, GigawattHourNet, out Amount energy, out _))
        {
            _figures.Report($"The CO2 of {carrier.Id} needs its net heating value.");
            return double.NaN;
        }

        // kg/GJ · GWh · 3600 GJ/GWh · t / 1000 kg
        return perEnergy * energy.Value * 3.6;
    }

    /// <summary>Multiplies in place by one factor.</summary>
    public static double[] Scale(double[] values, double factor)
    {
        for (int t = 0; t < values.Length; t++)
            values[t] *= factor;
        return values;
    }

    private HeatingValue? Heating(Carrier carrier, double? value, HeatingBasis basis)
    {
        if (value is not { } number)
            return null;
        if (HeatingValueUnit.TryParse(carrier.HeatingValueUnit, out HeatingValueUnit? unit, out UnitProblem? problem))
            return new HeatingValue(number, unit, basis);
        _figures.Report($"Heating value of {carrier.Id}: {problem}");
        return null;
    }

    private double[] Missing(string table, string id, string column, string problem)
    {
        _figures.Report($"{table}.{column} of {id}: {problem}");
        return _figures.Constant(double.NaN);
    }
}
