using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch.Certificate;

/// <summary>What a certificate says of a right result, and of what is no result.</summary>
public class CertificateTests
{
    [Fact]
    public void A_system_with_every_kind_of_element_is_certified_and_every_item_compares_something()
    {
        DispatchCertificate certificate = DispatchCertifier.Check(WholeSystem.Package, WholeSystem.Result);
        certificate.Certified.ShouldBeTrue(string.Join("\n", certificate.Failures));
        certificate.Failures.ShouldBeEmpty();
        certificate.Items.Where(i => i.Count == 0).Select(i => i.Name).ShouldBe(["package figures"]);
        new[] { certificate.Balance, certificate.Bounds, certificate.Dual, certificate.Gap, certificate.Objective }.ShouldAllBe(r => r >= 0 && r <= 1e-7);
    }

    [Theory]
    [InlineData(TimeStep.Hour)]
    [InlineData(TimeStep.Week)]
    public void Other_steps_are_certified(TimeStep step)
    {
        EnergySystem whole = WholeSystem.Package;
        EnergySystem system = whole with
        {
            Transports = [whole.Transports[0] with { Delayed = false }],
            Contracts = [whole.Contracts[0] with { PriceFormula = null, Price = PerMcm(45) }, whole.Contracts[1]],
        };
        Solve(system, step == TimeStep.Hour ? 3 : 28, step, WholeSystem.First);
    }

    [Fact]
    public void The_figures_of_the_compiled_network_are_not_used()
    {
        DispatchCertificate certificate = DispatchCertifier.Check(WholeSystem.Package, WholeSystem.Result with { Network = Blind(WholeSystem.Result.Network) });
        certificate.Certified.ShouldBeTrue(string.Join("\n", certificate.Failures));
    }

