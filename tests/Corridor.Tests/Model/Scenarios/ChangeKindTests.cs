using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Tests.Reporting;

namespace Corridor.Tests.Model.Scenarios;

/// <summary>What each kind of change makes of the sample system, with figures that follow by hand.</summary>
public sealed class ChangeKindTests
{
    [Fact]
    public void Build_puts_an_asset_or_that_of_a_project_into_operation_from_a_day()
    {
        EnergySystem planned = SampleSystem.Create();
        planned = planned with
        {
            Pipelines = [planned.Pipelines[0] with { Status = AssetStatus.Proposed, Start = new(2030, 1, 1) }, planned.Pipelines[1]],
            Projects = [new Project { Id = "prj", Kind = "pipeline", Asset = "a-b", Stage = AgreementStage.Memorandum }],
        };
        foreach (string id in (string[])["a-b", "prj"])
        {
            EnergySystem built = Applied.On(planned, $"- build: {id}\n  from: 2025-07-01");
            double[] capacity = Applied.Compile(built).Arcs.Single(a => a.Id == "a-b").Capacity[0];
            capacity[..6].ShouldAllBe(c => c == 0);
            capacity[6..].ShouldAllBe(c => Math.Abs(c - (30000 / 365.0)) < 1e-9);
        }
    }

    [Fact]
    public void Add_makes_rows_in_the_units_that_they_state()
    {
        EnergySystem changed = Applied.Sample("""
            - add:
                table: pipelines
                row: {id: second, from: aa-gas, to: bb-gas, capacity: 5, rate_unit: bcm@20C/year, access: contract_only}
              source: s
              note: a second line
            """);
        Pipeline line = changed.Pipelines[2];
        (line.Id, line.Capacity.Value, line.Source, line.Basis).ShouldBe(("second", 5, "s", Basis.Derived));
        line.Note.ShouldBe("scenario test0: a second line");
        Applied.Compile(changed).Arcs.Single(a => a.Id == "second").Capacity[0][0].ShouldBe(5000 / 365.0, 1e-9);
    }

    [Fact]
    public void A_contract_takes_new_quantities_by_date()
    {
        EnergySystem changed = Applied.Sample("- contract: supply-ab\n  acq: 11\n  take_or_pay: 0.5\n  from: 2025-07-02");
        // 182 days of 22 bcm at 0.8, 183 of 11 at 0.5, of 365.
        CompiledContractYear year = Applied.Compile(changed).Contracts[0].Years.ShouldHaveSingleItem();
        year.Acq.ShouldBe(1000 * ((182 * 22.0) + (183 * 11.0)) / 365, 1e-6);
        year.Minimum.ShouldBe(1000 * ((182 * 22 * 0.8) + (183 * 11 * 0.5)) / 365, 1e-6);
    }

    [Fact]
    public void A_suspended_contract_without_daily_quantity_is_forbidden_and_owes_nothing()
    {
        EnergySystem changed = Applied.Sample("- contract: supply-ab\n  suspended: true\n  from: 2025-07-02\n  to: 2026-01-01");
        Rule rule = changed.Rules[1];
        (rule.Effect, rule.Contract, rule.Start, rule.End).ShouldBe((RuleEffect.Forbid, "supply-ab", new DateOnly(2025, 7, 2), new DateOnly(2026, 1, 1)));
        Applied.Compile(changed).Contracts[0].Years[0].Acq.ShouldBe(22000 * 182 / 365.0, 1e-6);
    }

    [Fact]
    public void A_suspended_contract_with_daily_quantity_needs_no_rule()
    {
        EnergySystem system = SampleSystem.Create();
        system = system with { Contracts = [system.Contracts[0] with { Dcq = new Rate(24, RateUnit.Parse("bcm@20C/year")), RateUnit = RateUnit.Parse("bcm@20C/year") }] };
        EnergySystem changed = Applied.On(system, "- contract: supply-ab\n  suspended: true\n  from: 2025-07-01");
        changed.Rules.Count.ShouldBe(1);
        double[] most = Applied.Compile(changed).Contracts[0].Maximum;
        most[5].ShouldBe(24000 / 365.0, 1e-9);
        most[6].ShouldBe(0);
    }

    [Theory]
    [InlineData("from: 2025-03-01", "2020-01-01..2025-03-01")]
    [InlineData("to: 2025-03-01", "2025-03-01..")]
    [InlineData("from: 2025-03-01\n  to: 2025-05-01", "2020-01-01..2025-03-01 2025-05-01..")]
    [InlineData("note: all of it", "")]
    public void A_rule_that_is_off_leaves_the_days_outside_the_window(string window, string left)
    {
        EnergySystem changed = Applied.Sample($"- rule: ceiling\n  off: true\n  {window}");
        string.Join(' ', changed.Rules.Select(r => FormattableString.Invariant($"{r.Start:yyyy-MM-dd}..{r.End:yyyy-MM-dd}"))).ShouldBe(left);
        changed.Rules.Select(r => r.Id).ShouldBeUnique();
    }

