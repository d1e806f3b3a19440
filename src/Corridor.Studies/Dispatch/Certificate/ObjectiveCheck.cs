using Corridor.Model.Rules;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Sparse;
using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>The objective, recomputed part by part from the package's costs and the result's rates.</summary>
internal static class ObjectiveCheck
{
    // Share of what was paid for make-up that is credited when it is taken.
    private const double MakeUpCredit = 0.99;

    public static void Run(SystemFigures figures, ResultFacts facts, CheckSheet sheet)
    {
        DispatchResult result = facts.Result;
        string currency = figures.Package.System.Description.Currency;
        ItemRecorder parts = sheet.Begin(CertificateGroup.Objective, "objective parts", b =>
            $"the part {b.Element} of the objective is said to be {CheckSheet.Number(b.Value)} {currency}, but its flows cost {CheckSheet.Number(b.Limit)}");
        ItemRecorder sums = sheet.Begin(CertificateGroup.Objective, "objective", b =>
            $"the objective is said to be {CheckSheet.Number(b.Value)} {currency}, but {b.Element} gives {CheckSheet.Number(b.Limit)}");
        ObjectiveParts mine = Parts(figures, facts), stated = result.Parts;
        foreach ((string name, double value, double expected) in (ReadOnlySpan<(string, double, double)>)[
            ("supply", stated.Supply, mine.Supply), ("transport", stated.Transport, mine.Transport), ("storage", stated.Storage, mine.Storage),
            ("conversion", stated.Conversion, mine.Conversion), ("co2", stated.Co2, mine.Co2), ("levies", stated.Levies, mine.Levies),
            ("given up", stated.GivenUp, mine.GivenUp), ("curtailment", stated.Curtailment, mine.Curtailment), ("measures", stated.Measures, mine.Measures),
            ("contracts", stated.Contracts, mine.Contracts), ("channels", stated.Channels, mine.Channels), ("penalties", stated.Penalties, mine.Penalties)])
            parts.Same(name, Breach.WholeHorizon, value, expected);
        if (figures.Expansions.Count > 0 || stated.Capacities != 0)
            parts.Same("capacities", Breach.WholeHorizon, stated.Capacities, mine.Capacities);
        double largest = new[] { mine.Supply, mine.Transport, mine.Storage, mine.Conversion, mine.Co2, mine.Levies, mine.GivenUp, mine.Curtailment, mine.Measures, mine.Contracts, mine.Channels, mine.Penalties, mine.Capacities }.Max(Math.Abs);
        sums.Same("the sum of its stated parts", Breach.WholeHorizon, result.Objective, stated.Total, largest);
        sums.Same("the package", Breach.WholeHorizon, result.Objective, mine.Total, largest);
        var program = new CompensatedObjective(result);
        sums.Same("the linear program", Breach.WholeHorizon, result.Objective, program.Value, largest);
    }

    private static ObjectiveParts Parts(SystemFigures figures, ResultFacts facts)
    {
        double[] days = figures.Package.Days;
        double Cost(double[] rate, double[] price)
        {
            double sum = 0;
            for (int t = 0; t < days.Length; t++)
                sum += days[t] * rate[t] * price[t];
            return sum;
        }

        double supply = 0, transport = 0, storage = 0, conversion = 0, co2 = 0, givenUp = 0, curtailment = 0, measures = 0;
        foreach ((string id, SupplyResult r) in facts.Supplies)
        {
            if (figures.Supplies.TryGetValue(id, out SupplyFigures? row))
            {
                supply += row.Cost.Select((price, k) => Cost(r.StepOutput[k], price)).Sum();
                if (row.Slope is { } slope)
                    supply += 0.5 * Cost([.. r.Output.Select(q => q * q)], slope);
                if (row.Standing is { } standing)
                    supply += Cost(figures.Package.Constant(1), standing);
            }
        }

        foreach ((string id, DemandResult r) in facts.Demands)
        {
            if (!figures.Demands.TryGetValue(id, out DemandFigures? row))
                continue;
            givenUp += row.Price.Select((price, k) => Cost(r.GivenUp[k], price)).Sum();
            curtailment += row.CurtailmentCost is { } cost ? Cost(r.Curtailed, cost) : 0;
        }

        foreach ((string id, ArcResult r) in facts.Arcs)
        {
            if (figures.Arcs.TryGetValue(id, out ArcFigures? row))
                transport += Cost(r.Flow[0], row.Cost[0]) + Cost(r.Flow[1], row.Cost[1]);
        }

        foreach ((string id, StorageResult r) in facts.Storages)
        {
            if (figures.Storages.TryGetValue(id, out StorageFigures? row))
                storage += Cost(r.Injection, row.InjectionCost) + Cost(r.Withdrawal, row.WithdrawalCost);
        }

        foreach ((string id, ConverterResult r) in facts.Converters)
        {
            if (!figures.Converters.TryGetValue(id, out ConverterFigures? row))
                continue;
            conversion += Cost(r.Activity, row.Cost);
            co2 += Cost(r.Activity, row.Co2Cost);
        }

        foreach ((string id, double[] rate) in facts.Measures)
        {
            if (figures.Measures.TryGetValue(id, out MeasureFigures? row))
                measures += Cost(rate, row.Cost);
        }

        (double contracts, double channels) = Contracts(figures, facts, Cost);
        (double levies, double penalties) = Rules(figures, facts, Cost);
        return new ObjectiveParts(supply, transport, storage, conversion, co2, levies, givenUp, curtailment, measures, contracts, channels, penalties, figures.Expansions.Values.Sum(e => e.Cost * (e.Chosen - e.Installed)));
    }

