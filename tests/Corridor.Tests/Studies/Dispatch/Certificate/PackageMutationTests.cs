using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch.Certificate;

/// <summary>
/// A right result, checked against a package in which one figure is another: as if the compiler had misread that figure. Exactly the items that
/// the figure enters must fail, and the words must name the element.
/// </summary>
public class PackageMutationTests
{
    private static readonly Dictionary<string, (Func<EnergySystem, EnergySystem> Change, string Element, string[] Fails)> Mutations = new()
    {
        ["lesser-of capacity"] = (s => s with { Interconnections = [s.Interconnections[0] with { ExitFirm = Mcm(30) }] }, "pipeline line", ["arc capacity"]),
        ["supply capacity"] = (s => s with { Supplies = Change(s.Supplies, r => r.Id == "abroad", r => r with { Capacity = Mcm(75) }) }, "supply abroad", ["supply steps"]),
        ["profile"] = (s => s with { Profiles = Change(s.Profiles, p => p.Profile == "winter", p => p with { Value = 0.2 }) }, "supply abroad", ["supply steps"]),
        ["supply minimum"] = (s => s with { Supplies = Change(s.Supplies, r => r.Id == "home", r => r with { MinOutput = Mcm(45) }) }, "supply home", ["supply minimum"]),
        ["supply annual limit"] = (s => s with { Supplies = Change(s.Supplies, r => r.Id == "home", r => r with { AnnualLimit = McmAmount(20 * 365) }) }, "supply home", ["supply annual limit"]),
        ["supply cost"] = (s => s with { SupplySteps = Change(s.SupplySteps, r => r.Step == 2, r => r with { Cost = PerMcm(31) }) }, "part supply", ["objective parts", "objective", "price support"]),
        ["demand volume"] = (s => s with { Demands = Change(s.Demands, r => r.Id == "town-b", r => r with { AnnualVolume = McmAmount(160 * 365) }) }, "town-b", ["demand", "node balance", "price support"]),
        ["demand steps"] = (s => s with { DemandSteps = Change(s.DemandSteps, r => true, r => r with { Share = 0.4 }) }, "works", ["demand steps", "price support"]),
        ["elasticity"] = (s => s with { Demands = Change(s.Demands, r => r.Id == "town-b", r => r with { Elasticity = -0.25 }) }, "given up", ["objective parts", "objective"]),
        ["fuel"] = (s => s with { Pipelines = Change(s.Pipelines, r => r.Id == "line", r => r with { FuelShare = 0.06 }) }, "line", ["node balance", "contracts and spot"]),
        ["tariff"] = (s => s with { Pipelines = Change(s.Pipelines, r => r.Id == "line", r => r with { Tariff = PerMcm(3) }) }, "transport", ["objective parts", "objective"]),
        ["contract-only"] = (s => s with { Pipelines = Change(s.Pipelines, r => r.Id == "line", r => r with { Access = ArcAccess.ContractOnly }) }, "line", ["spot"]),
        ["outage"] = (s => s with { Outages = [s.Outages[0] with { PlannedShare = 0.6 }] }, "pipeline line", ["arc capacity"]),
        ["fleet"] = (s => s with { Fleets = [s.Fleets[0] with { Vehicles = 2 }] }, "ships", ["fleet"]),
        ["shipping loss"] = (s => s with { Transports = [s.Transports[0] with { LossShare = 0.03 }] }, "node b", ["node balance"]),
        ["reactance"] = (s => s with { PowerLines = Change(s.PowerLines, r => r.Id == "p-r", r => r with { Reactance = 12 }) }, "power line", ["angles"]),
        ["storage withdrawal"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { MaxWithdrawal = Mcm(6) }) }, "ugs", ["storage withdrawal", "storage curves"]),
        ["storage loss"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { WithdrawalLoss = 0.05 }) }, "ugs", ["storage dynamics"]),
        ["standing loss"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { StandingLoss = 0.002 }) }, "ugs", ["storage dynamics"]),
        ["first level"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { FirstLevel = 0.5 }) }, "ugs", ["storage first and last level"]),
        ["last level"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { LastLevel = 0.4 }) }, "ugs", ["storage first and last level"]),
        ["least level"] = (s => s with { Storages = Change(s.Storages, r => r.Id == "ugs", r => r with { MinLevel = 0.3 }) }, "ugs", ["storage level"]),
        ["storage curve"] = (s => s with { StorageCurves = Change(s.StorageCurves, c => c.Level == 0.5, c => c with { Withdrawal = 0.7 }) }, "ugs", ["storage curves"]),
        ["converter capacity"] = (s => s with { Converters = [s.Converters[0] with { Capacity = new Rate(250, RateUnit.Parse("MW")) }] }, "chp", ["converter activity"]),
        ["converter annual limit"] = (s => s with { Converters = [s.Converters[0] with { AnnualLimit = new Amount(7 * 365, AmountUnit.Parse("GWh")) }] }, "chp", ["converter annual limit"]),
        ["heating value"] = (s => s with { Carriers = Change(s.Carriers, c => c.Id == "gas", c => c with { NetHeatingValue = 35 }) }, "node b", ["node balance"]),
        ["co2"] = (s => s with { Carriers = Change(s.Carriers, c => c.Id == "gas", c => c with { Co2PerNetEnergy = 55 }) }, "co2", ["objective parts", "objective"]),
        ["exchange rate"] = (s => s with { ExchangeRates = Change(s.ExchangeRates, r => r.Month.Year == 2026, r => r with { PerUsd = 0.95 }) }, "bank", ["channel capacity", "objective parts", "objective"]),
        ["least daily quantity"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "supply", r => r with { MinDaily = Mcm(47) }) }, "supply", ["contract daily quantity"]),
        ["largest daily quantity"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "supply", r => r with { Dcq = Mcm(30) }) }, "supply", ["contract daily quantity", "objective parts", "objective"]),
        ["annual maximum"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "supply", r => r with { AnnualMax = 0.5 }) }, "supply", ["contract annual maximum"]),
        ["take-or-pay"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "line-deal", r => r with { TakeOrPay = 0.6 }) }, "line-deal", ["take-or-pay"]),
        ["make-up opening"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "supply", r => r with { MakeUpOpening = null }) }, "supply", ["make-up"]),
        ["carry-forward opening"] = (s => s with { Contracts = Change(s.Contracts, r => r.Id == "supply", r => r with { CarryForwardOpening = null }) }, "supply", ["carry-forward"]),
        ["price formula"] = (s => s with { PriceFormulaTerms = [s.PriceFormulaTerms[0] with { Lag = 0 }] }, "bank", ["channel use", "channel capacity", "objective parts", "objective"]),
        ["channel capacity"] = (s => s with { PaymentChannels = Change(s.PaymentChannels, r => r.Id == "bank", r => r with { Capacity = 0.0012 }) }, "bank", ["channel capacity"]),
        ["channel closed"] = (s => s with { PaymentChannels = Change(s.PaymentChannels, r => r.Id == "bank", r => r with { End = WholeSystem.First.AddDays(8) }) }, "bank", ["channel capacity", "closed channel"]),
        ["rule limit"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "quota", r => r with { Rate = Mcm(100) }) }, "quota", ["rule limit"]),
        ["violation"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "content", r => r with { Rate = Mcm(35) }) }, "content", ["rule violation"]),
        ["penalty"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "content", r => r with { Penalty = PerMcm(80) }) }, "penalties", ["objective parts", "objective"]),
        ["levy"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "toll", r => r with { Price = PerMcm(5) }) }, "levies", ["objective parts", "objective"]),
        ["price cap"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "price-cap", r => r with { Price = PerMcm(40) }) }, "bank", ["channel use", "objective parts", "objective"]),
        ["prohibition"] = (s => s with { Rules = Change(s.Rules, r => r.Id == "ban", r => r with { WindDown = null, Channel = null }) }, "supply", ["rule forbid"]),
        ["ownership"] = (s => s with { Ownerships = [s.Ownerships[0] with { Owned = "group", Owner = "daughter" }], Rules = [.. s.Rules, WholeSystem.Law("more", RuleEffect.Forbid) with { Actor = "daughter" }] }, "line-deal", ["rule forbid", "missing elements"]),
        ["measure rate"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { Rate = Mcm(1) }] }, "reserve", ["measure rate", "measure volume"]),
        ["measure volume"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { Volume = McmAmount(12) }] }, "reserve", ["measure volume"]),
        ["lead time"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { LeadTime = 3 }] }, "reserve", ["measure rate"]),
        ["duration"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { Duration = 1 }] }, "reserve", ["measure volume"]),
        ["measure's asset"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { Asset = "closed" }], Supplies = [.. s.Supplies, Field("b", 1, 1, "closed") with { Status = AssetStatus.Planned }] }, "reserve", ["measure rate"]),
        ["measure's demand"] = (s => s with { Measures = [s.Measures[1], s.Measures[0] with { Demand = "kiln" }] }, "kiln", ["measure relief"]),
        ["element left out"] = (s => s with { Supplies = [.. s.Supplies, Field("b", 10, 40, "forgotten")] }, "supply forgotten", ["missing elements"]),
        ["element under another id"] = (s => s with { Supplies = [.. s.Supplies.Where(r => r.Id != "abroad"), s.Supplies[0] with { Id = "else" }] }, "supply", ["missing elements", "unknown elements", "node balance", "objective parts", "objective"]),
        ["dated capacity"] = (s => s with { DatedValues = [s.DatedValues[0] with { Value = "20" }] }, "supply home", ["supply steps"]),
    };

    public static TheoryData<string> Names => [.. Mutations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Exactly_the_items_that_a_figure_enters_fail(string name)
    {
        (Func<EnergySystem, EnergySystem> change, string element, string[] fails) = Mutations[name];
        DispatchCertificate certificate = DispatchCertifier.Check(change(WholeSystem.Package), WholeSystem.Result);
        certificate.Certified.ShouldBeFalse();
        string words = string.Join("\n", certificate.Failures);
        certificate.Items.Where(i => !i.Passed).Select(i => i.Name).ShouldBe(fails, ignoreOrder: true, words);
        words.ShouldContain(element);
    }

    private static T[] Change<T>(IReadOnlyList<T> rows, Func<T, bool> which, Func<T, T> change) => [.. rows.Select(r => which(r) ? change(r) : r)];
}