    [Theory]
    [InlineData(DispatchStatus.Infeasible)]
    [InlineData(DispatchStatus.Limit)]
    [InlineData(DispatchStatus.Failed)]
    public void Only_an_optimum_is_certified(DispatchStatus status)
    {
        DispatchCertificate certificate = DispatchCertifier.Check(WholeSystem.Package, WholeSystem.Result with { Status = status });
        certificate.Certified.ShouldBeFalse();
        certificate.Failures.ShouldHaveSingleItem();
        certificate.Bounds.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1e-6)]
    [InlineData(double.NaN)]
    public void A_tolerance_is_above_zero(double tolerance) =>
        Should.Throw<ArgumentOutOfRangeException>(() => DispatchCertifier.Check(WholeSystem.Package, WholeSystem.Result, tolerance));

    [Fact]
    public void Failures_say_what_where_and_how_much()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 105.2)], Pipelines = [Line(105.2)] };
        DispatchResult result = Solve(system, days: 2);
        EnergySystem narrower = system with { Pipelines = [Line(104.1)] };
        DispatchCertifier.Check(narrower, result).Failures.ShouldBe(["pipeline line carries 105.2 mcm@20C/d on 2025-01-01, 1.1 above its capacity 104.1 (the worst of 2)"]);
    }

    [Fact]
    public void A_limit_that_was_taken_too_tight_leaves_a_saving_at_the_nodal_prices()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20), Field("b", 200, 50)], Demands = [Town("b", 100)], Pipelines = [Line(60)] };
        DispatchResult result = Solve(system);
        DispatchCertificate certificate = DispatchCertifier.Check(system with { Pipelines = [Line(60.1)] }, result);
        certificate.Items.Where(i => !i.Passed).Select(i => i.Name).ShouldBe(["price support"]);
        certificate.Gap.ShouldBe(0.1 * 30 / (1 + result.Objective), 1e-6);
        certificate.Failures.ShouldContain("at the nodal prices pipeline line could save 3 USD within its limits in the package");
    }

    [Fact]
    public void At_most_fifty_failures_are_put_in_words_and_all_are_counted()
    {
        EnergySystem system = Empty with { Supplies = [.. Enumerable.Range(0, 60).Select(i => Field("a", 1, 20, $"field-{i}"))], Demands = [Town("a", 60)] };
        DispatchResult result = Solve(system);
        EnergySystem smaller = system with { Supplies = [.. system.Supplies.Select(s => s with { Capacity = Mcm(0.5) })] };
        DispatchCertificate certificate = DispatchCertifier.Check(smaller, result);
        certificate.Failures.Count.ShouldBe(DispatchCertificate.LargestFailureCount);
        certificate.FailureCount.ShouldBe(60);
    }

    [Fact]
    public void A_figure_that_cannot_be_evaluated_is_a_failure_and_no_exception()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("a", 100)] };
        DispatchResult result = Solve(system);
        EnergySystem broken = system with { Supplies = [Field("a", 200, 20) with { Profile = "none", Capacity = new(1, Corridor.Model.Units.RateUnit.Parse("MW")) }] };
        DispatchCertificate certificate = DispatchCertifier.Check(broken, result);
        certificate.Find("package figures")!.Passed.ShouldBeFalse();
        certificate.Certified.ShouldBeFalse();
    }

    /// <summary>The network with everything but ids, order, years and channels made NaN.</summary>
    private static CompiledNetwork Blind(CompiledNetwork network)
    {
        double[] none = new double[network.PeriodCount];
        Array.Fill(none, double.NaN);
        CompiledStep[] Steps(IReadOnlyList<CompiledStep> steps) => [.. steps.Select(_ => new CompiledStep(double.NaN, none))];
        return network with
        {
            Nodes = [.. network.Nodes.Select(n => n with { Carrier = "", Zone = "" })],
            Supplies = [.. network.Supplies.Select(s => s with { Node = new(-1), Capacity = none, MinOutput = none, Levy = none, Steps = Steps(s.Steps), AnnualLimit = new Dictionary<int, double>() })],
            Demands = [.. network.Demands.Select(d => d with { Node = new(-1), Rate = none, CurtailmentCost = none, Steps = Steps(d.Steps) })],
            Arcs =
            [
                .. network.Arcs.Select(a => a with
                {
                    From = new(-1), To = new(-1), Capacity = [none, none], Cost = [none, none], Levy = [none, none], Loss = double.NaN, Susceptance = double.NaN, InService = null,
                    Delay = -1, TransitTime = double.NaN, Fleet = -1, Access = ArcAccess.Open,
                }),
            ],
            Fleets = [],
            Storages =
            [
                .. network.Storages.Select(s => s with
                {
                    Node = new(-1), Volume = none, MinShare = double.NaN, Injection = none, Withdrawal = none, InjectionCost = none, WithdrawalCost = none, InjectionLevy = none,
                    WithdrawalLevy = none, InjectionLoss = double.NaN, WithdrawalLoss = double.NaN, StandingLoss = double.NaN, FirstLevel = null, LastLevel = null, InjectionCurve = [], WithdrawalCurve = [],
                }),
            ],
            Converters =
            [
                .. network.Converters.Select(c => c with
                {
                    Capacity = none, MinActivity = none, Cost = none, Co2Cost = none, Levy = none, Emissions = double.NaN, AnnualLimit = new Dictionary<int, double>(),
                    Flows = [.. c.Flows.Select(f => new CompiledConverterFlow(new(-1), double.NaN, false))],
                }),
            ],
            Channels = [.. network.Channels.Select(c => new CompiledChannel(c.Id, none, double.NaN))],
            Contracts =
            [
                .. network.Contracts.Select(c => c with
                {
                    Arc = -1, Direction = -1, Maximum = none, Minimum = none, Price = none, AveragePrice = double.NaN, Levy = [], Allowed = [], MakeUpOpening = double.NaN,
                    MakeUpYears = -1, CarryForward = double.NaN, CarryForwardOpening = double.NaN, Booked = none, ShipOrPayTariff = none, HasPrice = false,
                    Years = [.. c.Years.Select(y => new CompiledContractYear(y.Year, double.NaN, double.NaN, double.NaN))],
                }),
            ],
            Rules = [.. network.Rules.Select(r => r with { Flows = [], Active = none, RateLimit = none, VolumeLimit = null, Penalty = double.NaN })],
            Measures = [.. network.Measures.Select(m => new CompiledMeasure(m.Id, new(-1), none, none, double.NaN))],
        };
    }
}