    private static (double Contracts, double Channels) Contracts(SystemFigures figures, ResultFacts facts, Func<double[], double[], double> cost)
    {
        double contracts = 0, channels = 0;
        foreach ((string id, ContractResult r) in facts.Contracts)
        {
            if (!figures.Contracts.TryGetValue(id, out ContractFigures? row))
                continue;

            // A negative average price would pay for falling short; it is taken as zero.
            double price = Math.Max(0, row.AveragePrice);
            foreach (ContractYearResult year in r.Years)
                contracts += price * (year.Shortfall - (MakeUpCredit * year.MakeUpTaken));
            if (row is { Booked: { } booked, BookedCharge: { } charge })
                contracts += cost([.. booked.Select((b, t) => Math.Max(b, r.Delivered[t]))], charge);
            for (int c = 0; c < row.Channels.Length; c++)
            {
                if (figures.Channels.TryGetValue(row.Channels[c], out ChannelFigures? channel))
                    channels += (channel.Row.Cost ?? 0) * cost(r.ByChannel[c], row.Price);
            }
        }

        return (contracts, channels);
    }

    private static (double Levies, double Penalties) Rules(SystemFigures figures, ResultFacts facts, Func<double[], double[], double> cost)
    {
        double levies = 0, penalties = 0;
        foreach (RuleFigures rule in figures.Rules.Values.Where(r => r.Flows.Count > 0))
        {
            if (rule.Row.Effect == RuleEffect.Levy)
            {
                foreach (IGrouping<Model.Units.CarrierBasis?, MatchedFlow> group in rule.Flows.GroupBy(figures.Basis))
                {
                    if (rule.Levy(group.Key, figures.Package) is not { } levy)
                        continue;
                    foreach (MatchedFlow flow in group)
                        levies += cost(facts.Flow(flow), levy);
                }
            }
            else if (rule.Row.Penalty is not null && facts.Rules.TryGetValue(rule.Row.Id, out RuleResult? stated))
            {
                penalties += stated.Violation * (rule.Penalty(rule.Row.Effect == RuleEffect.CapCo2 ? null : RuleCheck.CommonBasis(rule, figures), figures.Package) ?? 0);
            }
        }

        return (levies, penalties);
    }

    /// <summary>cᵀx + ½ xᵀQx + c₀ of the program at the primal point, Q diagonal.</summary>
    private readonly struct CompensatedObjective
    {
        public CompensatedObjective(DispatchResult result)
        {
            LinearProgram program = result.Program;
            LinearProgramSolution solution = result.Solution;
            SparseMatrix? quadratic = result.Quadratic?.LowerTriangle;
            double sum = program.CostOffset, lost = 0;
            for (int j = 0; j < program.ColumnCount; j++)
            {
                double cost = program.Cost[j];
                for (int k = quadratic?.ColumnStart[j] ?? 0; quadratic is not null && k < quadratic.ColumnStart[j + 1]; k++)
                    cost += 0.5 * quadratic.Value[k] * solution.Primal[quadratic.RowIndex[k]];
                double term = (cost * solution.Primal[j]) - lost;
                double next = sum + term;
                lost = next - sum - term;
                sum = next;
            }

            Value = sum;
        }

        public double Value { get; }
    }
}
