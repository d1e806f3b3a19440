using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>The worked examples 1 to 12 of docs/mathematics/dispatch.md, with the answers computed there by hand.</summary>
public class NetworkExamples
{
    [Fact]
    public void Example_1_a_line_with_losses_and_a_tariff_sets_the_price_at_its_end()
    {
        DispatchResult result = Solve(Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 90)], Pipelines = [Line(150, tariff: 7, fuel: 0.1)] });
        result.Arcs[0].Flow[0][0].ShouldBeAbout(100);
        result.Price("a").ShouldBeAbout(20);
        result.Price("b").ShouldBeAbout(30);
        result.Objective.ShouldBeAbout(2700);
    }

    [Fact]
    public void Example_2_cost_steps_are_used_in_order_and_the_last_one_sets_the_price()
    {
        SupplyStep Step(int k, double share, double cost) => new() { Supply = "field-a", Step = k, Share = share, Cost = PerMcm(cost) };
        DispatchResult result = Solve(Empty with
        {
            Supplies = [Field("a", 100, 0)],
            SupplySteps = [Step(1, 0.5, 10), Step(2, 0.3, 20), Step(3, 0.2, 40)],
            Demands = [Town("a", 70)],
        });
        result.Supplies[0].StepOutput.Select(s => Math.Round(s[0], 3)).ShouldBe([50, 20, 0]);
        result.Price("a").ShouldBeAbout(20);
        result.Objective.ShouldBeAbout(900);
    }

    [Fact]
    public void Example_3_least_output_and_annual_limit()
    {
        Supply cheap = Field("a", 100, 10, "cheap") with { AnnualLimit = McmAmount(60 * 365) };
        Supply dear = Field("a", 100, 30, "dear") with { MinOutput = Mcm(15) };
        DispatchResult result = Solve(Empty with { Supplies = [cheap, dear], Demands = [Town("a", 90)] }, days: 2);
        result.Supplies[0].Output.Sum().ShouldBeAbout(120, "two days of the year's 60 a day");
        result.Supplies[1].Output.Sum().ShouldBeAbout(60);
        DispatchResult slack = Solve(Empty with { Supplies = [cheap with { AnnualLimit = null }, dear], Demands = [Town("a", 90)] });
        slack.Supplies[1].Output[0].ShouldBeAbout(15);
    }

    [Fact]
    public void Example_4_the_cheapest_customers_are_curtailed_first_and_protected_ones_last()
    {
        Demand industry = Town("a", 50, 300, "industry");
        Demand homes = Town("a", 40, 5000, "homes") with { Protected = true };
        DispatchResult result = Solve(Empty with { Supplies = [Field("a", 70, 10)], Demands = [industry, homes] });
        result.Demands[0].Curtailed[0].ShouldBeAbout(20);
        result.Demands[1].Curtailed[0].ShouldBeAbout(0);
        result.Price("a").ShouldBeAbout(300);
    }

    [Fact]
    public void Example_5_elastic_demand_is_given_up_above_its_price()
    {
        Demand town = Town("a", 100) with { Elasticity = -0.5, ReferencePrice = PerMcm(100) };
        DispatchResult result = Solve(Empty with { Supplies = [Field("a", 88, 10)], Demands = [town] });
        result.Demands[0].GivenUp.Select(g => Math.Round(g[0], 3)).ShouldBe([5, 5, 2, 0]);
        result.Price("a").ShouldBeAbout(125);
        result.Demands[0].Curtailed[0].ShouldBeAbout(0);
    }

    [Fact]
    public void Example_6_the_lesser_side_of_a_border_point_counts()
    {
        var point = new Interconnection { Id = "border", Arc = "line", ExitFirm = Mcm(60), ExitInterruptible = Mcm(20), EntryFirm = Mcm(55), EntryInterruptible = Mcm(5) };
        DispatchResult result = Solve(Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 90)], Pipelines = [Line(150)], Interconnections = [point] });
        result.Arcs[0].Flow[0][0].ShouldBeAbout(60);
        result.Arcs[0].ShadowValue[0][0].ShouldBeAbout(980);
    }

    [Fact]
    public void Example_7_a_store_moves_cheap_gas_to_the_cold_day()
    {
        var store = new Storage
        {
            Id = "store",
            Node = "a",
            Kind = StorageKind.Underground,
            WorkingVolume = McmAmount(1000),
            MaxInjection = Mcm(50),
            MaxWithdrawal = Mcm(100),
            InjectionCost = PerMcm(2),
            InjectionLoss = 0.1,
            FirstLevel = 0.1,
            LastLevel = 0.1,
        };
        ProfileSet shape = new() { Id = "cold", Use = ProfileUse.Factor };
        ProfilePoint[] points = [new() { Profile = "cold", Time = "2025-01-01", Value = 1 }, new() { Profile = "cold", Time = "2025-01-02", Value = 0.5 }];
        Supply field = Field("a", 100, 10) with { Profile = "cold" };
        DispatchResult result = Solve(Empty with { Supplies = [field], Demands = [Town("a", 70)], Storages = [store], ProfileSets = [shape], Profiles = points }, days: 2);
        result.Storages[0].Withdrawal[1].ShouldBeAbout(20);
        result.Storages[0].Injection[0].ShouldBeAbout(20 / 0.9);
        result.Price("a", 1).ShouldBeAbout(12 / 0.9);
        result.Storages[0].Level[0].ShouldBeAbout(120);
    }

    [Fact]
    public void Example_8_a_falling_level_slows_the_withdrawal()
    {
        var store = new Storage
        {
            Id = "store",
            Node = "a",
            Kind = StorageKind.Underground,
            WorkingVolume = McmAmount(100),
            MaxInjection = Mcm(0),
            MaxWithdrawal = Mcm(60),
            FirstLevel = 1,
            LastLevel = 0,
        };
        StorageCurvePoint Point(double level, double withdrawal) => new() { Storage = "store", Level = level, Withdrawal = withdrawal };
        DispatchResult result = Solve(
            Empty with { Demands = [Town("a", 60)], Storages = [store], StorageCurves = [Point(0, 0), Point(0.5, 1), Point(1, 1)] }, days: 2);
        result.Storages[0].Withdrawal[0].ShouldBeAbout(600 / 11.0, "w ≤ 60 · (100 − w) / 50 at the end of the day");
        result.Storages[0].Withdrawal[1].ShouldBeAbout(3000 / 121.0, "w ≤ 60 · (500 / 11 − w) / 50");
    }

    [Fact]
    public void Example_9_a_gas_plant_and_its_carbon()
    {
        var plant = new Converter
        {
            Id = "plant",
            Kind = ConverterKind.PowerPlant,
            ReferenceUnit = AmountUnit.Parse("GWh"),
            Capacity = new Rate(1000, RateUnit.Parse("MW")),
            Cost = new UnitPrice(3, PriceUnit.Parse("USD/MWh")),
        };
        ConverterFlow gas = new() { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = new Amount(2, AmountUnit.Parse("GWh_net")) };
        ConverterFlow power = new() { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) };
        DispatchResult result = Solve(Empty with
        {
            Zones = [Empty.Zones[0] with { Co2Price = new UnitPrice(50, PriceUnit.Parse("USD/t")) }, Empty.Zones[1]],
            Supplies = [Field("a", 100, 100_000)],
            Demands = [City("p", 500)],
            Converters = [plant],
            ConverterFlows = [gas, power],
        });
        result.Converters[0].Activity[0].ShouldBeAbout(12);
        result.Supplies[0].Output[0].ShouldBeAbout(2.4, "24 GWh at 10 GWh a mcm");
        result.Price("p").ShouldBeAbout(41_000, "20,000 for gas, 3,000 to run, 18,000 for 360 t of CO2, in USD per GWh");
        result.Parts.Co2.ShouldBeAbout(12 * 18_000);
    }

    [Fact]
    public void Example_10_minimum_load_and_an_output_thrown_away()
    {
        var chp = new Converter
        {
            Id = "chp",
            Kind = ConverterKind.Chp,
            ReferenceUnit = AmountUnit.Parse("GWh"),
            Capacity = new Rate(1000, RateUnit.Parse("MW")),
            MinLoad = 0.5,
        };
        ConverterFlow Flow(string node, FlowSide side, double ratio, string unit, bool disposable = false) =>
            new() { Converter = "chp", Node = node, Side = side, Ratio = new Amount(ratio, AmountUnit.Parse(unit)), Disposable = disposable };
        DispatchResult result = Solve(Empty with
        {
            Supplies = [Field("a", 100, 1000)],
            Demands = [City("p", 250), City("q", 400)],
            Converters = [chp],
            ConverterFlows = [Flow("a", FlowSide.In, 2, "GWh_net"), Flow("p", FlowSide.Out, 1, "GWh", true), Flow("q", FlowSide.Out, 0.8, "GWh")],
        });
        result.Converters[0].Activity[0].ShouldBeAbout(12, "the minimum load of 12 GWh covers 9.6 GWh at q");
        result.Converters[0].Disposed[1]![0].ShouldBeAbout(6);
        result.Price("p").ShouldBeAbout(0);
    }

    [Fact]
    public void Example_11_three_AC_lines_share_a_flow_by_their_reactances()
    {
        PowerLine Ac(string id, string from, string to, double rating) => new()
        {
            Id = id,
            From = from,
            To = to,
            Kind = PowerLineKind.Ac,
            Voltage = 500,
            Reactance = 100,
            Rating = Power.FromMegawatts(rating),
        };
        DispatchResult result = Solve(Empty with
        {
            Supplies = [Plant("p", 2000, 10), Plant("q", 2000, 30)],
            Demands = [City("r", 900)],
            PowerLines = [Ac("pq", "p", "q", 2000), Ac("pr", "p", "r", 500), Ac("qr", "q", "r", 2000)],
        });
        result.Arcs[1].Flow[0][0].ShouldBeAbout(12, "the line p–r is full at 500 MW");
        result.Supplies[0].Output[0].ShouldBeAbout(14.4, "600 MW: 2/3 of p's and 1/3 of q's power take the line p–r");
        result.Price("r").ShouldBeAbout(50_000, "one more MW at r: two more at q, one less at p");
    }

    [Fact]
    public void Example_12_a_fleet_limits_its_routes_and_a_delayed_ship_arrives_later()
    {
        var fleet = new Fleet { Id = "ships", Mode = TransportMode.Ship, Vehicles = 3, VehicleCapacity = McmAmount(80) };
        Transport Ship(bool delayed) => new()
        {
            Id = "route",
            From = "a",
            To = "b",
            Mode = TransportMode.Ship,
            TransitTime = 2,
            Capacity = Mcm(500),
            Fleet = "ships",
            Delayed = delayed,
            LossShare = 0.05,
        };
        EnergySystem system = Empty with { Supplies = [Field("a", 500, 10)], Demands = [Town("b", 90)], Fleets = [fleet] };
        Solve(system with { Transports = [Ship(false)] }).Arcs[0].Flow[0][0].ShouldBeAbout(60, "240 mcm of hold, four days a round trip");
        Demand later = Town("b", 50) with { Start = Start.AddDays(3) };
        DispatchResult result = Solve(system with { Transports = [Ship(true)], Demands = [later] }, days: 4);
        result.Arcs[0].Flow[0].Select(f => Math.Round(f, 3)).ShouldBe([0, Math.Round(50 / 0.95, 3), 0, 0]);
    }
}
