using Corridor.Model.Contracts;
using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Price caps of rules on the prices of contracts.</summary>
internal sealed class PriceCaps(IEnumerable<Rule> rules, RuleMatcher matcher, PriceFigures prices, PackageFigures figures)
{
    private readonly Rule[] _caps = [.. rules.Where(r => r.Effect == RuleEffect.CapPrice && r.Price is not null)];

    /// <summary>The price formulas.</summary>
    public PriceFigures Prices => prices;

    /// <summary>Lowers the prices of a contract in place, in the order of the rules.</summary>
    public double[] Apply(Contract row, double[] price, CarrierBasis? basis)
    {
        foreach (Rule rule in _caps)
        {
            if (!matcher.MatchesContract(rule, row) || (rule.Channel is { } channel && !row.Channels.Contains(channel)))
                continue;
            double[] cap = figures.Units.Price("rules", rule.Id, "price", rule.Price, basis)!;
            double[] binding = RuleMatcher.Binding(rule, figures);
            for (int t = 0; t < price.Length; t++)
            {
                if (!(price[t] <= cap[t]))
                    price[t] = ((1 - binding[t]) * price[t]) + (binding[t] * cap[t]);
            }
        }

        return price;
    }
}
