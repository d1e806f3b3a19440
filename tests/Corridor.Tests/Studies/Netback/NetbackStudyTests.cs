using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Reporting.Netback;
using Corridor.Studies.Netback;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Netback;

/// <summary>
/// A field at 30 USD/kcm, a line to the buyer at 10 with 5 % fuel, a line west at 20 with 10 % fuel; LNG of 1.4 kcm a tonne. All figures by hand.
/// </summary>
public class NetbackStudyTests
{
    private const double Cost = (30 + 10) / 0.95;

    private static readonly EnergySystem System = Empty with
    {
        Carriers = [.. Empty.Carriers, new Carrier { Id = "lng", Kind = CarrierKind.Lng, Unit = AmountUnit.Parse("kt") }],
        Zones = [.. Empty.Zones, new Zone { Id = "w", Iso = "WW" }, new Zone { Id = "e", Iso = "EE" }],
        Nodes =
        [
            .. Empty.Nodes, new Node { Id = "c", Carrier = "gas", Zone = "w" }, new Node { Id = "lw", Carrier = "lng", Zone = "w" },
            new Node { Id = "l", Carrier = "lng", Zone = "y" }, new Node { Id = "load", Carrier = "lng", Zone = "e" },
        ],
        Supplies = [Field("a", 200, 30_000), Field("a", 50, 1000, "small")],
        Pipelines = [Line(100, 10_000, 0.05), Line(100, 20_000, 0.1, "west", "a", "c")],
        Converters = [Terminal("regas"), Terminal("regas-w")],
        ConverterFlows = [Flow("regas", "l", FlowSide.In), Flow("regas", "b", FlowSide.Out), Flow("regas-w", "lw", FlowSide.In), Flow("regas-w", "c", FlowSide.Out)],
        Transports = [Ship("ship-w", "lw", 10), Ship("ship-b", "l", 30)],
        PriceIndices =
        [
            new PriceIndex { Id = "home", PriceUnit = PriceUnit.Parse("USD/kcm@20C"), Nodes = ["b"] },
            new PriceIndex { Id = "hub", PriceUnit = PriceUnit.Parse("USD/kcm@20C"), Nodes = ["c"] },
            new PriceIndex { Id = "oil", PriceUnit = PriceUnit.Parse("USD/bbl") },
        ],
    };

    [Fact]
    public void The_chain_pays_for_what_is_lost_and_adds_up()
    {
        NetbackResult result = Run(System, new HubRequest("home", 100));
        result.Field.ShouldBe("field-a", "the larger of the two fields");
        result.Chain.Select(s => (s.Kind, Math.Round(s.Amount, 6))).ShouldBe([(NetbackStepKind.Field, 30), (NetbackStepKind.Tariff, 10), (NetbackStepKind.Loss, Math.Round(Cost - 40, 6))]);
        result.SellerCost.ShouldBeAbout(Cost);
        result.AnnualVolume.ShouldBeAbout(100 * 0.95 * 0.9 * 365.25);
        result.PerMmbtu!.Value.ShouldBeAbout(37.5e3 / 1055.05585262, "37.5 MJ/m3 gross");
    }

    [Fact]
    public void Range_and_gains_at_a_hub_of_the_buyer()
    {
        HubCase c = Run(System, new HubRequest("home", 100), prices: [60]).Cases.Single();
        c.CostRange.ShouldNotBeNull();
        c.CostRange.Floor.ShouldBeAbout(Cost);
        c.CostRange.Ceiling.ShouldBeAbout(100);
        double volume = 100 * 0.95 * 0.9 * 365.25 * 1000;
        c.Gains.Single().SellerOverCost.ShouldBeAbout((60 - Cost) * volume);
        c.Gains.Single().Buyer!.Value.ShouldBeAbout(40 * volume);
        c.Alternative.ShouldBeNull("no other way leads from the field to the buyer");
    }

    [Fact]
    public void The_other_outlet_raises_the_floor_only_while_it_is_open_and_large_enough()
    {
        double field = (0.9 * 80) - 20, carried = (field + 10) / 0.95;
        HubCase open = Run(System, new HubRequest("hub", 80)).Cases.Single();
        open.Alternative!.Value.ShouldBeAbout(field);
        open.Alternative.Steps.Sum(s => s.Amount).ShouldBeAbout(field);
        open.SellerFloor.ShouldBeAbout(carried);
        HubCase closed = Run(System with { Pipelines = [System.Pipelines[0], System.Pipelines[1] with { Status = AssetStatus.Suspended }] }, new HubRequest("hub", 80)).Cases.Single();
        closed.Alternative!.Closed.ShouldBe(["west"]);
        closed.SellerFloor.ShouldBeAbout(Cost);
        closed.SellerFloorIfOpen!.Value.ShouldBeAbout(carried);
        HubCase small = Run(System with { Pipelines = [System.Pipelines[0], System.Pipelines[1] with { Capacity = Mcm(20) }] }, new HubRequest("hub", 80)).Cases.Single();
        small.Alternative!.Open.ShouldBeTrue();
        small.Alternative.Capacity!.Value.ShouldBeAbout(20 * 365.25);
        small.SellerFloor.ShouldBeAbout(Cost, "20 a day cannot take what the contract delivers");
    }

