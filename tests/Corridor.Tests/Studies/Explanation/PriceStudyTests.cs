using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Explanation;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Explanation;

/// <summary>Chains computed by hand, one for each kind of element. Gas is in mcm, money in USD a mcm.</summary>
public sealed class PriceStudyTests
{
    private static PriceExplanation Explain(EnergySystem system, string node, int days = 1, int period = 0)
    {
        DispatchResult result = Solve(system, days);
        PriceExplanation price = PriceStudy.Run(result, system, node, period);
        price.Lines.Sum(l => l.Amount).ShouldBe(price.Price, 1e-6 * (1 + Math.Abs(price.Price)), "lines and rounding are the price");
        Math.Abs(price.Remainder).ShouldBeLessThanOrEqualTo(1e-3 * Math.Abs(price.Price), "rounding stays below a thousandth");
        return price;
    }

    private static void Has(PriceExplanation price, PriceLineKind kind, string element, double amount) =>
        price.Lines.Where(l => l.Kind == kind && l.Element == element).Sum(l => l.Amount).ShouldBe(amount, 1e-3 * Math.Max(1, Math.Abs(amount)), $"{kind} of {element}");

    [Fact]
    public void Field_tariff_fuel_and_fee()
    {
        // (20 + 7 + 3) / 0.9: of 33.3 a tenth is the line's own fuel.
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 200, 20)],
            Demands = [Town("b", 90)],
            Pipelines = [Line(150, 7, 0.1)],
            TransitFees = [new TransitFee { Id = "fee", Arc = "line", Charge = PerMcm(3) }],
        };
        PriceExplanation price = Explain(system, "b");

        price.Price.ShouldBeAbout(30 / 0.9);
        Has(price, PriceLineKind.SupplyCost, "field-a", 20);
        Has(price, PriceLineKind.Tariff, "line", 7);
        Has(price, PriceLineKind.TransitFee, "fee", 3);
        Has(price, PriceLineKind.Losses, "line", 30 / 9.0);
        price.Lines.First().Table.ShouldBe("supplies");
        price.Links[0].Kind.ShouldBe(PriceLinkKind.Arrival);
        price.Links[1].Kind.ShouldBe(PriceLinkKind.Origin);
    }

    [Fact]
    public void Levy_of_a_rule()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 200, 20)],
            Demands = [Town("b", 90)],
            Pipelines = [Line(150)],
            Rules = [new Rule { Id = "duty", Effect = RuleEffect.Levy, Start = Start, Asset = "line", Price = PerMcm(10) }],
        };

        Has(Explain(system, "b"), PriceLineKind.Levy, "duty", 10);
    }

    [Fact]
    public void A_shortage_makes_the_price_behind_a_full_line_and_the_line_tells_its_rent()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 90)], Pipelines = [Line(50, 5)] };
        PriceExplanation price = Explain(system, "b");

        Has(price, PriceLineKind.Curtailment, "town-b", 1000);
        price.Links.Count.ShouldBe(1);
        PriceArrival arrival = price.Arrivals.Single();
        arrival.Full.ShouldBeTrue();
        arrival.Rent.ShouldBe(975, 0.1);
    }

    [Fact]
    public void A_full_field_is_priced_by_where_its_gas_could_go()
    {
        // The field gives all it has; what it is worth is what the dear field at b would cost, less the way there.
        EnergySystem system = Empty with { Supplies = [Field("a", 40, 20), Field("b", 100, 90)], Demands = [Town("b", 90)], Pipelines = [Line(150, 7, 0.1)] };
        PriceExplanation price = Explain(system, "a");

        price.Price.ShouldBeAbout((90 * 0.9) - 7);
        price.Links.Select(l => l.Kind).ShouldBe([PriceLinkKind.Departure, PriceLinkKind.Origin]);
        Has(price, PriceLineKind.SupplyCost, "field-b", 90);
        Has(price, PriceLineKind.Tariff, "line", -7);
        Has(price, PriceLineKind.Losses, "line", -9);
    }

    [Fact]
    public void A_customer_who_gives_up_makes_the_price()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 88, 20)],
            Demands = [Town("a", 100) with { Elasticity = -0.5, ReferencePrice = PerMcm(100) }],
        };
        PriceExplanation price = Explain(system, "a");

        Has(price, PriceLineKind.GivenUp, "town-a", 125);
    }

    [Fact]
    public void Stored_gas_costs_what_it_cost_when_it_was_injected()
    {
        // Worked example 7: (10 + 2) / 0.9.
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 100, 10, "plenty") with { End = Start.AddDays(1) }, Field("a", 50, 10, "little") with { Start = Start.AddDays(1) }],
            Demands = [Town("a", 70)],
            Storages =
            [
                new Storage
                {
                    Id = "store", Node = "a", Kind = StorageKind.Underground, WorkingVolume = McmAmount(1000), MaxInjection = Mcm(100), MaxWithdrawal = Mcm(100),
                    InjectionLoss = 0.1, InjectionCost = PerMcm(2), FirstLevel = 0, LastLevel = 0,
                },
            ],
        };
        PriceExplanation price = Explain(system, "a", 2, 1);

        price.Price.ShouldBeAbout(12 / 0.9);
        price.Links.Select(l => l.Kind).ShouldContain(PriceLinkKind.Withdrawal);
        Has(price, PriceLineKind.SupplyCost, "plenty", 10);
        Has(price, PriceLineKind.InjectionCost, "store", 2);
        Has(price, PriceLineKind.Losses, "store", 12 / 9.0);
    }

    [Fact]
    public void Power_costs_what_its_gas_costs()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 100, 100_000)],
            Demands = [City("p", 500)],
            Converters =
            [
                new Converter
                {
                    Id = "ccgt", Kind = ConverterKind.PowerPlant, Capacity = new Rate(1000, RateUnit.Parse("MW")), ReferenceUnit = AmountUnit.Parse("GWh"),
                    Cost = new UnitPrice(3, PriceUnit.Parse("USD/MWh")),
                },
            ],
            ConverterFlows =
            [
                new ConverterFlow { Converter = "ccgt", Node = "a", Side = FlowSide.In, Ratio = McmAmount(0.2) },
                new ConverterFlow { Converter = "ccgt", Node = "p", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")) },
            ],
        };
        PriceExplanation price = Explain(system, "p");

        price.Price.ShouldBeAbout(23_000);
        Has(price, PriceLineKind.SupplyCost, "field-a", 20_000);
        Has(price, PriceLineKind.ConversionCost, "ccgt", 3_000);
    }

    [Fact]
    public void A_measure_makes_the_price()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Field("a", 50, 10)],
            Demands = [Town("a", 70)],
            Measures = [new Measure { Id = "help", Level = CrisisLevel.Emergency, Kind = MeasureKind.StorageRelease, Node = "a", Rate = Mcm(30), Cost = PerMcm(400) }],
        };

        Has(Explain(system, "a"), PriceLineKind.MeasureCost, "help", 400);
    }

    [Fact]
    public void Nothing_that_buys_or_sells_gives_an_empty_chain()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 50, 10)], Demands = [Town("a", 20)] };

        PriceStudy.Run(Solve(system), system, "b", 0).Links.ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_node_or_period_is_refused()
    {
        EnergySystem system = Empty with { Supplies = [Field("a", 50, 10)], Demands = [Town("a", 20)] };
        DispatchResult result = Solve(system);

        Should.Throw<ArgumentException>(() => PriceStudy.Run(result, system, "z", 0));
        Should.Throw<ArgumentException>(() => PriceStudy.Run(result, system, "a", 1));
    }
}
