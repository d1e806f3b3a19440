using System.Collections.Concurrent;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Reporting.Backtest;
using Corridor.Studies.Backtest;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Acceptance.Eurasia;

/// <summary>The bundled package against what was reported: the page tells what the package gives, and what was promised holds.</summary>
public sealed class EurasiaBacktestTests
{
    private static readonly string Root = FindRoot();
    private static readonly Lazy<EnergySystem> Package = new(Read);
    private static readonly ConcurrentDictionary<int, Lazy<(DispatchResult Result, bool Certified)>> Years = [];

    private static string FindRoot()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        return root.ShouldNotBeNull().FullName;
    }

    private static EnergySystem Read()
    {
        var findings = new FindingList();
        EnergySystem system = PackageReader.Read(Path.Combine(Root, "data", "eurasia"), findings).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        return system;
    }

    private static (DispatchResult Result, bool Certified) Dispatch(int year) => Years.GetOrAdd(year, y => new Lazy<(DispatchResult, bool)>(() =>
    {
        CompiledNetwork network = NetworkCompiler.Compile(Package.Value, BacktestStudy.HorizonOf(y, TimeStep.Month), new FindingList()).ShouldNotBeNull();
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings { Threads = 2 }, null, CancellationToken.None);
        return (result, DispatchCertifier.Check(Package.Value, result).Certified);
    })).Value;

    private static BacktestResult Compare(int year) => BacktestStudy.Compare(Package.Value, Dispatch(year).Result, year);

    [Theory]
    [InlineData(2021, 0.15)]
    [InlineData(2024, 0.10)]
    [InlineData(2025, 0.10)]
    public void The_median_deviation_is_small(int year, double most)
    {
        BacktestResult result = Compare(year);
        result.Routes.Count.ShouldBeGreaterThanOrEqualTo(15);
        result.MedianAbsDeviation.ShouldBeLessThanOrEqualTo(most);
        result.MedianAbsDeviationOfFlows.ShouldBeLessThanOrEqualTo(most, "idle lines do not make it so");
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void A_large_deviation_has_a_named_cause(int year) =>
        Compare(year).Routes.Where(r => Math.Abs(r.Deviation) > DeviationText.Notable && string.IsNullOrWhiteSpace(r.Cause)).Select(r => $"{r.Name} {DeviationText.Of(r.Deviation)}").ShouldBeEmpty();

    [Theory]
    [InlineData(2021)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void The_page_tells_what_the_package_gives(int year)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "validation", "backtest.md")).ReplaceLineEndings("\n");
        page.ShouldContain(
            BacktestPage.Begin(BacktestPage.ComparisonPart(year)) + BacktestPage.Comparison(Compare(year)) + BacktestPage.End(BacktestPage.ComparisonPart(year)),
            Case.Sensitive,
            "docs/validation/backtest.md differs from the package; its first lines say which command writes it");
        page.ShouldContain($"{BacktestPage.Begin(BacktestPage.SensitivityPart(year))}", Case.Sensitive);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_year_is_certified_and_curtails_nobody(int year)
    {
        (DispatchResult result, bool certified) = Dispatch(year);
        certified.ShouldBeTrue();
        for (int d = 0; d < result.Demands.Count; d++)
            result.Demands[d].Curtailed.Max().ShouldBeLessThan(1e-6 * (1 + result.Network.Demands[d].Rate.Max()), result.Network.Demands[d].Id);
    }

    [Fact]
    public void No_capacity_or_contract_quantity_equals_the_flow_reported_for_it()
    {
        foreach (var observation in Package.Value.Observations.Where(o => o.Route is not null && o.Value is { Value: > 0 } && o.Table is "pipelines" or "contracts" or "transports"))
        {
            string printed = FormattableString.Invariant($"{observation.Value!.Value.Value}");
            Package.Value.DatedValues.Where(v => v.Subject == observation.Subject && v.Column is "capacity" or "acq" && v.Value == printed && v.Start.Year == observation.Start.Year && observation.Note != "plan of the year, not a metered flow")
                .Where(v => v.Subject == observation.Subject).Select(v => $"{v.Subject} {v.Column} {v.Start}").ShouldBeEmpty();
        }
    }
}
