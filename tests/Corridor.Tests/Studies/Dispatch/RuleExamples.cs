using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>The worked examples 21 to 28 of docs/mathematics/dispatch.md, with the answers computed there by hand.</summary>
public class RuleExamples
{
    private static readonly EnergySystem Two = Empty with
    {
        Actors = [new Actor { Id = "group", Kind = ActorKind.Company, Zone = "x" }, new Actor { Id = "daughter", Kind = ActorKind.Company, Zone = "x" }],
        Supplies = [Field("a", 300, 30, "abroad") with { Owner = "daughter" }, Field("b", 300, 90, "home")],
        Demands = [Town("b", 100)],
        Pipelines = [Line(200)],
    };

    private static Rule Law(RuleEffect effect) => new() { Id = "law", Effect = effect, Start = new DateOnly(2025, 1, 1) };

    [Fact]
    public void Example_21_a_prohibition_binds_after_the_wind_down_and_reaches_controlled_companies()
    {
        Rule ban = Law(RuleEffect.Forbid) with { Owner = "group", WindDown = Start.AddDays(1) };
        Ownership Share(double share) => new() { Owner = "group", Owned = "daughter", Share = share };
        DispatchResult half = Solve(Two with { Rules = [ban], Ownerships = [Share(0.5)] }, days: 2);
        half.Supplies[0].Output.Select(o => Math.Round(o, 3)).ShouldBe([100, 0]);
        half.Rules[0].Binding.ShouldBeTrue();
        half.Rules[0].ShadowValue.ShouldBeAbout(60);
        DispatchResult minority = Solve(Two with { Rules = [ban], Ownerships = [Share(0.49)] }, days: 2);
        minority.Supplies[0].Output[1].ShouldBeAbout(100);
        DispatchResult exempt = Solve(Two with { Rules = [ban with { Exempt = ["abroad"] }], Ownerships = [Share(0.5)] }, days: 2);
        exempt.Supplies[0].Output[1].ShouldBeAbout(100);
    }

    [Fact]
    public void Example_22_a_cap_on_imports_by_day_and_by_year()
    {
        Rule cap = Law(RuleEffect.CapVolume) with { Origin = "x", Destination = "y", Rate = Mcm(70) };
        DispatchResult daily = Solve(Two with { Rules = [cap] }, days: 2);
        daily.Arcs[0].Flow[0][1].ShouldBeAbout(70);
        daily.Rules[0].ShadowValue.ShouldBeAbout(60);
        Rule quota = cap with { Rate = null, Volume = McmAmount(50 * 365) };
        Solve(Two with { Rules = [quota] }, days: 2).Arcs[0].Flow[0].Sum().ShouldBeAbout(100, "the year's quota of 50 a day, for two days");
    }

    [Fact]
    public void Example_23_a_levy_and_a_quota_with_a_penalty()
    {
        Rule levy = Law(RuleEffect.Levy) with { Asset = "line", Price = PerMcm(10) };
        DispatchResult charged = Solve(Two with { Rules = [levy] });
        charged.Price("b").ShouldBeAbout(40);
        charged.Parts.Levies.ShouldBeAbout(1000);
        Rule quota = Law(RuleEffect.Require) with { Asset = "home", Rate = Mcm(20), Penalty = PerMcm(50) };
        DispatchResult bought = Solve(Two with { Rules = [quota] });
        bought.Supplies[1].Output[0].ShouldBeAbout(0, "paying 50 is cheaper than the 60 that home gas costs more");
        bought.Parts.Penalties.ShouldBeAbout(1000);
        Solve(Two with { Rules = [quota with { Penalty = null }] }).Supplies[1].Output[0].ShouldBeAbout(20);
    }

