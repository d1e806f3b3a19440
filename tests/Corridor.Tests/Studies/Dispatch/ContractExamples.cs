using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Units;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>The worked examples 13 to 20 of docs/mathematics/dispatch.md, with the answers computed there by hand.</summary>
public class ContractExamples
{
    private static readonly Contract Base = new()
    {
        Id = "contract",
        Seller = "seller",
        Buyer = "buyer",
        Carrier = "gas",
        Delivery = "line",
        Acq = McmAmount(36_500),
        TakeOrPay = 0.8,
        Price = PerMcm(40),
        Start = new DateOnly(2020, 1, 1),
        End = new DateOnly(2040, 1, 1),
    };

    // Demand of 100 a day at b; a field abroad for 30, a field at home.
    private static EnergySystem Two(double homeCost) => Empty with
    {
        Actors = [new Actor { Id = "seller", Kind = ActorKind.Company, Zone = "x" }, new Actor { Id = "buyer", Kind = ActorKind.Company, Zone = "y" }],
        Supplies = [Field("a", 300, 30, "abroad"), Field("b", 300, homeCost, "home")],
        Demands = [Town("b", 100)],
        Pipelines = [Line(200)],
        Contracts = [Base],
    };

    [Fact]
    public void Example_13_take_or_pay_is_taken_if_paying_is_dearer_and_paid_if_cheaper()
    {
        DispatchResult taken = Solve(Two(homeCost: 10), days: 2);
        taken.Contracts[0].Years[0].Delivered.ShouldBeAbout(160, "0.8 of 200, the share of two days in the ACQ");
        taken.Contracts[0].Years[0].Shortfall.ShouldBeAbout(0);
        DispatchResult paid = Solve(Two(homeCost: 10) with { Contracts = [Base with { Price = PerMcm(15) }] }, days: 2);
        paid.Contracts[0].Years[0].Shortfall.ShouldBeAbout(160);
        paid.Objective.ShouldBeAbout((200 * 10) + (160 * 15));
        paid.Parts.Contracts.ShouldBeAbout(160 * 15);
    }

    [Fact]
    public void Example_14_what_was_paid_for_in_one_year_is_made_up_in_the_next()
    {
        var outage = new Outage { Id = "repair", Asset = "line", PlannedStart = new DateOnly(2025, 12, 31), PlannedEnd = new DateOnly(2026, 1, 1) };
        EnergySystem system = Two(homeCost: 50) with { Contracts = [Base with { MakeUpYears = 1 }], Outages = [outage] };
        DispatchResult result = Solve(system, days: 2, from: new DateOnly(2025, 12, 31));
        result.Contracts[0].Years[0].Shortfall.ShouldBeAbout(80);
        result.Contracts[0].Years[1].Delivered.ShouldBeAbout(100);
        result.Contracts[0].Years[1].MakeUpTaken.ShouldBeAbout(20);
        result.Objective.ShouldBeAbout((100 * 50) + (80 * 40) + (100 * 30) - (20 * 40 * 0.99));
        DispatchResult expired = Solve(system with { Contracts = [Base] }, days: 2, from: new DateOnly(2025, 12, 31));
        expired.Contracts[0].Years[1].MakeUpTaken.ShouldBeAbout(0);
    }

    [Fact]
    public void Example_15_carry_forward_replaces_part_of_the_minimum()
    {
        Contract contract = Base with { CarryForward = 0.5, CarryForwardOpening = McmAmount(30) };
        DispatchResult result = Solve(Two(homeCost: 10) with { Contracts = [contract] });
        result.Contracts[0].Years[0].CarryForwardUsed.ShouldBeAbout(30);
        result.Contracts[0].Years[0].Delivered.ShouldBeAbout(50);
        DispatchResult limited = Solve(Two(homeCost: 10) with { Contracts = [contract with { CarryForward = 0.25 }] });
        limited.Contracts[0].Years[0].Delivered.ShouldBeAbout(60, "carry-forward may replace 0.25 · 80");
    }

