using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>The worked examples 29 to 31 and 35 to 37 of docs/mathematics/dispatch.md: capacities chosen, caps on CO2, stated periods, rising costs.</summary>
public class CapacityExamples
{
    private static readonly Profile HalfOnTheSecondDay = new("half", ("2025-01-01", 1), ("2025-01-02", 0.5));

    private static Expansion Choose(string asset, double cost, double? installed = null, double? most = null, double? least = null, string unit = "mcm@20C/d") => new()
    {
        Asset = asset,
        Cost = cost,
        Installed = At(installed, unit),
        CapacityMax = At(most, unit),
        CapacityMin = At(least, unit),
        RateUnit = RateUnit.Parse(unit),
    };

    private static Rate? At(double? value, string unit) => value is { } given ? new Rate(given, RateUnit.Parse(unit)) : null;

    private static readonly EnergySystem Field_ = Empty with
    {
        Supplies = [Field("a", 10, 20, "cheap"), Field("a", 300, 90, "dear")],
        Demands = [Town("a", 100)],
    };

    [Fact]
    public void Example_29_a_field_grows_until_its_limit_or_the_demand_ends_it()
    {
        DispatchResult held = Solve(Field_ with { Expansions = [Choose("cheap", 5, installed: 40, most: 80)] });
        held.Capacities[0].Capacity.ShouldBeAbout(80);
        held.Capacities[0].ShadowValue.ShouldBeAbout(65, "one more unit saves 90, and costs 20 and 5");
        held.Supplies[0].Output[0].ShouldBeAbout(80);
        held.Objective.ShouldBeAbout((80 * 20) + (20 * 90) + (5 * 40));
        held.Parts.Capacities.ShouldBeAbout(200);
        held.Supplies[0].ShadowValue[0].ShouldBeAbout(70);
        held.Network.Supplies[0].Capacity[0].ShouldBeAbout(80, "results show the capacity chosen");
        DispatchResult free = Solve(Field_ with { Expansions = [Choose("cheap", 5, installed: 40)] });
        free.Capacities[0].Capacity.ShouldBeAbout(100);
        free.Price("a").ShouldBeAbout(25, "gas at 20 and 5 for the capacity");
        free.Objective.ShouldBeAbout(2000 + 300);
        DispatchResult forced = Solve(Field_ with { Expansions = [Choose("cheap", 200, least: 30)] });
        forced.Capacities[0].Capacity.ShouldBeAbout(30, "at 200 none is worth it; 10 stand");
        forced.Parts.Capacities.ShouldBeAbout(4000);
        forced.Capacities[0].ShadowValue.ShouldBeAbout(-130, "one unit less saves 200 and loses 90 − 20");
    }

    [Fact]
    public void Example_29_steps_and_least_output_grow_with_the_field()
    {
        Supply cheap = Field("a", 10, 20, "cheap") with { MinOutput = Mcm(5) };
        EnergySystem system = Field_ with
        {
            Supplies = [cheap, Field("a", 300, 90, "dear")],
            SupplySteps =
            [
                new SupplyStep { Supply = "cheap", Step = 1, Share = 0.5, Cost = PerMcm(10) },
                new SupplyStep { Supply = "cheap", Step = 2, Share = 0.5, Cost = PerMcm(100) },
            ],
            Expansions = [Choose("cheap", 5, least: 40, most: 60)],
        };
        DispatchResult result = Solve(system);
        result.Capacities[0].Capacity.ShouldBeAbout(60);
        result.Supplies[0].StepOutput[0][0].ShouldBeAbout(30, "half of 60");
        result.Supplies[0].StepOutput[1][0].ShouldBeAbout(0, "its least output, half of 60 as well, is met by the first step");
        result.Objective.ShouldBeAbout(300 + (70 * 90) + (5 * 50));
    }

    [Fact]
    public void Example_30_a_store_grows_with_its_volume_and_rates()
    {
        EnergySystem system = HalfOnTheSecondDay.In(Empty with
        {
            Supplies = [Field("a", 100, 10) with { Profile = "half" }],
            Demands = [Town("a", 70)],
            Storages =
            [
                new Storage
                {
                    Id = "store", Node = "a", Kind = StorageKind.Tank, WorkingVolume = McmAmount(10), MaxInjection = Mcm(10), MaxWithdrawal = Mcm(5), FirstLevel = 0, LastLevel = 0,
                },
            ],
            Expansions = [Choose("store", 3)],
        });
        DispatchResult result = Solve(system, days: 2);
        result.Capacities[0].Capacity.ShouldBeAbout(20, "20 are short on the second day");
        result.Network.Storages[0].Volume[0].ShouldBeAbout(40);
        result.Objective.ShouldBeAbout((140 * 10) + (3 * 15));
        result.Price("a", 1).ShouldBeAbout(13);
        Storage share = system.Storages[0] with { FirstLevel = 0.1, LastLevel = 0.1, MinLevel = 0.1 };
        DispatchResult kept = Solve(system with { Storages = [share] }, days: 2);
        kept.Storages[0].FirstLevel.ShouldBeAbout(4, "a tenth of the volume chosen");
        kept.Storages[0].Level[1].ShouldBeAbout(4);
    }

