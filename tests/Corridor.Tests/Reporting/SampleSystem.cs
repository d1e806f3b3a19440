using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Tests.Reporting;

/// <summary>
/// Two countries, one line between them, a border region behind a line that is too small, a power plant, a storage, a contract, a
/// channel and a rule. The answer follows by hand: 20 + 1.8 + 2 = 23.8 bcm a year arrive in B; the region lacks 0.2 of 2.
/// </summary>
internal static class SampleSystem
{
    private static readonly AmountUnit Bcm = AmountUnit.Parse("bcm@20C");
    private static readonly RateUnit BcmPerYear = RateUnit.Parse("bcm@20C/year");
    private static readonly PriceUnit Price = PriceUnit.Parse("USD/kcm@20C");

    public static EnergySystem Create() => new()
    {
        Description = new PackageDescription { Name = "sample", Title = "Sample", Currency = "USD", From = new DateOnly(2025, 1, 1), To = new DateOnly(2026, 1, 1) },
        Carriers =
        [
            new Carrier { Id = "gas", Name = "Natural gas", Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("mcm@20C"), GrossHeatingValue = 37.5, NetHeatingValue = 33.8, HeatingValueUnit = "MJ/m3@20C", Source = "s" },
            new Carrier { Id = "power", Name = "Electricity", Kind = CarrierKind.Electricity, Unit = AmountUnit.Parse("GWh"), Source = "s" },
        ],
        Zones =
        [
            new Zone { Id = "aa", Name = "Country A", Iso = "AA" },
            new Zone { Id = "bb", Name = "Country B", Iso = "BB" },
            new Zone { Id = "bb-main", Name = "B, main part", Parent = "bb" },
            new Zone { Id = "bb-border", Name = "B, border region", Parent = "bb", BorderRegion = true },
        ],
        Nodes =
        [
            new Node { Id = "aa-gas", Carrier = "gas", Zone = "aa" },
            new Node { Id = "bb-gas", Carrier = "gas", Zone = "bb-main" },
            new Node { Id = "border-gas", Carrier = "gas", Zone = "bb-border" },
            new Node { Id = "bb-power", Carrier = "power", Zone = "bb-main" },
        ],
        Supplies = [new Supply { Id = "field", Name = "=Field", Node = "aa-gas", Capacity = PerYear(40), RateUnit = BcmPerYear, Cost = Usd(30), PriceUnit = Price, Source = "s" }],
        Demands =
        [
            Demand("industry", "bb-gas", DemandSector.Industry, false, new Amount(20, Bcm), Usd(1000)),
            Demand("homes", "border-gas", DemandSector.Household, true, new Amount(2, Bcm), Usd(5000)),
            Demand("lights", "bb-power", DemandSector.Other, false, new Amount(10, AmountUnit.Parse("TWh")), new UnitPrice(3000, PriceUnit.Parse("USD/MWh"))),
        ],
        Pipelines =
        [
            new Pipeline { Id = "a-b", Name = "Line A to B", From = "aa-gas", To = "bb-gas", Capacity = PerYear(30), RateUnit = BcmPerYear, FuelShare = 0.01, Tariff = Usd(10), PriceUnit = Price, Access = ArcAccess.ContractOnly, Source = "s" },
            new Pipeline { Id = "b-border", Name = "Line to the border region", From = "bb-gas", To = "border-gas", Capacity = PerYear(1.8), RateUnit = BcmPerYear, Source = "s" },
        ],
        Storages =
        [
            new Storage
            {
                Id = "store", Name = "Store", Node = "bb-gas", Kind = StorageKind.Underground, WorkingVolume = new Amount(1, Bcm), AmountUnit = Bcm, MaxInjection = PerYear(3), MaxWithdrawal = PerYear(3),
                RateUnit = BcmPerYear, InjectionCost = Usd(5), PriceUnit = Price, FirstLevel = 0.5, Source = "s",
            },
        ],
        Converters =
        [
            new Converter
            {
                Id = "plant", Name = "Plant", Kind = ConverterKind.PowerPlant, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(2000, RateUnit.Parse("MW")), RateUnit = RateUnit.Parse("MW"), Source = "s",
            },
        ],
        ConverterFlows =
        [
            new ConverterFlow { Converter = "plant", Node = "bb-gas", Side = FlowSide.In, Ratio = new Amount(0.2, AmountUnit.Parse("mcm@20C")), AmountUnit = AmountUnit.Parse("mcm@20C") },
            new ConverterFlow { Converter = "plant", Node = "bb-power", Side = FlowSide.Out, Ratio = new Amount(1, AmountUnit.Parse("GWh")), AmountUnit = AmountUnit.Parse("GWh") },
        ],
        Actors = [new Actor { Id = "seller", Kind = ActorKind.Company, Zone = "aa" }, new Actor { Id = "buyer", Kind = ActorKind.Company, Zone = "bb" }],
        PaymentChannels = [new PaymentChannel { Id = "bank", Name = "Bank", Currency = "USD", Capacity = 20 }],
        Contracts =
        [
            new Contract
            {
                Id = "supply-ab", Name = "A to B", Seller = "seller", Buyer = "buyer", Carrier = "gas", Delivery = "a-b", Acq = new Amount(22, Bcm), AmountUnit = Bcm, TakeOrPay = 0.8, Price = Usd(200), PriceUnit = Price,
                Channels = ["bank"], Start = new DateOnly(2020, 1, 1), End = new DateOnly(2040, 1, 1), Source = "s",
            },
        ],
        Rules = [new Rule { Id = "ceiling", Name = "Ceiling", Effect = RuleEffect.CapVolume, Start = new DateOnly(2020, 1, 1), Asset = "a-b", Volume = new Amount(25, Bcm), AmountUnit = Bcm, Source = "s" }],
        Sources = [new SourceDocument { Id = "s", Title = "Made up for a test" }],
    };

    private static Rate PerYear(double value) => new(value, BcmPerYear);

    private static UnitPrice Usd(double value) => new(value, Price);

    private static Demand Demand(string id, string node, DemandSector sector, bool isProtected, Amount volume, UnitPrice cost) => new()
    {
        Id = id,
        Node = node,
        Sector = sector,
        Protected = isProtected,
        AnnualVolume = volume,
        AmountUnit = volume.Unit,
        CurtailmentCost = cost,
        PriceUnit = cost.Unit,
        Source = "s",
    };
}
