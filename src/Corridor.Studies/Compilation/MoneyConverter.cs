using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>Converts money into the money of account at the rate of the month in which a period starts.</summary>
internal sealed class MoneyConverter
{
    private readonly Dictionary<string, (DateOnly Month, double PerUsd)[]> _rates;
    private readonly Dictionary<string, double[]> _factors = [];
    private readonly string _account;
    private readonly Horizon _horizon;
    private readonly FindingList _findings;

    public MoneyConverter(EnergySystem system, Horizon horizon, FindingList findings)
    {
        _account = system.Description.Currency;
        _horizon = horizon;
        _findings = findings;
        _rates = system.ExchangeRates
            .GroupBy(r => r.Currency)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Month).Select(r => (r.Month, r.PerUsd)).ToArray());
    }

    /// <summary>Money of account for one unit of a currency, by period.</summary>
    public double[] Factors(string currency)
    {
        if (_factors.TryGetValue(currency, out double[]? factors))
            return factors;
        factors = new double[_horizon.Periods.Count];
        for (int t = 0; t < factors.Length; t++)
            factors[t] = FactorOn(currency, DateOnly.FromDateTime(_horizon.Periods[t].Start));
        if (currency != _account && (Missing(currency) || Missing(_account)))
        {
            string lacking = Missing(currency) ? currency : _account;
            _findings.Add(new Finding("C002", Severity.Error, $"exchange_rates {lacking}", SourcePlace.None,
                $"There is no exchange rate for {lacking}, which is needed to state figures in {_account}.", $"Add rows for {lacking} to exchange_rates.csv."));
        }

        _factors[currency] = factors;
        return factors;
    }

    /// <summary>Money of account for one unit of a currency on a day; 1 where a rate is lacking (an error finding then stands).</summary>
    public double FactorOn(string currency, DateOnly day) =>
        currency == _account ? 1 : PerUsd(_account, day) / PerUsd(currency, day);

    /// <summary>Units of the target currency for one of the source currency on a day.</summary>
    public double CrossRate(string source, string target, DateOnly day) =>
        source == target ? 1 : PerUsd(target, day) / PerUsd(source, day);

    private bool Missing(string currency) => currency != "USD" && !_rates.ContainsKey(currency);

    private double PerUsd(string currency, DateOnly day)
    {
        if (currency == "USD" || !_rates.TryGetValue(currency, out (DateOnly Month, double PerUsd)[]? rates))
            return 1;
        int i = Array.FindLastIndex(rates, r => r.Month <= day);
        return rates[Math.Max(i, 0)].PerUsd;
    }
}