    [Fact]
    public void Example_16_a_contract_only_line_carries_no_spot_and_an_open_one_does()
    {
        Contract contract = Base with { Dcq = Mcm(60), TakeOrPay = null };
        EnergySystem system = Two(homeCost: 90) with { Contracts = [contract] };
        DispatchResult only = Solve(system with { Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }] });
        only.Arcs[0].Flow[0][0].ShouldBeAbout(60);
        only.Price("b").ShouldBeAbout(90);
        DispatchResult open = Solve(system);
        open.Arcs[0].Flow[0][0].ShouldBeAbout(100);
        open.Price("b").ShouldBeAbout(30);
        DispatchResult most = Solve(system with { Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }], Contracts = [contract with { AnnualMax = 0.5 }] });
        most.Arcs[0].Flow[0][0].ShouldBeAbout(50);
    }

    [Fact]
    public void Example_17_a_price_formula_averages_lags_and_resets()
    {
        PricePoint[] points = [.. Enumerable.Range(0, 12).Select(m => new PricePoint { Index = "oil", Month = new DateOnly(2024, 1, 1).AddMonths(m), Value = 60 + (m * 2) })];
        var formula = new PriceFormula { Id = "f", PriceUnit = PriceUnit.Parse("USD/kcm@20C"), Base = 20, SCurveHigh = 150, SCurveSlope = 0.5, Floor = 100 };
        var term = new PriceFormulaTerm { Formula = "f", Index = "oil", Slope = 2, Averaging = 3, Lag = 1, Reset = 3 };
        EnergySystem system = Two(homeCost: 90) with
        {
            PriceIndices = [new PriceIndex { Id = "oil", PriceUnit = PriceUnit.Parse("USD/bbl") }],
            PriceSeries = points,
            PriceFormulas = [formula],
            PriceFormulaTerms = [term],
            Contracts = [Base with { Price = null, PriceFormula = "f" }],
        };
        double[] prices = Compile(system, days: 365, from: new DateOnly(2024, 1, 1), step: Corridor.Model.Time.TimeStep.Month).Contracts[0].Price;
        prices[7].ShouldBeAbout(151_000, "August: reset in July, average of March to May 66, 20 + 132 = 152, half of what is above 150 is left");
    }

    [Fact]
    public void Example_18_a_payment_channel_limits_what_can_be_delivered()
    {
        var channel = new PaymentChannel { Id = "bank", Currency = "USD", Capacity = 0.002, Cost = 0.01 };
        Contract contract = Base with { TakeOrPay = null, Channels = ["bank"] };
        EnergySystem system = Two(homeCost: 90) with { Contracts = [contract], PaymentChannels = [channel], Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }] };
        DispatchResult result = Solve(system);
        result.Contracts[0].Delivered[0].ShouldBeAbout(50, "2,000 USD a day at 40 USD a mcm");
        result.Parts.Channels.ShouldBeAbout(20);
        result.Channels[0].ShadowValue.ShouldBeAbout((90 - 30 - 0.4) / 40);
        DispatchResult closed = Solve(system with { PaymentChannels = [channel with { Status = AssetStatus.Suspended }] });
        closed.Contracts[0].Delivered[0].ShouldBeAbout(0);
        DispatchResult two = Solve(system with
        {
            PaymentChannels = [channel, channel with { Id = "other", Cost = 0 }],
            Contracts = [contract with { Channels = ["bank", "other"] }],
        });
        two.Contracts[0].ByChannel[0][0].ShouldBeAbout(50);
        two.Contracts[0].ByChannel[1][0].ShouldBeAbout(50, "the free channel is used first, both are full");
    }

    [Fact]
    public void Example_19_ship_or_pay_pays_the_booking()
    {
        Contract contract = Base with { TakeOrPay = null, Dcq = Mcm(100), ShipOrPay = 0.9, ShipOrPayTariff = PerMcm(5) };
        DispatchResult result = Solve(Two(homeCost: 10) with { Contracts = [contract] });
        result.Contracts[0].Delivered[0].ShouldBeAbout(0);
        result.Objective.ShouldBeAbout(1000 + (90 * 5));
        Solve(Two(homeCost: 90) with { Contracts = [contract], Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }] }).Objective.ShouldBeAbout((100 * 30) + (100 * 5));
    }

    [Fact]
    public void Example_20_a_memorandum_delivers_nothing()
    {
        EnergySystem system = Two(homeCost: 90) with
        {
            Agreements = [new Agreement { Id = "deal", Stage = AgreementStage.Memorandum }],
            Contracts = [Base with { Agreement = "deal" }],
            Pipelines = [Line(200) with { Access = ArcAccess.ContractOnly }],
        };
        Solve(system).Arcs[0].Flow[0][0].ShouldBeAbout(0);
        CompiledNetwork signed = Compile(system with { Agreements = [new Agreement { Id = "deal", Stage = AgreementStage.Delivery }] });
        signed.Contracts.Count.ShouldBe(1);
    }
}
