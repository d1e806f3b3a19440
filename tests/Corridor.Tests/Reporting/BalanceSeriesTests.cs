using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting;

public sealed class BalanceSeriesTests
{
    [Fact]
    public void StepsAddUpToTheSummary()
    {
        RunReport report = SampleRun.Report;
        var series = new BalanceSeries(report.Result, zone => zone, new TimeBuckets(report.Horizon));
        IReadOnlyDictionary<string, DisplayUnit> units = DisplayUnit.Of(report.System);
        foreach (BalanceSeries.Entry entry in series.Entries)
        {
            BalanceSummary whole = SampleRun.Summary.Balance.Single(b => b.Zone == entry.Group && b.Carrier == entry.Carrier);
            double factor = units[entry.Carrier].AmountPerAccount;
            (entry.ImportsFrom.Values.Sum(v => v.Sum()) * factor).ShouldBe(whole.Imports!.Value, 1e-9);
            (entry.Exports.Sum() * factor).ShouldBe(whole.Exports!.Value, 1e-9);
            ((entry.Supply.Sum() + entry.Converted.Values.Sum(v => v.Sum())) * factor).ShouldBe(whole.Production!.Value, 1e-9);
            (entry.Use.Sum() * factor).ShouldBe((whole.Demand - whole.GivenUp + whole.ConversionInput)!.Value, 1e-9);
            (entry.Curtailed.Sum() * factor).ShouldBe(whole.Curtailed!.Value, 1e-6);
            ((entry.Withdrawal.Sum() - entry.Injection.Sum()) * factor).ShouldBe((whole.StorageWithdrawal - whole.StorageInjection)!.Value, 1e-9);
        }
    }

    [Fact]
    public void EachStepClosesWithoutLosses()
    {
        RunReport report = SampleRun.Report;
        var steps = new TimeBuckets(report.Horizon);
        foreach (BalanceSeries.Entry e in new BalanceSeries(report.Result, zone => zone, steps).Entries)
        {
            for (int t = 0; t < steps.Count; t++)
            {
                double into = e.Supply[t] + e.Measures[t] + e.Withdrawal[t] + e.Curtailed[t] + e.ImportsFrom.Values.Sum(v => v[t]) + e.Converted.Values.Sum(v => v[t]);
                into.ShouldBe(e.Use[t] + e.Exports[t] + e.Injection[t], 1e-3, $"{e.Group} {e.Carrier} {t}");
            }
        }
    }
}
