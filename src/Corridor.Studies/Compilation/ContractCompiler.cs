using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles contracts: quantities, prices, channels, and whether their agreement has come far enough.</summary>
internal sealed class ContractCompiler(CompilationContext context, IReadOnlyList<CompiledArc> arcs, IReadOnlyList<CompiledChannel> channels, RuleSelector selector)
{
    private const string Table = "contracts";

    /// <summary>The contracts that deliver within the horizon, and their rows, in the same order.</summary>
    public (List<CompiledContract> Compiled, List<Contract> Rows) Compile()
    {
        Dictionary<string, int> arcIndex = Index(arcs.Select(a => a.Id));
        Dictionary<string, int> channelIndex = Index(channels.Select(c => c.Id));
        Dictionary<string, Agreement> agreements = context.System.Agreements.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.First());
        var compiled = new List<CompiledContract>();
        var rows = new List<Contract>();
        foreach (Contract row in context.System.Contracts)
        {
            Func<DateOnly, double> active = Active(row, agreements);
            double[] share = context.Sampler.Average(active);
            if (!CompilationContext.Ever(share))
            {
                context.NoEffect(Table, row.Id, "It delivers nothing within the horizon: out of its dates, or its agreement is not at the stage of a contract.");
                continue;
            }

            if (!arcIndex.TryGetValue(row.Delivery, out int arc))
            {
                context.Findings.Add(new Finding("C005", Severity.Warning, $"{Table} {row.Id}", SourcePlace.None,
                    $"It is in force, but its delivery arc {row.Delivery} carries nothing within the horizon; the contract is left out.",
                    "End the contract, suspend it, or state the dates of the arc."));
                continue;
            }

            if (!arcs[arc].TwoWay && row.Direction == ArcDirection.Reverse)
            {
                context.Findings.Add(new Finding("C005", Severity.Warning, $"{Table} {row.Id}", SourcePlace.None,
                    $"It is in force, but its delivery arc {row.Delivery} carries nothing backward within the horizon; the contract is left out.",
                    "State the reverse capacity of the arc, or turn the direction of the contract."));
                continue;
            }

            compiled.Add(Compile(row, arc, arcs[arc], active, share, channelIndex));
            rows.Add(row);
        }

