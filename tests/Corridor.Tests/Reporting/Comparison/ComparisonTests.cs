using System.Text.Json;
using System.Xml;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Reporting.Comparison;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Comparison;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Reporting.Comparison;

/// <summary>
/// A demand of 60 a day for 10 days; gas from abroad for 10 over a line of 100, at home for 50. A line of 40 costs 40 · 10 + 20 · 50 − 600 = 800 a day more, a demand of
/// 100 costs 400 more, both cost 40 · 10 + 60 · 50 − 600 = 2,800 more: the interaction is 1,600. Of gas from home, 20 + 0 + 40 = 60.
/// </summary>
public sealed class ComparisonTests
{
    private const int Days = 10;

    private static readonly Scenario Narrow = new() { Name = "narrow", Title = "A narrow line", Changes = [new CapacityChange { Rows = Row("line"), Edit = Set("40 mcm@20C/d") }] };
    private static readonly Scenario Cold = new() { Name = "cold", Title = "Cold", Changes = [new DemandChange { Rows = Row("town-b"), Edit = Set("36500 mcm@20C") }] };

    private static readonly EnergySystem Package = Empty with
    {
        Supplies = [Field("a", 500, 10), Field("b", 500, 50)],
        Demands = [Town("b", 60, 5000) with { AmountUnit = AmountUnit.Parse("mcm@20C") }],
        Pipelines = [Line(100) with { RateUnit = RateUnit.Parse("mcm@20C/d") }],
    };

    private static readonly ComparedRun Reference = Run("A", []);
    private static readonly ComparedRun Both = Run("B", [Narrow, Cold]);

    [Fact]
    public void Each_alone_and_the_interaction_add_up_to_the_whole()
    {
        RunComparison comparison = ComparisonBuilder.Build([Reference, Both], [Stack([Reference, Both], all: false)]);

        CauseReport causes = comparison.Causes.ShouldHaveSingleItem();
        causes.Causes.ShouldBe(["narrow", "cold"]);
        causes.LargestRest.ShouldBeLessThanOrEqualTo(1e-9);
        Attribution cost = causes.Figures.Single(f => f.Key is { Group: FigureGroup.Cost, Id: "total" }).Attribution;
        Close(cost.Alone[0], Days * 800);
        Close(cost.Alone[1], Days * 400);
        Close(cost.Interaction, Days * 1600);
        Close(cost.Whole, Days * 2800);
        Close(cost.Shapley![0], Days * 1600);
        Attribution flow = causes.Figures.Single(f => f.Key is { Group: FigureGroup.Flow, Id: "line" }).Attribution;
        Close(1000 * flow.Alone[0], -20 * Days);
        Close(1000 * flow.Alone[1], 40 * Days);
        Close(1000 * flow.Whole, -20 * Days);
        foreach (AttributedFigure figure in causes.Figures)
            figure.Attribution.Sum.ShouldBe(figure.Attribution.Whole, 1e-9 * figure.Scale);
    }

    [Fact]
    public void A_run_that_is_given_is_not_solved_again()
    {
        ComparedRun given = Run("C", [Narrow]);
        ComparedRun[] runs = [Reference, Both, given];
        CausePlan plan = CausePlan.Find(runs, 1, false, out _).ShouldNotBeNull();

        plan.Needed(false).ShouldBe([1, 2]);
        plan.Given(runs, 1).ShouldBeSameAs(given);
        plan.Given(runs, 2).ShouldBeNull();
        plan.Scenarios(2).Select(s => s.Name).ShouldBe(["cold"]);
        plan.Name(3).ShouldBe("narrow+cold");
    }

