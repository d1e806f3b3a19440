using System.Globalization;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Tests.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace Corridor.Tests.Model.Scenarios;

/// <summary>What holds for scenarios of any kind.</summary>
public sealed class ScenarioPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20250101UL, 3UL);

    [Fact]
    public void Without_changes_a_package_is_itself()
    {
        EnergySystem system = SampleSystem.Create();
        ScenarioApplication.Apply(system, [], new FindingList()).ShouldBeSameAs(system);
        ScenarioApplication.Apply(system, [new Scenario { Name = "x", Title = "X" }], new FindingList()).ShouldBeSameAs(system);
    }

    [Fact]
    public void The_package_given_is_not_changed()
    {
        EnergySystem system = SampleSystem.Create();
        Applied.On(system, "- capacity: a-b\n  value: 1", "- outage: a-b\n  from: 2025-02-01", "- rule: ceiling\n  off: true");
        Capacities(system).ShouldBe(Capacities(SampleSystem.Create()));
        (system.Rules.Count, system.Outages.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void A_factor_within_a_window_changes_the_days_inside_alone() => ForWindows((from, to, factor) =>
    {
        double[] before = Capacities(Stepped()), after = Capacities(Applied.On(Stepped(), Factor(factor, from, to)));
        for (int t = 0; t < before.Length; t++)
        {
            bool inside = t < 365 && new DateWindow(from, to).Contains(new DateOnly(2025, 1, 1).AddDays(t));
            after[t].ShouldBe(inside ? before[t] * factor : before[t], 1e-9, $"day {t}");
        }
    });

    [Fact]
    public void A_factor_and_its_inverse_are_nothing() => ForWindows((from, to, _) =>
        Capacities(Applied.On(Stepped(), Factor(2, from, to), Factor(0.5, from, to))).ShouldBe(Capacities(Stepped())));

    [Fact]
    public void Factors_over_any_windows_may_be_applied_in_any_order() => ForWindows((from, to, factor) =>
    {
        string first = Factor(factor, from, to), second = Factor(0.25, from.AddDays(20), null), third = "- outage: b-border\n  from: 2025-03-01\n  share: 0.3";
        double[] one = Capacities(Applied.On(Stepped(), first, second, third)), other = Capacities(Applied.On(Stepped(), third, second, first));
        for (int t = 0; t < one.Length; t++)
            one[t].ShouldBe(other[t], 1e-12 * Math.Abs(one[t]));
    });

    [Fact]
    public void Applying_twice_gives_the_same()
    {
        Scenario scenario = Applied.Scenario("- demand: {zone: bb}\n  factor: 1.1\n  from: 2025-03-04\n  to: 2025-09-09\n- weather: bb\n  demand: {all: 1.2}\n  from: 2025-01-01\n  to: 2025-02-01");
        EnergySystem one = ScenarioApplication.Apply(Stepped(), [scenario], new FindingList()), other = ScenarioApplication.Apply(Stepped(), [scenario], new FindingList());
        one.DatedValues.ShouldBe(other.DatedValues);
    }

    /// <summary>The sample with a capacity that changes twice by date already.</summary>
    private static EnergySystem Stepped() => SampleSystem.Create() with
    {
        DatedValues =
        [
            new DatedValue { Table = "pipelines", Subject = "a-b", Column = "capacity", Start = new(2025, 2, 10), End = new(2025, 5, 1), Value = "20" },
            new DatedValue { Table = "pipelines", Subject = "a-b", Column = "capacity", Start = new(2025, 8, 1), Value = "25" },
        ],
    };

    private static string Factor(double factor, DateOnly from, DateOnly? to) => string.Create(
        CultureInfo.InvariantCulture,
        $"- capacity: a-b\n  factor: {factor:R}\n  from: {from:yyyy-MM-dd}\n  {(to is { } end ? $"to: {end:yyyy-MM-dd}" : "note: open")}");

    private static double[] Capacities(EnergySystem system) => [.. Applied.Compile(system, TimeStep.Day).Arcs.SelectMany(a => a.Capacity[0])];

    private static void ForWindows(Action<DateOnly, DateOnly, double> holds)
    {
        var cases = from first in Gen.Choose(0, 360) from length in Gen.Choose(1, 200) from tenths in Gen.Choose(1, 9) select (first, length, tenths);
        Check.One(Repeatable, Prop.ForAll(cases.ToArbitrary(), c =>
        {
            DateOnly from = new DateOnly(2025, 1, 1).AddDays(c.first);
            holds(from, from.AddDays(c.length), c.tenths / 10.0);
        }));
    }
}
