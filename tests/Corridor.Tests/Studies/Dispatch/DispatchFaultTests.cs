using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>Faults once found, each by its symptom. <see cref="SmallSystem.Solve"/> also certifies every result.</summary>
public class DispatchFaultTests
{
    private static readonly Contract Deal = new()
    {
        Id = "deal",
        Seller = "seller",
        Buyer = "buyer",
        Carrier = "gas",
        Delivery = "line",
        Acq = McmAmount(36_500),
        Price = PerMcm(40),
        Start = new DateOnly(2020, 1, 1),
        End = new DateOnly(2040, 1, 1),
    };

    private static readonly EnergySystem Two = Empty with
    {
        Actors = [new Actor { Id = "seller", Kind = ActorKind.Company, Zone = "x" }, new Actor { Id = "buyer", Kind = ActorKind.Company, Zone = "y" }],
        Supplies = [Field("a", 300, 30, "abroad"), Field("b", 300, 90, "home")],
        Demands = [Town("b", 100)],
        Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }],
        Contracts = [Deal],
        PaymentChannels = [new PaymentChannel { Id = "one", Currency = "USD" }, new PaymentChannel { Id = "two", Currency = "USD" }],
    };

    private static Rule Law(RuleEffect effect) => new() { Id = "law", Effect = effect, Start = new DateOnly(2025, 1, 1) };

    [Fact]
    public void A_price_cap_of_one_channel_lowered_the_prices_of_contracts_that_never_use_it()
    {
        Rule cap = Law(RuleEffect.CapPrice) with { Actor = "seller", Channel = "two", Price = PerMcm(10) };
        EnergySystem system = Two with { Rules = [cap], Contracts = [Deal with { Channels = ["one"] }] };
        Compile(system).Contracts[0].Price[0].ShouldBeAbout(40);
        Compile(system with { Contracts = [Deal with { Channels = ["one", "two"] }] }).Contracts[0].Price[0].ShouldBeAbout(10);
    }

    [Fact]
    public void A_levy_on_a_contract_was_charged_once_for_each_of_its_channels()
    {
        EnergySystem system = Two with { Contracts = [Deal with { Channels = ["one", "two"] }], Rules = [Law(RuleEffect.Levy) with { Contract = "deal", Price = PerMcm(7) }] };
        Solve(system).Price("b").ShouldBeAbout(37);
        DispatchResult free = Solve(system with { Rules = [Law(RuleEffect.Levy) with { Channel = "one", Price = PerMcm(7) }] });
        free.Contracts[0].ByChannel[1][0].ShouldBeAbout(100, "the other channel pays no levy");
    }

    [Fact]
    public void The_average_price_of_a_contract_weighted_short_and_long_months_alike()
    {
        EnergySystem system = Two with
        {
            DatedValues = [new DatedValue { Table = "contracts", Subject = "deal", Column = "price", Start = new DateOnly(2025, 2, 1), Value = "0.1" }],
        };
        Compile(system, days: 59, step: TimeStep.Month).Contracts[0].AveragePrice.ShouldBeAbout(((31 * 40) + (28 * 100)) / 59.0);
    }

    [Fact]
    public void A_contract_against_a_one_way_line_delivered_out_of_nothing()
    {
        var findings = new FindingList();
        EnergySystem system = Two with { Contracts = [Deal with { Direction = ArcDirection.Reverse, TakeOrPay = 0.8 }] };
        CompiledNetwork? network = NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings);
        network!.Contracts.ShouldBeEmpty();
        findings.Items.ShouldContain(f => f.Code == "C005" && f.Subject == "contracts deal");
    }

    [Fact]
    public void A_least_daily_quantity_with_its_channel_closed_ended_in_an_exception()
    {
        EnergySystem system = Two with
        {
            Contracts = [Deal with { MinDaily = Mcm(50), Channels = ["one"] }],
            PaymentChannels = [Two.PaymentChannels[0] with { Status = AssetStatus.Suspended }],
        };
        Solve(system).Contracts[0].Delivered[0].ShouldBeAbout(0);
    }

    [Fact]
    public void An_output_could_be_thrown_away_without_being_made()
    {
        var chp = new Converter
        {
            Id = "chp",
            Kind = ConverterKind.Chp,
            ReferenceUnit = AmountUnit.Parse("GWh"),
            Capacity = new Rate(1000, RateUnit.Parse("MW")),
            Cost = new UnitPrice(50, PriceUnit.Parse("USD/MWh")),
        };
        ConverterFlow Flow(string node, FlowSide side, double ratio, bool disposable = false) =>
            new() { Converter = "chp", Node = node, Side = side, Ratio = new Amount(ratio, AmountUnit.Parse(node == "a" ? "GWh_net" : "GWh")), Disposable = disposable };
        DispatchResult result = Solve(Empty with
        {
            Supplies = [Field("a", 100, 1000), Plant("p", 500, -20) with { MinOutput = new Rate(400, RateUnit.Parse("MW")) }],
            Demands = [City("p", 400)],
            Converters = [chp],
            ConverterFlows = [Flow("a", FlowSide.In, 2), Flow("p", FlowSide.Out, 1, true)],
        });
        result.Converters[0].Disposed[1]![0].ShouldBeLessThanOrEqualTo(result.Converters[0].Activity[0] + 1e-6);
    }

    [Fact]
    public void A_delayed_ship_changed_its_load_between_months_of_unequal_length()
    {
        var route = new Transport { Id = "route", From = "a", To = "b", Mode = TransportMode.Ship, TransitTime = 31, Delayed = true, Capacity = Mcm(500) };
        DispatchResult result = Solve(
            Empty with { Supplies = [Field("a", 500, 10)], Demands = [Town("b", 60)], Transports = [route] }, days: 59, step: TimeStep.Month);
        result.Arcs[0].Flow[0][0].ShouldBeAbout(60 * 28 / 31.0, "what February needs is loaded in January");
    }

    [Fact]
    public void A_limit_on_a_plant_was_read_in_the_unit_of_its_fuel()
    {
        var plant = new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) };
        ConverterFlow[] flows =
        [
            new() { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = new Amount(2, AmountUnit.Parse("GWh_net")) },
            new() { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
        ];
        DispatchResult result = Solve(Empty with
        {
            Supplies = [Field("a", 100, 1000)],
            Demands = [City("p", 500)],
            Converters = [plant],
            ConverterFlows = flows,
            Rules = [Law(RuleEffect.CapVolume) with { Asset = "plant", Rate = new Rate(250, RateUnit.Parse("MW")) }],
        });
        result.Converters[0].Activity[0].ShouldBeAbout(6);
    }

    [Fact]
    public void A_plant_whose_fuel_has_no_heating_value_paid_nothing_for_its_carbon()
    {
        var findings = new FindingList();
        var plant = new Converter { Id = "plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(1000, RateUnit.Parse("MW")) };
        EnergySystem system = Empty with
        {
            Carriers = [Empty.Carriers[0] with { NetHeatingValue = null }, Empty.Carriers[1]],
            Zones = [Empty.Zones[0] with { Co2Price = new UnitPrice(50, PriceUnit.Parse("USD/t")) }, Empty.Zones[1]],
            Supplies = [Field("a", 100, 1000)],
            Demands = [City("p", 500)],
            Converters = [plant],
            ConverterFlows =
            [
                new() { Converter = "plant", Node = "a", Side = FlowSide.In, Ratio = McmAmount(0.2) },
                new() { Converter = "plant", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
        };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == "C001" && f.Subject == "converters plant");
    }

    [Fact]
    public void A_storage_curve_of_a_single_point_was_ignored()
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
        DispatchResult result = Solve(Empty with { Demands = [Town("a", 60)], Storages = [store], StorageCurves = [new() { Storage = "store", Level = 0.5, Withdrawal = 0.5 }] });
        result.Storages[0].Withdrawal[0].ShouldBeAbout(30);
    }

    [Fact]
    public void A_least_output_above_the_capacity_was_lowered_in_silence()
    {
        var findings = new FindingList();
        EnergySystem system = Empty with { Supplies = [Field("a", 10, 1) with { MinOutput = Mcm(20) }], Demands = [Town("a", 30)] };
        NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(1), TimeStep.Day), findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == "C001" && f.Subject == "supplies field-a");
    }
}