    [Fact]
    public void Lines_and_converters_grow_too()
    {
        EnergySystem two = Empty with { Supplies = [Field("a", 300, 30), Field("b", 300, 90)], Demands = [Town("b", 100)] };
        Pipeline line = Line(20, fuel: 0.1) with { ReverseCapacity = Mcm(10) };
        DispatchResult piped = Solve(two with { Pipelines = [line], Expansions = [Choose("line", 7, most: 55)] });
        piped.Arcs[0].Flow[0][0].ShouldBeAbout(55);
        piped.Network.Arcs[0].Capacity[1][0].ShouldBeAbout(27.5, "the way back grows in proportion");
        var point = new Interconnection { Id = "point", Arc = "line", Direction = ArcDirection.Forward, ExitFirm = Mcm(40) };
        DispatchResult border = Solve(two with { Pipelines = [line], Interconnections = [point], Expansions = [Choose("line", 7, most: 55)] });
        border.Capacities[0].Capacity.ShouldBeAbout(40, "what the border point does not offer is not built");
        var plant = new Converter
        {
            Id = "plant",
            Kind = ConverterKind.PowerPlant,
            ReferenceUnit = AmountUnit.Parse("GWh"),
            Capacity = new Rate(100, RateUnit.Parse("MW")),
            MinLoad = 0.5,
        };
        EnergySystem power = Empty with
        {
            Supplies = [Field("a", 300, 36_000), Plant("p", 1000, 50)],
            Demands = [City("p", 240)],
            Converters = [plant],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = new Amount(0.2, AmountUnit.Parse("mcm@20C")) },
                new ConverterFlow { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
            Expansions = [Choose("plant", 24 * 10, unit: "MW")],
        };
        DispatchResult built = Solve(power);
        built.Capacities[0].Capacity.ShouldBeAbout(240 * 0.024);
        built.Price("p").ShouldBeAbout(17_200, "7,200 for gas and 10 a MWh for the plant");
    }

