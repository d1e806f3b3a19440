using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;

namespace Corridor.Acceptance.Eurasia;

/// <summary>
/// The scenarios that ship with the bundled package: each is valid, runs, is certified, and does what its name says. The bounds are reasoned by hand and wide;
/// they catch a scenario without effect or with the wrong sign.
/// </summary>
public class ScenarioTests
{
    // A year of storage in weeks, which begin anew on 1 January: the two weeks of the cut are the periods of 15 and 22 January 2025.
    private static readonly DateOnly WinterStart = new(2024, 4, 1), WinterEnd = new(2025, 4, 1), CutStart = new(2025, 1, 15), CutEnd = new(2025, 1, 29);

    private static ScenarioRun Winter(string names) => ScenarioRuns.Of(names, WinterStart, WinterEnd, TimeStep.Week);

    private static ScenarioRun Year(string names, int year) => ScenarioRuns.Of(names, new(year, 1, 1), new(year + 1, 1, 1), TimeStep.Month);

    private static ScenarioRun AfterSanctions(string names) => ScenarioRuns.Of(names, new(2025, 10, 1), new(2026, 10, 1), TimeStep.Month);

    public static TheoryData<string> Shipped => [.. ScenarioRuns.Names];

    [Fact]
    public void The_eight_scenarios_and_two_counterfactuals_are_there() => ScenarioRuns.Names.ShouldBe(
        ["channel-closed", "cold-winter", "eu-phase-out", "europe-2021", "no-eu-phase-out", "no-sanctions-2025-10", "no-ukraine-transit", "north-kazakhstan-cutoff", "power-of-siberia-2", "sanctions-2025-10"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_has_a_question_a_horizon_and_a_reason_for_every_change_and_applies_without_a_warning(string name)
    {
        var findings = new FindingList();
        Scenario scenario = ScenarioRuns.Apply(findings, default, name).Scenarios[0];
        findings.Items.Where(f => f.Severity != Severity.Information).ShouldBeEmpty();
        scenario.Question.ShouldNotBeEmpty();
        scenario.From.ShouldNotBeNull();
        scenario.To.ShouldNotBeNull();
        scenario.Changes.ShouldAllBe(c => c.Source != null || c.Note != null);
    }

    [Fact]
    public void Without_Ukrainian_transit_nothing_crosses_and_gas_in_central_Europe_is_dearer()
    {
        ScenarioRun with = Year("", 2024), without = Year("no-ukraine-transit", 2024);
        with.Flow("p-ua-sk-uzhgorod").ShouldBeGreaterThan(8_000);
        without.Flow("p-ua-sk-uzhgorod").ShouldBe(0, 1e-3);
        without.Flow("p-ru-ua-brotherhood").ShouldBe(0, 1e-3);
        (without.Price("eu-centre-gas") - with.Price("eu-centre-gas")).ShouldBeInRange(5_000, 150_000);
        without.Cost.ShouldBeGreaterThan(with.Cost);
    }

    [Fact]
    public void Power_of_Siberia_2_carries_its_volume_and_makes_gas_cheaper_in_northern_China_and_in_Europe()
    {
        ScenarioRun without = Year("", 2031), with = Year("power-of-siberia-2", 2031);
        without.Flow("p-mn-cn-soyuz-vostok").ShouldBe(0);
        with.Flow("p-mn-cn-soyuz-vostok").ShouldBeInRange(40_000, 50_001);
        with.Price("cn-north-gas").ShouldBeLessThan(without.Price("cn-north-gas") - 20_000);
        with.Price("eu-northwest-gas").ShouldBeLessThan(without.Price("eu-northwest-gas"));
        with.Cost.ShouldBeLessThan(without.Cost);
    }

    [Fact]
    public void In_the_cut_industry_goes_first_and_the_line_that_is_out_brings_no_emergency_gas()
    {
        ScenarioRun normal = Winter(""), cut = Winter("north-kazakhstan-cutoff");
        normal.CurtailedAt("kz-kostanay-gas").ShouldBe(0, 1e-3);
        cut.Flow("p-ru-kz-kostanay", CutStart, CutEnd).ShouldBe(0, 1e-3);
        cut.Flow("l-ru-kz-troitsk", CutStart, CutEnd).ShouldBe(0, 1e-3);
        // Nothing is left of the works' supply, and the protected get what the measures bring.
        cut.Served("d-kz-kostanay-gas-industry", CutStart, CutEnd).ShouldBe(0, 1e-2);
        cut.Curtailed("d-kz-kostanay-gas-household").ShouldBeGreaterThan(1);
        cut.Helped("m-kz-kostanay-fuel-oil").ShouldBeGreaterThan(1);
        cut.Helped("m-kz-kostanay-extra-import").ShouldBe(0, 1e-3);
        cut.CurtailedAt("kz-oral-gas").ShouldBe(0, 1e-3);
        // Ekibastuz carries the grid.
        cut.CurtailedAt("kz-kostanay-electricity").ShouldBe(0, 1e-2);
    }

    [Fact]
    public void The_cold_winter_asks_for_what_the_heating_degrees_say_and_costs_more()
    {
        ScenarioRun normal = Winter(""), cold = Winter("cold-winter");
        DateOnly from = new(2025, 1, 1), to = new(2025, 2, 12);
        double asked(ScenarioRun run) => run.Served("d-kz-kostanay-gas-household", from, to) + run.Curtailed("d-kz-kostanay-gas-household", from, to);
        // 31 K of heating become 36 K; nine tenths of the demand heat: 1 + 0.9 · 5 / 31.
        (asked(cold) / asked(normal)).ShouldBe(1 + (0.9 * 5 / 31), 1e-6);
        cold.Price("eu-centre-gas", from, to).ShouldBeGreaterThan(normal.Price("eu-centre-gas", from, to));
        cold.Cost.ShouldBeGreaterThan(normal.Cost);
    }

    [Fact]
    public void Scenarios_can_be_stacked_the_cut_hurts_more_in_the_cold()
    {
        Winter("cold-winter+north-kazakhstan-cutoff").CurtailedAt("kz-kostanay-gas").ShouldBeGreaterThan(Winter("north-kazakhstan-cutoff").CurtailedAt("kz-kostanay-gas") + 1);
        ScenarioRun both = Winter("no-ukraine-transit+cold-winter");
        both.Flow("p-ua-sk-uzhgorod").ShouldBe(0, 1e-3);
        both.Cost.ShouldBeGreaterThan(Winter("cold-winter").Cost);
    }

    [Fact]
    public void The_designations_leave_volumes_alone_by_the_letter_and_cost_the_Baltic_when_buyers_keep_away()
    {
        ScenarioRun without = AfterSanctions("no-sanctions-2025-10"), letter = AfterSanctions(""), feared = AfterSanctions("sanctions-2025-10");
        DateOnly from = new(2025, 12, 1);
        double india(ScenarioRun run) => run.Flow("t-ru-baltic-in-crude", from) + run.Flow("t-ru-blacksea-in-crude", from) + run.Flow("t-ru-kozmino-in-crude", from);
        india(letter).ShouldBe(india(without), 0.03 * india(without));
        india(feared).ShouldBeLessThan(india(without) - 5_000);
        // 10 USD a barrel are 73 USD a tonne.
        ((without.Price("ru-baltic-crude", from) - feared.Price("ru-baltic-crude", from)) / 1000).ShouldBeInRange(20, 90);
    }

    [Fact]
    public void The_closed_channel_settles_nothing_and_what_cannot_be_paid_does_not_flow()
    {
        ScenarioRun open = Year("", 2025), closed = Year("channel-closed", 2025);
        DateOnly from = new(2025, 7, 1), to = new(2026, 1, 1);
        closed.Settled("ch-cny-cips", from, to).ShouldBe(0, 1);
        double lost = open.Delivered("k-ru-cn-daqing", from, to) - closed.Delivered("k-ru-cn-daqing", from, to);
        lost.ShouldBeGreaterThan(3_000);
        // 3,300 million roubles a day at 83.2 for a dollar, for 184 days.
        closed.Settled("ch-rub-cn", from, to).ShouldBeInRange(0.99 * 3_300e6 / 83.2 * 184, 1.01 * 3_300e6 / 83.2 * 184);
        closed.Delivered("k-ru-cn-daqing", new(2025, 1, 1), from).ShouldBe(open.Delivered("k-ru-cn-daqing", new(2025, 1, 1), from), 200);
    }

    [Fact]
    public void In_2021_empty_stores_and_an_idle_line_make_gas_dearer()
    {
        DateOnly from = new(2021, 7, 1), to = new(2022, 1, 1);
        ScenarioRun package = ScenarioRuns.Of("", from, to, TimeStep.Month), scenario = ScenarioRuns.Of("europe-2021", from, to, TimeStep.Month);
        scenario.Flow("p-by-pl-yamal-europe").ShouldBeLessThan(0.7 * package.Flow("p-by-pl-yamal-europe"));
        // Dearer than the package's half-year, and still below the 24.6 USD/MMBtu that were reported: 35.35 MMBtu in 1,000 m³.
        (scenario.Price("eu-northwest-gas") / 1000 / 35.35).ShouldBeInRange((package.Price("eu-northwest-gas") / 1000 / 35.35) + 0.2, 24.6);
    }

    [Fact]
    public void The_phase_out_ends_deliveries_on_its_dates_and_spares_Serbia()
    {
        ScenarioRun with = Year("eu-phase-out", 2027), without = Year("no-eu-phase-out", 2027);
        with.Flow("t-ru-sabetta-eu-northwest-lng").ShouldBe(0, 1e-3);
        without.Flow("t-ru-sabetta-eu-northwest-lng").ShouldBeGreaterThan(10_000);
        with.Delivered("k-ru-hu-mvm", new(2027, 11, 1)).ShouldBe(0, 1e-3);
        with.Delivered("k-ru-hu-mvm", null, new(2027, 11, 1)).ShouldBeGreaterThan(1_000);
        double serbia = with.Delivered("k-ru-rs-srbijagas-renewed", new(2027, 11, 1));
        serbia.ShouldBeGreaterThan(100);
        with.Flow("p-ru-bg-turkstream-2", new(2027, 11, 1)).ShouldBeLessThan(serbia * 1.05);
        with.Price("eu-southeast-gas", new(2027, 11, 1)).ShouldBeGreaterThan(without.Price("eu-southeast-gas", new(2027, 11, 1)) + 5_000);
    }
}
