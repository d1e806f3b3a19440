using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Infeasibility;

namespace Corridor.Reporting.Summaries;

/// <summary>Sums a run up.</summary>
public static class RunSummaryBuilder
{
    /// <summary>The summary of a run; without a certificate only its head, with what failed.</summary>
    /// <param name="report">The run.</param>
    /// <param name="timing">Seconds by stage.</param>
    public static RunSummary Build(RunReport report, TimingSummary timing)
    {
        DispatchResult result = report.Result;
        DispatchCertificate certificate = report.Certificate;
        var head = new RunSummary
        {
            Package = report.System.Description.Name,
            Scenario = report.Scenario,
            Scenarios = ScenarioSummary.Of(report),
            Status = result.Status.ToString().ToLowerInvariant(),
            Certified = report.MayBeShown,
            Currency = report.System.Description.Currency,
            Horizon = HorizonSummary.Of(report.Horizon),
            Residuals = new ResidualSummary(certificate.Balance, certificate.Bounds, certificate.Dual, certificate.Gap),
            Size = new SizeSummary(result.Program.RowCount, result.Program.ColumnCount, result.Program.NonzeroCount),
            Timing = timing,
            Failures = report.MayBeShown ? [] : Failures(report),
            Infeasibility = result.Status == DispatchStatus.Infeasible ? new InfeasibilityWords(report.System).Of(InfeasibilityStudy.Run(result)) : null,
            Findings = new FindingSummary(report.Findings.Errors, report.Findings.Warnings),
        };
        return report.MayBeShown ? AddFigures(head, report) : head;
    }

    private static RunSummary AddFigures(RunSummary head, RunReport report)
    {
        DispatchResult result = report.Result;
        IReadOnlyDictionary<string, DisplayUnit> units = DisplayUnit.Of(report.System);
        HashSet<string> regasification = [.. report.System.Converters.Where(c => c.Kind == ConverterKind.Regasification).Select(c => c.Id)];
        var balances = new BalanceTally(result, zone => zone, regasification);
        var countries = new BalanceTally(result, new ZoneTree(report.System).Country, regasification);
        var border = new BorderTally(report, units);
        ObjectiveParts p = result.Parts;
        RunSummary figures = head with
        {
            Objective = result.Objective,
            ObjectiveParts = new ObjectiveSummary(
                p.Supply, p.Transport, p.Storage, p.Conversion, p.Co2, p.Levies, p.GivenUp, p.Curtailment, p.Measures, p.Contracts, p.Channels, p.Penalties)
            {
                Capacities = p.Capacities,
            },
            Balance = [.. balances.Entries.Select(e => e.ToSummary(units[e.Carrier]))],
            Imports = [.. balances.Entries.SelectMany(e => e.ImportSummaries(units[e.Carrier]))],
            Countries = [.. countries.Entries.Select(e => e.ToSummary(units[e.Carrier]))],
            CountryImports = [.. countries.Entries.SelectMany(e => e.ImportSummaries(units[e.Carrier]))],
            Contracts = [.. ContractSummaries(result, units)],
            Routes = [.. RouteTally.Routes(result, units)],
            Bottlenecks = [.. RouteTally.Bottlenecks(result, units)],
            Storages = [.. StorageSummaries(result, units)],
            Expansions = ExpansionTally.Of(result),
            Rules = [.. RuleSummaries(report)],
            Channels = [.. ChannelSummaries(result)],
            BorderRegions = [.. border.Sectors()],
            BorderRegionSupply = [.. border.Regions()],
            BorderRegionHelp = [.. border.Helps()],
            Shortages = new ShortageTally(result).Find(units),
            Physics = PhysicsTally.Of(report, units),
        };
        return TraceTotals.AddTo(figures, report.Trace, units);
    }

    private static List<string> Failures(RunReport report)
    {
        var failures = new List<string>();
        switch (report.Result.Status)
        {
            case DispatchStatus.Infeasible:
                failures.Add("No flows satisfy the package: its limits, contracts and rules contradict each other.");
                break;
            case DispatchStatus.Limit:
                failures.Add("The solver stopped at a limit before it reached the tolerance.");
                break;
            case DispatchStatus.Failed:
                failures.Add("The solver could not reach the tolerance, or the package has no bounded optimum.");
                break;
            default:
                break;
        }

        failures.AddRange(report.Certificate.Failures);
        return failures;
    }