        return (compiled, rows);
    }

    private CompiledContract Compile(Contract row, int arc, CompiledArc line, Func<DateOnly, double> active, double[] share, Dictionary<string, int> channelIndex)
    {
        CarrierBasis basis = context.BasisOf(line.From);
        double[] maximum = row.Dcq is { } dcq
            ? CompilationContext.Times(context.Rates(Table, row.Id, "dcq", dcq, basis), share)
            : [.. share.Select(s => s > 0 ? double.PositiveInfinity : 0)];
        double[] minimum = CompilationContext.Times(context.Rates(Table, row.Id, "min_daily", row.MinDaily, basis, 0), share);
        double[] price = Prices(row, basis);
        double[] weights = [.. share.Select((s, t) => s * context.Horizon.Periods[t].Days)];
        var used = new List<int>();
        foreach (string channel in row.Channels)
        {
            if (channelIndex.TryGetValue(channel, out int index))
                used.Add(index);
            else
                context.Error(Table, row.Id, $"The payment channel {channel} does not exist.");
        }

        bool hasPrice = row.Price is not null || row.PriceFormula is not null;
        if (used.Count > 0 && !hasPrice)
            context.NoEffect(Table, row.Id, "It has no price, so its deliveries use no capacity of its payment channels.");
        if (row.TakeOrPay > 0 && !hasPrice)
            context.NoEffect(Table, row.Id, "It has no price, so falling short of take-or-pay costs nothing.");
        return new CompiledContract
        {
            Id = row.Id,
            Arc = arc,
            Direction = (int)row.Direction,
            Maximum = maximum,
            Minimum = minimum,
            Price = price,
            AveragePrice = price.Zip(weights, (p, w) => p * w).Sum() / weights.Sum(),
            Levy = [.. Enumerable.Range(0, Math.Max(1, used.Count)).Select(_ => context.Sampler.Constant(0))],
            Channels = used,
            Allowed = [.. Enumerable.Range(0, Math.Max(1, used.Count)).Select(_ => context.Sampler.Constant(1))],
            HasPrice = hasPrice,
            Years = Years(row, basis, active),
            MakeUpOpening = Opening(row.Id, "make_up_opening", row.MakeUpOpening, basis),
            MakeUpYears = row.MakeUpYears ?? 0,
            CarryForward = row.CarryForward ?? 0,
            CarryForwardOpening = Opening(row.Id, "carry_forward_opening", row.CarryForwardOpening, basis),
            Booked = row is { ShipOrPay: { } booked, Dcq: not null, ShipOrPayTariff: not null } ? [.. maximum.Select(m => booked * m)] : null,
            ShipOrPayTariff = row is { ShipOrPay: not null, Dcq: not null, ShipOrPayTariff: not null }
                ? context.Prices(Table, row.Id, "ship_or_pay_tariff", row.ShipOrPayTariff, basis)
                : null,
        };
    }

    private List<CompiledContractYear> Years(Contract row, CarrierBasis basis, Func<DateOnly, double> active)
    {
        double factor = context.AmountFactor(Table, row.Id, "acq", row.Acq.Unit, basis);
        DatedFigures.DatedFigure? dated = context.Dated.Find(Table, row.Id, "acq");
        DatedFigures.DatedFigure? minimum = context.Dated.Find(Table, row.Id, "take_or_pay");
        var years = new List<CompiledContractYear>();
        foreach (int year in context.Horizon.Years)
        {
            double acq = factor * context.Sampler.YearShare(year, day => active(day) * (dated?.NumberAt(day, row.Acq.Value) ?? row.Acq.Value));
            if (acq <= 0)
                continue;
            double share = minimum is null
                ? row.TakeOrPay ?? 0
                : factor / acq * context.Sampler.YearShare(year, day =>
                    active(day) * (dated?.NumberAt(day, row.Acq.Value) ?? row.Acq.Value) * minimum.NumberAt(day, row.TakeOrPay ?? 0));
            years.Add(new CompiledContractYear(year, acq, share * acq, row.AnnualMax is { } most ? most * acq : double.PositiveInfinity));
        }

        return years;
    }

    private Func<DateOnly, double> Active(Contract row, Dictionary<string, Agreement> agreements)
    {
        Agreement? agreement = row.Agreement is { } id ? agreements.GetValueOrDefault(id) : null;
        DatedFigures.DatedFigure? stages = agreement is null ? null : context.Dated.Find("agreements", agreement.Id, "stage");
        return day =>
        {
            if (day < row.Start || day >= row.End)
                return 0;
            if (agreement is null)
                return 1;
            if (day < agreement.Start || day >= agreement.End)
                return 0;
            string? text = stages?.TextAt(day);
            bool binding = text is null
                ? agreement.Stage is AgreementStage.Contract or AgreementStage.Construction or AgreementStage.Delivery
                : text is "contract" or "construction" or "delivery";
            return binding ? 1 : 0;
        };
    }

    private double[] Prices(Contract row, CarrierBasis basis)
    {
        double[] prices;
        if (row.PriceFormula is { } id && context.Formulas.Find(id) is { } formula)
        {
            double factor = basis.TryToAccount(new UnitPrice(1, formula.PriceUnit), out double f, out string? problem) ? f : 0;
            if (problem is not null)
                context.Error("price_formulas", id, problem);
            double[] money = context.Money.Factors(formula.PriceUnit.Currency.Code);
            prices = context.Sampler.Average(day => context.Formulas.PriceOn(formula, day));
            for (int t = 0; t < prices.Length; t++)
                prices[t] *= factor * money[t];
        }
        else
        {
            if (row.PriceFormula is { } missing)
                context.Error(Table, row.Id, $"The price formula {missing} does not exist.");
            prices = context.Prices(Table, row.Id, "price", row.Price, basis);
        }

        foreach (Rule rule in context.System.Rules.Where(r => r.Effect == RuleEffect.CapPrice && r.Price is not null))
        {
            if (!selector.MatchesPrice(rule, row))
                continue;
            double[] cap = context.Prices("rules", rule.Id, "price", rule.Price, basis);
            double[] binding = context.Sampler.Average(day => RuleSelector.Binds(rule, day) ? 1 : 0);
            for (int t = 0; t < prices.Length; t++)
                prices[t] -= binding[t] * Math.Max(0, prices[t] - cap[t]);
        }

        return prices;
    }

    private double Opening(string id, string column, Amount? amount, CarrierBasis basis) =>
        amount is { } given ? given.Value * context.AmountFactor(Table, id, column, given.Unit, basis) : 0;

    private static Dictionary<string, int> Index(IEnumerable<string> ids)
    {
        var index = new Dictionary<string, int>();
        foreach (string id in ids)
            index.TryAdd(id, index.Count);
        return index;
    }
}