    [Fact]
    public void A_hub_abroad_costs_the_buyer_a_cargo_diverted_from_it()
    {
        // 100 USD/kcm: 140 a tonne, less 5 to regasify and 10 freight 125 at loading; 30 freight and 5 to regasify make 160 a tonne.
        HubCase c = Run(System, new HubRequest("hub", 100)).Cases.Single();
        c.Replacement!.Value.ShouldBeAbout(160 / 1.4);
        c.Replacement.Steps.Sum(s => s.Amount).ShouldBeAbout(160 / 1.4);
    }

    [Fact]
    public void A_project_stands_in_place_of_its_tariff()
    {
        EnergySystem system = System with { Projects = [new Project { Id = "build", Kind = "pipeline", Asset = "line", Stage = AgreementStage.Memorandum, Cost = 1000, Currency = "USD", Life = 20 }] };
        NetbackResult result = Run(system, new HubRequest("home", 100), discount: 0.1);
        double annuity = 1e9 * 0.1 / (1 - Math.Pow(1.1, -20)) / (100 * 0.9 * 365.25) / 1000, operation = 1e9 * 0.03 / (100 * 0.9 * 365.25) / 1000;
        result.Chain.Single(s => s.Kind == NetbackStepKind.Capital).Amount.ShouldBeAbout(annuity);
        result.CapitalCost.ShouldBeAbout(annuity + operation);
        result.Chain.ShouldNotContain(s => s.Kind == NetbackStepKind.Tariff);
        result.SellerCost.ShouldBeAbout((30 + annuity + operation) / 0.95);
    }

    [Fact]
    public void A_cost_above_the_value_leaves_no_range_and_says_so()
    {
        NetbackResult result = Run(System, new HubRequest("home", 40));
        result.Cases.Single().CostRange.ShouldBeNull();
        NetbackText.Answer(result).ShouldContain("no price pays for both");
        NetbackText.Answer(Run(System, new HubRequest("home", 100))).ShouldContain("both sides gain between 42.1 and 100");
    }

    [Fact]
    public void Levels_of_a_series_say_where_they_come_from()
    {
        EnergySystem system = System with { PriceSeries = [.. Enumerable.Range(0, 11).Select(m => new PricePoint { Index = "home", Month = Start.AddMonths(m - 11), Value = 50 + (10 * m) })] };
        IReadOnlyList<HubCase> cases = Run(system, new HubRequest("home")).Cases;
        cases.Select(c => (c.Name, c.Level)).ShouldBe([("window", 150), ("low", 60), ("median", 100), ("high", 140)]);
        cases[0].Origin.ShouldContain("2024-12");
        cases[0].Origin.ShouldContain("carried forward");
        EnergySystem changed = system with { PriceSeries = [new PricePoint { Index = "home", Month = Start, Value = 70 }] };
        var findings = new FindingList();
        NetbackStudy.Run(changed, Request([new HubRequest("home")]) with { History = system }, findings)!.Cases.Select(c => c.Level).ShouldBe([70, 60, 100, 140], "a scenario changes the price of the window, not the past");
    }

    [Theory]
    [InlineData("nowhere", "home", null, "K001")]
    [InlineData("line", "nothing", null, "K002")]
    [InlineData("line", "oil", null, "K003")]
    [InlineData("line", "home", "nobody", "K004")]
    public void What_cannot_be_is_a_finding(string route, string hub, string? field, string code)
    {
        var findings = new FindingList();
        NetbackStudy.Run(System, Request([new HubRequest(hub, 100)]) with { Route = route, Field = field }, findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == code);
        File.ReadAllText(Path.Combine(Architecture.Repository.Root, "docs", "findings.md")).ShouldContain(code);
    }

    [Fact]
    public void Rates_out_of_range_are_refused() =>
        Should.Throw<ArgumentException>(() => NetbackStudy.Run(System, Request([]) with { LoadFactor = 0 }, new FindingList()));

    private static NetbackResult Run(EnergySystem system, HubRequest hub, double[]? prices = null, double discount = 0.08)
    {
        var findings = new FindingList();
        NetbackResult? result = NetbackStudy.Run(system, Request([hub]) with { Prices = prices ?? [], DiscountRate = discount }, findings);
        result.ShouldNotBeNull(string.Join("; ", findings.Items.Select(f => f.Message)));
        return result;
    }

    private static NetbackRequest Request(IReadOnlyList<HubRequest> hubs) => new()
    {
        Route = "line",
        Window = new Horizon(Start, Start.AddYears(1), TimeStep.Month),
        Unit = PriceUnit.Parse("USD/kcm@20C"),
        Hubs = hubs,
    };

    private static Converter Terminal(string id) => new()
    {
        Id = id,
        Kind = ConverterKind.Regasification,
        ReferenceUnit = AmountUnit.Parse("kt"),
        Capacity = new Rate(1000, RateUnit.Parse("kt/d")),
        Cost = new UnitPrice(5, PriceUnit.Parse("USD/t")),
    };

    private static ConverterFlow Flow(string converter, string node, FlowSide side) => new()
    {
        Converter = converter,
        Node = node,
        Side = side,
        Ratio = side == FlowSide.In ? new Amount(1, AmountUnit.Parse("kt")) : McmAmount(1.4),
    };

    private static Transport Ship(string id, string to, double freight) => new()
    {
        Id = id,
        From = "load",
        To = to,
        Mode = TransportMode.Ship,
        Capacity = new Rate(100, RateUnit.Parse("kt/d")),
        Cost = new UnitPrice(freight, PriceUnit.Parse("USD/t")),
    };
}