    private static IEnumerable<ContractSummary> ContractSummaries(DispatchResult result, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        CompiledNetwork network = result.Network;
        for (int i = 0; i < network.Contracts.Count; i++)
        {
            CompiledContract contract = network.Contracts[i];
            ContractResult outcome = result.Contracts[i];
            DisplayUnit unit = units[network.Nodes[network.Arcs[contract.Arc].From.Value].Carrier];
            double factor = unit.AmountPerAccount;
            yield return new ContractSummary(
                contract.Id,
                unit.Amount.Symbol,
                contract.Years.Sum(y => y.Acq) * factor,
                ArcFlow.Total(outcome.Delivered, network.Horizon) * factor,
                contract.Years.Sum(y => y.Minimum) * factor,
                outcome.Years.Sum(y => y.Shortfall) * factor,
                contract.HasPrice ? AveragePrice(contract, outcome, network.Horizon) * unit.PricePerAccount : null,
                unit.Price.Symbol,
                outcome.Years.Sum(y => y.MakeUpTaken) * factor);
        }
    }

    private static double AveragePrice(CompiledContract contract, ContractResult outcome, Horizon horizon)
    {
        double money = 0, volume = 0;
        for (int t = 0; t < outcome.Delivered.Length; t++)
        {
            double delivered = horizon.Periods[t].Days * Math.Max(outcome.Delivered[t], 0);
            money += delivered * contract.Price[t];
            volume += delivered;
        }

        // Rounding of the solver is no delivery.
        return volume > 1e-6 * contract.Years.Sum(y => y.Acq) && volume > 0 ? money / volume : contract.AveragePrice;
    }

    private static IEnumerable<StorageSummary> StorageSummaries(DispatchResult result, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        for (int i = 0; i < result.Network.Storages.Count; i++)
        {
            CompiledStorage storage = result.Network.Storages[i];
            StorageResult outcome = result.Storages[i];
            DisplayUnit unit = units[result.Network.Nodes[storage.Node.Value].Carrier];
            double factor = unit.AmountPerAccount;
            yield return new StorageSummary(
                storage.Id,
                unit.Amount.Symbol,
                outcome.FirstLevel * factor,
                outcome.Level[^1] * factor,
                Math.Min(outcome.FirstLevel, outcome.Level.Min()) * factor,
                Math.Max(outcome.FirstLevel, outcome.Level.Max()) * factor,
                storage.Volume.Max() * factor);
        }
    }

    private static IEnumerable<RuleSummary> RuleSummaries(RunReport report)
    {
        CompiledNetwork network = report.Result.Network;
        for (int i = 0; i < network.Rules.Count; i++)
        {
            RuleResult outcome = report.Result.Rules[i];
            AmountUnit? account = FlowUnit.OfAll(report.System, network, network.Rules[i].Flows);
            DisplayUnit? unit = account is null ? null : DisplayUnit.For(account, new Currency(network.Currency));
            yield return new RuleSummary(
                network.Rules[i].Id,
                outcome.Binding,
                outcome.ShadowValue * (unit?.PricePerAccount ?? 1),
                unit?.Price.Symbol,
                outcome.Violation * (unit?.AmountPerAccount ?? 1),
                unit?.Amount.Symbol);
        }
    }

    private static IEnumerable<ChannelSummary> ChannelSummaries(DispatchResult result)
    {
        Horizon horizon = result.Network.Horizon;
        for (int i = 0; i < result.Network.Channels.Count; i++)
        {
            CompiledChannel channel = result.Network.Channels[i];
            double capacity = ArcFlow.Total(channel.Capacity, horizon);
            yield return new ChannelSummary(
                channel.Id, ArcFlow.Total(result.Channels[i].Used, horizon), double.IsFinite(capacity) ? capacity : null, result.Channels[i].ShadowValue);
        }
    }
}