    [Fact]
    public void Example_31_a_cap_on_CO2_and_its_price()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Plant("p", 100, 10, "dirty") with { Co2 = 1000 }, Plant("p", 100, 50, "clean")],
            Demands = [City("p", 50)],
        };
        var cap = new Rule { Id = "cap", Effect = RuleEffect.CapCo2, Start = new DateOnly(2020, 1, 1), Emissions = 600 * 365 };
        DispatchResult strict = Solve(system with { Rules = [cap] });
        strict.Supplies[0].Output[0].ShouldBeAbout(0.6, "600 t at 1 t a MWh");
        strict.Rules[0].ShadowValue.ShouldBeAbout(40, "a tonne more lets a MWh cost 10 instead of 50");
        strict.Price("p").ShouldBeAbout(50_000);
        DispatchResult paid = Solve(system with { Rules = [cap with { Penalty = new UnitPrice(30, PriceUnit.Parse("USD/t")) }] });
        paid.Rules[0].Violation.ShouldBeAbout(600);
        paid.Parts.Penalties.ShouldBeAbout(18_000);
        paid.Price("p").ShouldBeAbout(40_000);
        Solve(system with { Rules = [cap with { Asset = "clean" }] }).Supplies[0].Output[0].ShouldBeAbout(1.2, "the cap counts another plant");
        Solve(system with { Rules = [cap with { Origin = "y" }] }).Supplies[0].Output[0].ShouldBeAbout(1.2, "the cap counts another zone");
        Solve(system with { Rules = [cap with { Carrier = "power" }] }).Supplies[0].Output[0].ShouldBeAbout(0.6);
    }

    [Fact]
    public void Example_31_b_a_cap_counts_what_power_plants_burn()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 300, 36_000), Plant("p", 1000, 50)],
            Demands = [City("p", 500)],
            Converters = [new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) }],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = new Amount(2, AmountUnit.Parse("GWh_net")) },
                new ConverterFlow { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
            Rules = [new Rule { Id = "cap", Effect = RuleEffect.CapCo2, Start = new DateOnly(2020, 1, 1), Emissions = 3600 * 365 }],
        };
        Solve(system).Converters[0].Activity[0].ShouldBeAbout(10, "50 kg/GJ at 50 %: 360 t a GWh");
    }

    [Fact]
    public void Example_35_stated_periods_count_by_their_hours_and_are_read_at_their_start()
    {
        EnergySystem system = new Profile("sun", ("2013-01-01", 1), ("2013-06-01T12:00", 0.4), ("2013-06-01T13:00", 1)).In(Empty with
        {
            Supplies = [Plant("p", 100, 10) with { Profile = "sun", AnnualLimit = new Amount(365 * 24, AmountUnit.Parse("GWh")), }, Plant("p", 1000, 50, "other")],
            Demands = [City("p", 100)],
            Periods = [new PeriodRow { Start = "2013-01-01T00:00", Hours = 3 }, new PeriodRow { Start = "2013-06-01 12:00:00", Hours = 5 }],
        });
        Horizon horizon = Horizon.Of(system.Periods)!;
        horizon.Periods.Select(p => p.Days * 24).ShouldBe([3, 5], 1e-12);
        horizon.To.ShouldBe(new DateOnly(2013, 6, 2));
        DispatchResult result = SolveOn(system, horizon);
        result.Objective.ShouldBeAbout((100 * 3 * 10) + (5 * ((40 * 10) + (60 * 50))));
        result.Price("p", 1).ShouldBeAbout(50_000);
        Supply scarce = system.Supplies[0] with { AnnualLimit = new Amount(8760 * 0.02, AmountUnit.Parse("GWh")) };
        SolveOn(system with { Supplies = [scarce, system.Supplies[1]] }, horizon).Supplies[0].Output.Zip(horizon.Periods, (o, p) => o * p.Days).Sum()
            .ShouldBeAbout(0.16, "eight hours' part of the year's 20 MWh an hour");
    }

    [Fact]
    public void Example_36_costs_that_rise_with_the_output_are_met_exactly()
    {
        Supply Rising(string id, double cost, double slope) => Plant("p", 1000, cost, id) with { CostSlope = new UnitPrice(slope, PriceUnit.Parse("USD/MWh")) };
        EnergySystem system = Empty with { Supplies = [Rising("steep", 10, 0.1), Rising("flat", 20, 0.05)], Demands = [City("p", 400)] };
        DispatchResult result = Solve(system);
        result.Supplies[0].Output[0].ShouldBeAbout(4.8, "200 MW each: 10 + 20 = 20 + 10");
        result.Supplies[1].Output[0].ShouldBeAbout(4.8);
        result.Price("p").ShouldBeAbout(30_000);
        result.Objective.ShouldBeAbout(24 * 9000);
        DispatchResult again = DispatchStudy.Restore(result.Source.Layout.Network, SolvedPoint.Of(result));
        again.Objective.ShouldBe(result.Objective);
        again.NodalPrice[2][0].ShouldBe(result.NodalPrice[2][0]);
    }

    [Fact]
    public void Example_37_least_output_and_cost_over_time_and_a_cost_by_the_hour()
    {
        EnergySystem system = new Profile("output", ("2025-01-01", 0.9)).In(new Profile("least", ("2025-01-01", 0.4)).In(new Profile("price", ("2025-01-01", 2)).In(Empty with
        {
            Supplies =
            [
                Field("a", 100, 30, "must-run") with { Profile = "output", MinOutput = Mcm(50), MinProfile = "least", CostProfile = "price", HourlyCost = 5 },
                Field("a", 300, 50, "other"), Field("a", 10, -5, "paid"),
            ],
            Demands = [Town("a", 100)],
        })));
        DispatchResult result = Solve(system);
        result.Supplies[0].Output[0].ShouldBeAbout(20, "0.4 of 50, at twice 30");
        result.Supplies[2].Output[0].ShouldBeAbout(10, "a supply may pay to be taken");
        result.Objective.ShouldBeAbout((20 * 60) + (70 * 50) - 50 + 120);
    }

    [Fact]
    public void A_capacity_without_a_figure_to_scale_is_refused()
    {
        Refusal(Field_ with { Expansions = [Choose("nothing", 5)] }).ShouldContain("no supply");
        Refusal(Field_ with { Expansions = [Choose("town-a", 5)] }).ShouldContain("no supply");
        Refusal(Field_ with { Supplies = [Field("a", 0, 20, "cheap"), Field("a", 300, 90, "dear")], Expansions = [Choose("cheap", 5)] }).ShouldContain("zero");
        Refusal(Field_ with { Expansions = [Choose("cheap", 5) with { RateUnit = null }] }).ShouldContain("rate_unit");
        Refusal(Field_ with { Expansions = [Choose("cheap", -5)] }).ShouldContain("below zero");
        Refusal(Field_ with { Expansions = [Choose("cheap", 5, least: 9, most: 8)] }).ShouldContain("above");
        Refusal(Field_ with { Expansions = [Choose("cheap", 5), Choose("cheap", 6)] }).ShouldContain("twice");
    }

    [Fact]
    public void The_same_package_gives_the_same_bits_with_any_number_of_threads()
    {
        EnergySystem system = Field_ with { Expansions = [Choose("cheap", 5, installed: 40, most: 80)] };
        DispatchResult one = DispatchStudy.Run(Compile(system, 3), new DispatchSettings { Threads = 1 }, null, CancellationToken.None);
        DispatchResult two = DispatchStudy.Run(Compile(system, 3), new DispatchSettings { Threads = 2 }, null, CancellationToken.None);
        two.Capacities[0].ShouldBe(one.Capacities[0]);
        two.Objective.ShouldBe(one.Objective);
    }

    [Fact]
    public void The_certificate_refutes_a_capacity_that_was_not_chosen()
    {
        EnergySystem system = Field_ with { Expansions = [Choose("cheap", 5, installed: 40, most: 80)] };
        DispatchResult right = Solve(system);
        DispatchCertificate Claimed(double capacity) => DispatchCertifier.Check(system, right with { Capacities = [right.Capacities[0] with { Capacity = capacity }] });
        Claimed(79).Find("supply steps")!.Passed.ShouldBeFalse();
        Claimed(79).Find("objective parts")!.Passed.ShouldBeFalse();
        Claimed(81).Find("chosen capacity")!.Passed.ShouldBeFalse();
        DispatchCertifier.Check(system with { Expansions = [Choose("cheap", 5, installed: 40, most: 90)] }, right).Find("price support")!.Passed
            .ShouldBeFalse("more capacity would have saved");
        DispatchCertifier.Check(system with { Expansions = [] }, right).Find("unknown elements")!.Passed.ShouldBeFalse();
        DispatchResult without = Solve(Field_);
        DispatchCertifier.Check(system, without).Find("missing elements")!.Passed.ShouldBeFalse();
    }

    [Fact]
    public void The_certificate_refutes_too_much_CO2_and_a_rising_cost_left_out()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Plant("p", 100, 10, "dirty") with { Co2 = 1000 }, Plant("p", 100, 50, "clean")],
            Demands = [City("p", 50)],
            Rules = [new Rule { Id = "cap", Effect = RuleEffect.CapCo2, Start = new DateOnly(2020, 1, 1), Emissions = 600 * 365 }],
        };
        DispatchResult right = Solve(system);
        DispatchCertificate refuted = DispatchCertifier.Check(system with { Rules = [system.Rules[0] with { Emissions = 599 * 365 }] }, right);
        refuted.Find("rule limit")!.Passed.ShouldBeFalse();
        refuted.Failures[0].ShouldContain("cap");
        Supply risen = system.Supplies[0] with { CostSlope = new UnitPrice(0.1, PriceUnit.Parse("USD/MWh")) };
        DispatchCertifier.Check(system with { Supplies = [risen, system.Supplies[1]] }, right).Find("objective parts")!.Passed.ShouldBeFalse();
    }

    internal static DispatchResult SolveOn(EnergySystem system, Horizon horizon)
    {
        var findings = new FindingList();
        CompiledNetwork network = NetworkCompiler.Compile(system, horizon, findings)!;
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings(), null, CancellationToken.None);
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        certificate.Certified.ShouldBeTrue(string.Join("; ", certificate.Failures));
        return result;
    }

    private static string Refusal(EnergySystem system)
    {
        var findings = new FindingList();
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldBeNull();
        return findings.Items.First(f => f.Severity == Severity.Error).Message;
    }

    /// <summary>A factor with dated values.</summary>
    private sealed record Profile(string Id, params (string Time, double Value)[] Values)
    {
        public EnergySystem In(EnergySystem system) => system with
        {
            ProfileSets = [.. system.ProfileSets, new ProfileSet { Id = Id, Use = ProfileUse.Factor }],
            Profiles = [.. system.Profiles, .. Values.Select(v => new ProfilePoint { Profile = Id, Time = v.Time, Value = v.Value })],
        };
    }
}