    [Fact]
    public void A_channel_closes_on_the_days_of_the_window()
    {
        double[] capacity = Applied.Compile(Applied.Sample("- channel: bank\n  closed: true\n  from: 2025-02-01\n  to: 2025-03-01")).Channels[0].Capacity;
        capacity[0].ShouldBe(20e6, 1e-3);
        capacity[1].ShouldBe(0);
        capacity[2].ShouldBe(20e6, 1e-3);
    }

    [Fact]
    public void A_channel_takes_a_new_capacity() =>
        Applied.Sample("- channel: bank\n  capacity: 7").PaymentChannels[0].Capacity.ShouldBe(7);

    [Fact]
    public void Weather_scales_the_output_of_supplies_in_its_zones()
    {
        EnergySystem changed = Applied.Sample("- weather: aa\n  supply: {fi*: 0.9}");
        changed.Supplies[0].Capacity.Value.ShouldBe(36);
        Applied.Findings("- weather: bb\n  supply: {fi*: 0.9}").ShouldContain(f => f.Code == "S021");
    }

    [Fact]
    public void Prices_are_converted_to_the_unit_of_the_row()
    {
        EnergySystem changed = Applied.Sample("- price: a-b\n  add: 0.001 USD/m3@20C");
        changed.Pipelines[0].Tariff!.Value.Value.ShouldBe(11, 1e-9);
        Applied.Sample("- price: supply-ab\n  value: 250").Contracts[0].Price!.Value.Value.ShouldBe(250);
    }

    [Fact]
    public void Cost_steps_follow_the_factor_on_the_cost_of_a_supply()
    {
        PriceUnit unit = PriceUnit.Parse("USD/kcm@20C");
        EnergySystem system = SampleSystem.Create() with
        {
            SupplySteps = [.. new[] { 20.0, 40 }.Select((c, i) => new SupplyStep { Supply = "field", Step = i + 1, Share = 0.5, Cost = new UnitPrice(c, unit), PriceUnit = unit })],
        };
        Applied.On(system, "- price: field\n  factor: 1.5").SupplySteps.Select(s => s.Cost.Value).ShouldBe([30, 60]);
    }

    [Fact]
    public void An_index_changes_in_the_months_of_the_window_and_grows_as_far_as_it_reaches()
    {
        EnergySystem system = SampleSystem.Create() with
        {
            PriceIndices = [new PriceIndex { Id = "hub", PriceUnit = PriceUnit.Parse("USD/kcm@20C") }],
            PriceSeries = [.. new[] { 100.0, 110, 120 }.Select((v, i) => new PricePoint { Index = "hub", Month = new(2025, i + 1, 1), Value = v })],
        };
        EnergySystem changed = Applied.On(system, "- price: hub\n  factor: 2\n  from: 2025-02-01\n  to: 2025-06-01");
        changed.PriceSeries.Select(p => p.Value).ShouldBe([100, 220, 240, 240, 240]);
        changed.PriceSeries[4].Month.ShouldBe(new DateOnly(2025, 5, 1));
        Applied.On(system, "- price: hub\n  value: 0.2 USD/m3@20C").PriceSeries.Select(p => p.Value).ShouldBe([200, 200, 200]);
    }

    [Fact]
    public void Set_changes_any_column_and_rows_with_several_keys()
    {
        EnergySystem changed = Applied.Sample(
            """
            - set: {table: storages, id: store, column: first_level, value: 0.9}
            - set: {table: demands, id: homes, column: protected, value: false}
            - set: {table: contracts, id: supply-ab, column: channels, value: []}
            """);
        changed.Storages[0].FirstLevel.ShouldBe(0.9);
        changed.Demands[1].Protected.ShouldBeFalse();
        changed.Contracts[0].Channels.ShouldBeEmpty();
    }

    [Fact]
    public void A_level_by_date_stands_beside_a_free_one()
    {
        EnergySystem free = SampleSystem.Create();
        free = free with { Storages = [free.Storages[0] with { FirstLevel = null }] };
        EnergySystem changed = Applied.On(free, "- set: {table: storages, id: store, column: first_level, value: 0.4}\n  from: 2025-01-01\n  to: 2025-01-02");
        changed.DatedValues.ShouldHaveSingleItem().Value.ShouldBe("0.4");
        changed.Storages[0].FirstLevel.ShouldBeNull();
    }

