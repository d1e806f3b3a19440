using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch.Certificate;

/// <summary>A small system that has every kind of element, over ten days at the turn of a year, with its dispatch.</summary>
internal static class WholeSystem
{
    public const int Days = 10;

    public static readonly DateOnly First = new(2025, 12, 27);

    /// <summary>The dispatch of <see cref="Package"/>.</summary>
    public static DispatchResult Result => Solved.Value;

    public static EnergySystem Package { get; } = Empty with
    {
        Zones = [new Zone { Id = "x", Iso = "XX", Co2Price = new UnitPrice(0.02, PriceUnit.Parse("EUR/t")) }, new Zone { Id = "y", Iso = "YY" }, new Zone { Id = "south", Parent = "y" }],
        Actors = [Company("group", "x"), Company("daughter", "x"), Company("buyer", "south")],
        Ownerships = [new Ownership { Owner = "group", Owned = "daughter", Share = 0.6 }],
        ExchangeRates = [new ExchangeRate { Currency = "EUR", Month = new DateOnly(2025, 12, 1), PerUsd = 0.8 }, new ExchangeRate { Currency = "EUR", Month = new DateOnly(2026, 1, 1), PerUsd = 0.9 }],
        Supplies =
        [
            Field("a", 300, 0, "abroad") with { Owner = "daughter", Profile = "winter" },
            Field("b", 60, 200, "home") with { MinOutput = Mcm(5), AnnualLimit = McmAmount(25 * 365) },
            Plant("q", 500, 0.2),
        ],
        SupplySteps = [Step("abroad", 1, 0.2, 20), Step("abroad", 2, 0.8, 30)],
        Demands = [Town("b", 150) with { Profile = "cold", Elasticity = -0.2, ReferencePrice = PerMcm(200) }, Town("b", 20, 600, "works"), City("r", 600, 2), Town("b", 3, 500, "kiln")],
        DemandSteps = [new DemandStep { Demand = "works", Step = 1, Share = 0.5, Price = PerMcm(150) }],
        Pipelines =
        [
            Line(80, tariff: 2, fuel: 0.05),
            Line(50, id: "pipe") with { Access = ArcAccess.ContractOnly },
        ],
        Interconnections = [new Interconnection { Id = "point", Arc = "line", ExitFirm = Mcm(60), ExitInterruptible = Mcm(10), EntryFirm = Mcm(75) }],
        TransitFees = [new TransitFee { Id = "fee", Arc = "pipe", Charge = new UnitPrice(0.004, PriceUnit.Parse("EUR/kcm@20C")) }],
        Fleets = [new Fleet { Id = "ships", Mode = TransportMode.Ship, Vehicles = 3, VehicleCapacity = McmAmount(10) }],
        Transports =
        [
            new Transport { Id = "ship", From = "a", To = "b", Mode = TransportMode.Ship, TransitTime = 2, Delayed = true, Capacity = Mcm(20), LossShare = 0.02, Cost = PerMcm(10), Fleet = "ships" },
        ],
        PowerLines = [Ac("p", "q", 900), Ac("q", "r", 900), Ac("p", "r", 300), new PowerLine { Id = "dc", From = "q", To = "r", Kind = PowerLineKind.Dc, Rating = Power.FromMegawatts(50), LossShare = 0.03 }],
        Storages =
        [
            new Storage
            {
                Id = "ugs", Node = "b", Kind = StorageKind.Underground, WorkingVolume = McmAmount(100), MaxInjection = Mcm(10), MaxWithdrawal = Mcm(12), InjectionCost = PerMcm(3),
                WithdrawalCost = PerMcm(1), InjectionLoss = 0.02, WithdrawalLoss = 0.01, StandingLoss = 0.001, FirstLevel = 0.6, LastLevel = 0.2, MinLevel = 0.1,
            },
            new Storage
            {
                Id = "tank", Node = "b", Kind = StorageKind.Tank, WorkingVolume = McmAmount(8), MaxInjection = Mcm(4), MaxWithdrawal = Mcm(4),
            },
        ],
        StorageCurves = [Curve(0, 1, 0.2), Curve(0.5, 1, 1), Curve(1, 0.5, 1)],
        Converters =
        [
            new Converter
            {
                Id = "chp", Kind = ConverterKind.Chp, ReferenceUnit = AmountUnit.Parse("GWh"), Capacity = new Rate(700, RateUnit.Parse("MW")), MinLoad = 0.1,
                AnnualLimit = new Amount(24 * 365, AmountUnit.Parse("GWh")), Cost = new UnitPrice(0.01, PriceUnit.Parse("USD/MWh")),
            },
        ],
        ConverterFlows = [Flow("b", FlowSide.In, 2, "GWh_net"), Flow("p", FlowSide.Out, 1, "GWh"), Flow("q", FlowSide.Out, 0.1, "GWh") with { Disposable = true }],
        Contracts =
        [
            new Contract
            {
                Id = "supply", Seller = "daughter", Buyer = "buyer", Carrier = "gas", Kind = "long_term", Delivery = "pipe", Agreement = "treaty", Acq = McmAmount(45 * 365), Dcq = Mcm(48), MinDaily = Mcm(3),
                AnnualMax = 1.05, TakeOrPay = 0.9, MakeUpYears = 2, MakeUpOpening = McmAmount(20), CarryForward = 0.3, CarryForwardOpening = McmAmount(15), ShipOrPay = 0.9,
                ShipOrPayTariff = PerMcm(5), PriceFormula = "oil-linked", Channels = ["bank", "swap"], Start = new DateOnly(2020, 1, 1), End = new DateOnly(2040, 1, 1),
            },
            new Contract
            {
                Id = "line-deal", Seller = "group", Buyer = "buyer", Carrier = "gas", Delivery = "line", Acq = McmAmount(20 * 365), TakeOrPay = 0.5, Price = PerMcm(60),
                Start = new DateOnly(2025, 12, 30), End = new DateOnly(2026, 1, 3),
            },
        ],
        Agreements = [new Agreement { Id = "treaty", Stage = AgreementStage.Delivery }],
        PaymentChannels = [new PaymentChannel { Id = "bank", Currency = "EUR", Capacity = 0.0016, Cost = 0.01 }, new PaymentChannel { Id = "swap", Currency = "USD", Cost = 0.03, End = new DateOnly(2026, 1, 4) }],
        PriceIndices = [new PriceIndex { Id = "oil", PriceUnit = PriceUnit.Parse("USD/bbl") }],
        PriceSeries = [.. Enumerable.Range(0, 18).Select(m => new PricePoint { Index = "oil", Month = new DateOnly(2025, 1, 1).AddMonths(m), Value = 60 + (3 * m) })],
        PriceFormulas = [new PriceFormula { Id = "oil-linked", PriceUnit = PriceUnit.Parse("USD/kcm@20C"), Base = 0.005, SCurveHigh = 0.06, SCurveSlope = 0.5, Cap = 0.2 }],
        PriceFormulaTerms = [new PriceFormulaTerm { Formula = "oil-linked", Index = "oil", Slope = 0.0007, Averaging = 3, Lag = 1, Reset = 3 }],
        Rules =
        [
            Law("toll", RuleEffect.Levy) with { Asset = "line", Price = PerMcm(4) },
            Law("quota", RuleEffect.CapVolume) with { Origin = "x", Destination = "y", Carrier = "gas", Rate = Mcm(112) },
            Law("content", RuleEffect.Require) with { Asset = "home", Rate = Mcm(30), Penalty = PerMcm(70) },
            Law("ban", RuleEffect.Forbid) with { Actor = "group", Channel = "swap", WindDown = new DateOnly(2026, 1, 2) },
            Law("price-cap", RuleEffect.CapPrice) with { Contract = "supply", Price = PerMcm(50), Start = new DateOnly(2026, 1, 1) },
        ],
        Measures =
        [
            new Measure { Id = "reserve", Level = CrisisLevel.Emergency, Kind = MeasureKind.StorageRelease, Node = "b", Rate = Mcm(6), Volume = McmAmount(15), LeadTime = 1.5, Duration = 6, Cost = PerMcm(300) },
            new Measure { Id = "oil", Level = CrisisLevel.Alert, Kind = MeasureKind.FuelSwitch, Node = "b", Demand = "kiln", Rate = Mcm(2), Cost = PerMcm(180) },
        ],
        Outages = [new Outage { Id = "repair", Asset = "line", ForcedRate = 0.02, PlannedStart = First.AddDays(3), PlannedEnd = First.AddDays(5), PlannedShare = 0.4 }],
        DatedValues = [new DatedValue { Table = "supplies", Subject = "home", Column = "capacity", Start = First.AddDays(6), Value = "50" }],
        ProfileSets = [new ProfileSet { Id = "winter", Use = ProfileUse.Factor }, new ProfileSet { Id = "cold", Use = ProfileUse.Shape }],
        Profiles =
        [
            new ProfilePoint { Profile = "winter", Time = "M12", Value = 0.9 }, new ProfilePoint { Profile = "winter", Time = "M01", Value = 0.8 },
            .. Enumerable.Range(1, 12).Select(m => new ProfilePoint { Profile = "cold", Time = $"M{m:D2}", Value = 1 + (0.2 * Math.Cos((m - 1) * Math.PI / 6)) }),
        ],
    };

    private static readonly Lazy<DispatchResult> Solved = new(() => Solve(Package, Days, from: First));

    public static Rule Law(string id, RuleEffect effect) => new() { Id = id, Effect = effect, Start = new DateOnly(2025, 1, 1) };

    private static Actor Company(string id, string zone) => new() { Id = id, Kind = ActorKind.Company, Zone = zone };

    private static SupplyStep Step(string supply, int step, double share, double cost) => new() { Supply = supply, Step = step, Share = share, Cost = PerMcm(cost) };

    private static PowerLine Ac(string from, string to, double megawatts) => new()
    {
        Id = $"{from}-{to}",
        From = from,
        To = to,
        Kind = PowerLineKind.Ac,
        Voltage = 220,
        Reactance = 10,
        Rating = Power.FromMegawatts(megawatts),
    };

    private static StorageCurvePoint Curve(double level, double injection, double withdrawal) => new() { Storage = "ugs", Level = level, Injection = injection, Withdrawal = withdrawal };

    private static ConverterFlow Flow(string node, FlowSide side, double ratio, string unit) => new() { Converter = "chp", Node = node, Side = side, Ratio = new Amount(ratio, AmountUnit.Parse(unit)) };
}