    [Fact]
    public void The_changes_of_one_scenario_are_causes_if_wanted()
    {
        ComparedRun one = Run("B", [Narrow with { Name = "all", Changes = [.. Narrow.Changes, .. Cold.Changes] }]);
        CausePlan.Find([Reference, one], 1, false, out string? obstacle).ShouldBeNull();
        obstacle.ShouldBeNull();

        CausePlan plan = CausePlan.Find([Reference, one], 1, true, out _).ShouldNotBeNull();

        plan.Causes.ShouldBe(["1 capacity", "2 demand"]);
        CauseRun.Solve(plan, 2, new DispatchSettings(), new FindingList(), null, CancellationToken.None).ShouldNotBeNull().Summary.Objective.ShouldNotBeNull().ShouldBe(Days * 1000.0, 1e-2);
    }

    [Fact]
    public void A_change_of_a_row_that_another_change_adds_is_taken_together_with_it()
    {
        ScenarioText Text(string text) => new(text, SourcePlace.None);
        var add = new AddChange
        {
            Table = Text("supplies"),
            Rows = [new Dictionary<string, ScenarioText> { ["id"] = Text("well"), ["node"] = Text("b"), ["capacity"] = Text("5"), ["rate_unit"] = Text("mcm@20C/d"), ["cost"] = Text("1"), ["price_unit"] = Text("USD/kcm@20C") }],
        };
        var set = new SetChange { Table = Text("supplies"), Id = Text("well"), Column = Text("capacity"), Edit = Set("6 mcm@20C/d") };
        ComparedRun one = Run("B", [Narrow with { Name = "all", Changes = [set with { Table = Text("pipelines"), Id = Text("line") }, add, .. Cold.Changes, set] }]);
        CausePlan plan = CausePlan.Find([Reference, one], 1, true, out _).ShouldNotBeNull();
        CauseRun.Solve(plan, 1 << 3, new DispatchSettings(), new FindingList(), null, CancellationToken.None).ShouldBeNull();

        CausePlan joined = plan.Joined(3, CancellationToken.None).ShouldNotBeNull();

        joined.Causes.ShouldBe(["1 set", "2 add, 4 set", "3 demand"]);
        joined.Scenarios(2).SelectMany(s => s.Changes).ShouldBe([add, set]);
        CauseRun.Solve(joined, 2, new DispatchSettings(), new FindingList(), null, CancellationToken.None).ShouldNotBeNull();
        plan.Joined(2, CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void The_page_asks_the_question_and_tells_the_inputs_before_the_figures()
    {
        string page = Page(ComparisonBuilder.Build([Reference, Run("B", [Narrow with { Question = "What if the line is narrow?" }])], []) with { Remarks = ["A remark."] });

        int[] places = [.. ((string[])["</h1>", "What if the line is narrow?", "id=\"answer\"", "A remark.", "<section id=\"inputs\"", "<section id=\"cost\""]).Select(t => page.IndexOf(t, StringComparison.Ordinal))];
        places.ShouldBe(places.Order());
        places[0].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Causes_over_two_packages_are_not_told_apart()
    {
        CausePlan.Find([Run("A", [], Package with { Demands = [Town("b", 61, 5000)] }), Both], 1, false, out string? obstacle).ShouldBeNull();
        obstacle.ShouldNotBeNull().ShouldContain("package differs");
        CausePlan.Find([Run("A", [Cold with { Name = "other" }]), Both], 1, false, out obstacle).ShouldBeNull();
        obstacle.ShouldNotBeNull().ShouldContain("other");
    }

    [Fact]
    public void Identical_runs_say_that_nothing_changed()
    {
        RunComparison comparison = ComparisonBuilder.Build([Reference, Reference with { Label = "B" }], []);

        comparison.NothingChanged.ShouldBeTrue();
        Screened(comparison).ShouldContain("Nothing changed");
        Page(comparison).ShouldContain("Nothing changed");
    }

    [Fact]
    public void Screen_page_and_JSON_say_what_changed()
    {
        RunComparison comparison = ComparisonBuilder.Build([Reference, Both], [Stack([Reference, Both], all: true)]);

        string screen = Screened(comparison).Replace('\u00A0', ' ');
        screen.ShouldContain("B (narrow+cold) costs 28\u2009000 USD more than A (base)");
        screen.ShouldContain("pipelines  line");
        screen.ShouldContain("It adds up:");
        screen.Split('\n').ShouldAllBe(line => Screen.Cells(line) <= 100);
        string page = Page(comparison);
        page.ShouldContain("interaction");
        new XmlDocument().LoadXml(page[page.IndexOf("<main", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + 7)].Replace("&nbsp;", " "));
        using JsonDocument json = JsonDocument.Parse(ComparisonJson.Write(comparison));
        JsonElement total = json.RootElement.GetProperty("attribution")[0].GetProperty("figures")[0];
        Close(total.GetProperty("alone").EnumerateArray().Sum(a => a.GetDouble()) + total.GetProperty("interaction").GetDouble(), total.GetProperty("whole").GetDouble());
        json.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("table").GetString()).Distinct().Order().ShouldContain("demands");
    }

    [Fact]
    public void Runs_of_different_spans_or_packages_say_what_can_be_compared()
    {
        RunReport other = Reference.Report with { Horizon = new Horizon(Start, Start.AddDays(5), TimeStep.Day) };
        ComparisonBuilder.Obstacle(Reference.Report, other).ShouldNotBeNull().ShouldContain("2025-01-01 to 2025-01-06");
        RunReport named = Reference.Report with { System = Package with { Description = Package.Description with { Name = "another" } } };
        ComparisonBuilder.Obstacle(Reference.Report, named).ShouldNotBeNull().ShouldContain("another");
        ComparisonBuilder.Obstacle(Reference.Report, Both.Report).ShouldBeNull();
        Should.Throw<ArgumentException>(() => ComparisonBuilder.Build([Reference, Both with { Report = other }], []));
    }

    private static void Close(double actual, double expected) => actual.ShouldBe(expected, 1e-5 * Math.Max(1, Math.Abs(expected)));

    private static RowSelector Row(string id) => new() { Ids = [new ScenarioText(id, SourcePlace.None)] };

    private static FigureEdit Set(string value) => new() { Value = new ScenarioText(value, SourcePlace.None) };

    private static StackedRun Stack(ComparedRun[] runs, bool all)
    {
        CausePlan plan = CausePlan.Find(runs, 1, false, out _).ShouldNotBeNull();
        var known = new ComparedRun?[plan.Combinations];
        known[0] = runs[0];
        known[^1] = runs[1];
        foreach (int combination in plan.Needed(all))
            known[combination] = CauseRun.Solve(plan, combination, new DispatchSettings(), new FindingList(), null, CancellationToken.None);
        return new StackedRun(1, plan.Causes, known);
    }

    private static ComparedRun Run(string label, Scenario[] scenarios, EnergySystem? package = null)
    {
        var findings = new FindingList();
        EnergySystem system = ScenarioApplication.Apply(package ?? Package, scenarios, findings);
        findings.HasErrors.ShouldBeFalse(string.Join("; ", findings.Items.Select(f => f.Message)));
        CompiledNetwork network = Compile(system, Days);
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings(), null, CancellationToken.None);
        var report = new RunReport
        {
            System = system,
            BaseSystem = package ?? Package,
            Scenarios = scenarios,
            Horizon = network.Horizon,
            Result = result,
            Certificate = DispatchCertifier.Check(system, result),
            Findings = findings,
        };
        return new ComparedRun(label, "runs/" + label, report, RunSummaryBuilder.Build(report, new TimingSummary(0, 0, 0, 0, 0, 0)));
    }

    private static string Screened(RunComparison comparison)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ComparisonView.Write(new Screen(writer, false), comparison, null);
        return writer.ToString();
    }

    private static string Page(RunComparison comparison)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ComparisonPage.Write(writer, comparison);
        return writer.ToString();
    }
}