    [Fact]
    public void Example_24_a_price_cap_lowers_what_a_channel_must_settle()
    {
        var contract = new Contract
        {
            Id = "contract",
            Seller = "group",
            Buyer = "daughter",
            Carrier = "gas",
            Delivery = "line",
            Acq = McmAmount(36_500),
            Price = PerMcm(40),
            Channels = ["bank"],
            Start = new DateOnly(2020, 1, 1),
            End = new DateOnly(2040, 1, 1),
        };
        EnergySystem system = Two with
        {
            Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }],
            Contracts = [contract],
            PaymentChannels = [new PaymentChannel { Id = "bank", Currency = "USD", Capacity = 0.002 }],
            Rules = [Law(RuleEffect.CapPrice) with { Contract = "contract", Price = PerMcm(25) }],
        };
        Solve(system).Contracts[0].Delivered[0].ShouldBeAbout(80);
    }

    [Fact]
    public void Example_25_a_measure_helps_after_its_lead_time()
    {
        var measure = new Measure
        {
            Id = "reserve",
            Level = CrisisLevel.Emergency,
            Kind = MeasureKind.StorageRelease,
            Node = "b",
            Rate = Mcm(30),
            Volume = McmAmount(45),
            LeadTime = 1,
            Cost = PerMcm(500),
        };
        // The field loses 20 of 100 on the second day; the measure waits a day, then acts at its rate.
        var outage = new Outage { Id = "o", Asset = "b-field", PlannedStart = Start.AddDays(1), PlannedShare = 0.2 };
        DispatchResult result = Solve(Empty with { Supplies = [Field("b", 100, 10, "b-field")], Demands = [Town("b", 100)], Measures = [measure], Outages = [outage] }, days: 4);
        result.Measures[0][1].ShouldBeAbout(0);
        result.Measures[0].Sum().ShouldBeAbout(40);
        result.Demands[0].Curtailed.Sum().ShouldBeAbout(20);
    }

    [Fact]
    public void Example_25_b_a_measure_acts_no_longer_than_its_duration_and_not_without_its_asset()
    {
        var measure = new Measure
        {
            Id = "extra",
            Level = CrisisLevel.Alert,
            Kind = MeasureKind.ExtraImport,
            Node = "b",
            Asset = "line",
            Rate = Mcm(30),
            Duration = 0.5,
            Cost = PerMcm(500),
        };
        var outage = new Outage { Id = "o", Asset = "line", PlannedStart = Start, PlannedEnd = Start.AddDays(2) };
        EnergySystem system = Two with { Supplies = [Field("b", 90, 10)], Demands = [Town("b", 100)], Pipelines = [Line(50)], Measures = [measure], Outages = [outage] };
        DispatchResult result = Solve(system, days: 4);
        (result.Measures[0][0] + result.Measures[0][1]).ShouldBeAbout(0, "extra gas by a line that is out does not flow");
        result.Measures[0].Sum().ShouldBeAbout(15, "half a day at 30");
    }

    [Fact]
    public void Example_25_c_a_measure_for_one_demand_serves_no_other()
    {
        var measure = new Measure { Id = "oil", Level = CrisisLevel.Alert, Kind = MeasureKind.FuelSwitch, Node = "b", Demand = "works", Rate = Mcm(15), Cost = PerMcm(500) };
        DispatchResult result = Solve(Empty with { Demands = [Town("b", 10, 1000) with { Id = "works" }, Town("b", 10, 9000) with { Id = "homes" }], Measures = [measure] }, days: 2);
        result.Measures[0].Sum().ShouldBeAbout(20);
        result.Demands[0].Curtailed.Sum().ShouldBeAbout(0);
        result.Demands[1].Curtailed.Sum().ShouldBeAbout(20);
    }

    [Fact]
    public void Example_26_outages_derate_and_maintenance_closes()
    {
        Outage outage = new() { Id = "o", Asset = "line", ForcedRate = 0.1, PlannedStart = Start.AddDays(1), PlannedEnd = Start.AddDays(2), PlannedShare = 0.5 };
        DispatchResult result = Solve(Two with { Pipelines = [Line(100)], Outages = [outage] }, days: 2);
        result.Arcs[0].Flow[0].Select(f => Math.Round(f, 3)).ShouldBe([90, 45]);
    }

    [Fact]
    public void Example_27_transit_fees_by_distance_and_another_currency()
    {
        var fee = new TransitFee { Id = "fee", Arc = "line", Charge = new UnitPrice(1, PriceUnit.Parse("EUR/kcm@20C/100km")) };
        EnergySystem system = Two with
        {
            Pipelines = [Line(200) with { Length = Length.FromKilometres(500) }],
            TransitFees = [fee],
            ExchangeRates = [new ExchangeRate { Currency = "EUR", Month = new DateOnly(2025, 1, 1), PerUsd = 0.8 }],
        };
        Solve(Two with { Supplies = [Field("a", 300, 30), Field("b", 300, 9000)], Pipelines = system.Pipelines, TransitFees = [fee], ExchangeRates = system.ExchangeRates, Demands = [Town("b", 100, 50_000)] })
            .Price("b").ShouldBeAbout(30 + (5 * 1000 / 0.8), "5 EUR a kcm are 6,250 USD a mcm");
    }

    [Theory]
    [InlineData(TimeStep.Hour, 48)]
    [InlineData(TimeStep.Day, 2)]
    public void Example_28_hours_and_days_give_the_same_answer_where_nothing_varies_within_a_day(TimeStep step, int periods)
    {
        DispatchResult result = Solve(Two, days: 2, step: step);
        result.Network.PeriodCount.ShouldBe(periods);
        result.Objective.ShouldBeAbout(6000);
        result.Price("b", periods - 1).ShouldBeAbout(30);
    }
}