    [Fact]
    public void A_changed_cell_is_claimed_by_the_scenario_and_no_longer_by_the_package()
    {
        EnergySystem system = SampleSystem.Create() with
        {
            Claims = [new Claim { Id = "c", Table = "pipelines", Subject = "a-b", Column = "capacity", AsPrinted = "30", Value = 30, Confidence = Confidence.High, InUse = true, Source = "s" }],
        };
        EnergySystem changed = Applied.On(system, "- capacity: a-b\n  value: 33\n  source: s\n  note: looped");
        changed.Claims[0].InUse.ShouldBeFalse();
        (changed.Claims[1].InUse, changed.Claims[1].Value, changed.Claims[1].Source, changed.Claims[1].Reason).ShouldBe((true, 33, "s", "scenario test0: looped"));
        PackageSchema.Tables.ShouldAllBe(t => t.Name == "claims" || t.Name == "pipelines" || ReferenceEquals(t.RowsOf(system), t.RowsOf(changed)));
    }

    [Theory]
    [InlineData("- outage: nothing", "S015")]
    [InlineData("- outage: {zone: bb}", "S008")]
    [InlineData("- outage: {zone: bb, table: pipes}", "S016")]
    [InlineData("- outage: {zone: cc, table: pipelines}", "S015")]
    [InlineData("- demand: {zone: aa}\n  factor: 2", "S021")]
    [InlineData("- demand: {zone: bb, sector: houses}\n  factor: 2", "S017")]
    [InlineData("- demand: {zone: bb}\n  value: 2", "S011")]
    [InlineData("- capacity: a-b\n  value: 3 bcm/year", "S017")]
    [InlineData("- capacity: a-b\n  value: 3 MW", "S018")]
    [InlineData("- capacity: a-b\n  value: 3 kWh/d", "S018")]
    [InlineData("- capacity: a-b\n  value: many", "S017")]
    [InlineData("- capacity: a-b\n  of: capacities\n  value: 3", "S016")]
    [InlineData("- capacity: a-b\n  of: reverse_capacity\n  factor: 3", "S020")]
    [InlineData("- capacity: b-border\n  factor: 1", "S025")]
    [InlineData("- capacity: b-border\n  factor: 2\n  from: 2030-01-01", "S026")]
    [InlineData("- price: store\n  value: 3", "S008")]
    [InlineData("- price: a-b\n  value: 3 EUR/kcm@20C", "S018")]
    [InlineData("- add: {table: roads, row: {id: x}}", "S016")]
    [InlineData("- add: {table: nodes, row: {id: x, carrier: gas}}", "S008")]
    [InlineData("- add: {table: nodes, row: {id: x, carrier: gas, zone: aa, colour: red}}", "S016")]
    [InlineData("- add: {table: nodes, row: {id: X y, carrier: gas, zone: aa}}", "S017")]
    [InlineData("- add: {table: nodes, row: {id: aa-gas, carrier: gas, zone: aa}}", "S022")]
    [InlineData("- add: {table: zones, row: {id: cc}}\n  from: 2025-01-01", "S019")]
    [InlineData("- contract: supply-ab\n  end: 2031-01-01\n  from: 2025-01-01", "S019")]
    [InlineData("- contract: supply\n  suspended: true", "S015")]
    [InlineData("- contract: supply-ab\n  acq: null", "S017")]
    [InlineData("- rule: ceilin\n  off: true", "S015")]
    [InlineData("- channel: bnk\n  closed: true", "S015")]
    [InlineData("- set: {table: zones, id: aa, column: id, value: zz}", "S016")]
    [InlineData("- set: {table: zones, id: aa, column: name, factor: 2}", "S017")]
    [InlineData("- set: {table: demands, id: homes, column: sector, value: hous}", "S017")]
    [InlineData("- outage: a-b\n  source: nowhere", "S015")]
    public void What_cannot_be_applied_is_found_at_its_place(string change, string code)
    {
        Corridor.Model.Findings.Finding finding = Applied.Findings(change).First(f => f.Code != "S026" || code == "S026");
        finding.Code.ShouldBe(code, finding.Message);
        finding.Place.File.ShouldBe("test0.yaml");
        finding.Place.Line.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_capacity_above_a_border_point_is_a_warning()
    {
        RateUnit perDay = RateUnit.Parse("mcm@20C/d");
        EnergySystem system = SampleSystem.Create() with
        {
            Interconnections = [new Interconnection { Id = "ic", Arc = "a-b", ExitFirm = new Rate(90, perDay), EntryFirm = new Rate(100, perDay), RateUnit = perDay }],
        };
        var findings = new Corridor.Model.Findings.FindingList();
        Corridor.Model.Scenarios.ScenarioApplication.Apply(system, [Applied.Scenario("- capacity: a-b\n  value: 40")], findings);
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("S027");
        findings = new();
        Corridor.Model.Scenarios.ScenarioApplication.Apply(system, [Applied.Scenario("- capacity: a-b\n  value: 32")], findings);
        findings.Items.ShouldBeEmpty();
    }
}
