using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Tests.Reporting.Html;

namespace Corridor.Tests.Reporting;

public class ShortageLimitsTests
{
    private static readonly EnergySystem Sample = SampleSystem.Create();

    [Fact]
    public void A_full_line_inside_the_zone_is_the_cause_of_its_shortage()
    {
        EnergySystem system = Sample with { Nodes = [.. Sample.Nodes.Select(n => n.Id == "border-gas" ? n with { Zone = "bb-main" } : n)] };
        Shortages(system).ShouldHaveSingleItem().Limits.ShouldBe(["b-border"]);
    }

    [Fact]
    public void A_line_that_a_law_closes_is_named_as_the_law()
    {
        Rule law = new() { Id = "ban", Name = "Ban", Effect = RuleEffect.Forbid, Start = new DateOnly(2020, 1, 1), Asset = "b-border", Source = "s" };
        Shortages(Sample with { Rules = [.. Sample.Rules, law] }).Single(s => s.Zone == "bb-border").Limits.ShouldBe(["ban"]);
    }

    [Fact]
    public void A_closed_payment_channel_is_the_cause_where_only_contracts_may_pass()
    {
        EnergySystem system = Sample with { PaymentChannels = [Sample.PaymentChannels[0] with { Capacity = 0 }] };
        Shortages(system).Single(s => s is { Zone: "bb-main", Carrier: "gas" }).Limits.ShouldContain("bank");
    }

    [Fact]
    public void A_volume_cap_is_the_cause_where_the_line_has_room()
    {
        EnergySystem system = Sample with { Rules = [Sample.Rules[0] with { Volume = new Amount(10, AmountUnit.Parse("bcm@20C")) }] };
        Shortages(system).Single(s => s is { Zone: "bb-main", Carrier: "gas" }).Limits.ShouldBe(["ceiling"]);
    }

    [Fact]
    public void A_line_of_no_capacity_is_the_cause()
    {
        EnergySystem system = Sample with { DatedValues = [new DatedValue { Table = "pipelines", Subject = "b-border", Column = "capacity", Start = new DateOnly(2025, 2, 1), Value = "0" }] };
        Shortages(system).Single(s => s.Zone == "bb-border").Limits.ShouldBe(["b-border"]);
    }

    [Fact]
    public void A_full_power_plant_is_the_cause_of_a_blackout()
    {
        EnergySystem system = Sample with { Converters = [Sample.Converters[0] with { Capacity = new Rate(1000, RateUnit.Parse("MW")) }] };
        Shortages(system).Single(s => s.Carrier == "power").Limits.ShouldBe(["plant"]);
    }

    [Fact]
    public void Without_a_cause_the_answer_says_that_no_single_limit_explains_it()
    {
        RunSummary summary = SampleRun.Summary with { Shortages = [SampleRun.Summary.Shortages[0] with { Limits = [] }] };
        Screened(summary).ShouldContain("no single limit explains");
    }

    [Fact]
    public void Demand_given_up_for_its_price_is_not_called_served()
    {
        RunSummary summary = SampleRun.Summary with { Shortages = [], Countries = [SampleRun.Summary.Countries[0] with { GivenUp = 5, Demand = 22 }] };
        string text = Screened(summary).Replace('\u00A0', ' ');
        text.ShouldNotContain("All demand is served");
        text.ShouldContain("No demand is curtailed; given up for its price: natural gas 5.00 bcm at 20 °C of 22.0 bcm");
    }

    [Fact]
    public void An_infeasible_package_is_told_which_elements_contradict_each_other()
    {
        Rule least = new() { Id = "least", Effect = RuleEffect.Require, Start = new DateOnly(2020, 1, 1), Asset = "b-border", Volume = new Amount(3, AmountUnit.Parse("bcm@20C")), AmountUnit = AmountUnit.Parse("bcm@20C"), Source = "s" };
        RunReport report = SampleRun.Dispatch(Sample with { Rules = [least] });
        RunSummary summary = RunSummaryBuilder.Build(report, SampleRun.Timing);
        summary.Status.ShouldBe("infeasible");
        summary.Infeasibility!.Conflict.ShouldContain(c => c.Element == "least" && c.Kind == "rule_requirement");
        string text = Screened(summary).Replace('\u00A0', ' ');
        text.ShouldContain("These cannot hold together:");
        text.ShouldContain("the rule least requires 3.00 bcm at 20 °C in all");
        text.ShouldContain("The smallest change that mends it:");
        text.ShouldNotContain("Residuals");

        string page = ReportDocument.Text(report).Replace("&nbsp;", " ").Replace('\u00A0', ' ');
        ReportDocument.Parse(page);
        page.ShouldContain("These cannot hold together");
        foreach (LimitSummary limit in summary.Infeasibility.Conflict.Concat(summary.Infeasibility.Proposals.SelectMany(p => p.Changes)))
            page.ShouldContain(limit.Text.Replace('\u00A0', ' '));
        page.ShouldNotContain("was checked again");
        page.ShouldNotContain(">Documents<");
    }

    [Fact]
    public void Changes_of_a_proposal_that_are_needed_together_are_called_so()
    {
        LimitSummary limit = new("route", "r", "pipelines", "capacity", "2025-01-01", "2026-01-01", null, "", "let the route r carry more");
        string text = Screened(RunSummaryBuilder.Build(SampleRun.Refused, SampleRun.Timing) with { Infeasibility = new([limit], true, [], [new([limit]), new([limit, limit])]) });
        text.ShouldContain("The smallest change that mends it:");
        text.ShouldContain("Or instead, all 2 of these together:");
    }

    [Fact]
    public void Gas_from_LNG_is_not_own_production()
    {
        EnergySystem system = Sample with { Converters = [Sample.Converters[0] with { Kind = ConverterKind.Regasification }] };
        BalanceSummary balance = RunSummaryBuilder.Build(SampleRun.Report with { System = system }, SampleRun.Timing).Balance.Single(b => b is { Zone: "bb-main", Carrier: "power" });
        balance.Production.ShouldBeNear(10);
        balance.Regasified.ShouldBeNear(10);
    }

    private static IReadOnlyList<ShortageSummary> Shortages(EnergySystem system) => RunSummaryBuilder.Build(SampleRun.Dispatch(system), SampleRun.Timing).Shortages;

    private static string Screened(RunSummary summary)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        SummaryView.Write(new Screen(writer, false), summary, SampleRun.Report.System, "runs/x");
        return writer.ToString();
    }
}
