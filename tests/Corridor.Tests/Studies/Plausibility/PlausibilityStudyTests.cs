using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Plausibility;
using Corridor.Tests.Studies.Dispatch;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Plausibility;

public sealed class PlausibilityStudyTests
{
    private static string[] Warnings(EnergySystem system)
    {
        var findings = new FindingList();
        PlausibilityStudy.Check(DispatchStudy.Run(Compile(system, 2), new DispatchSettings(), null, CancellationToken.None), findings);
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Warning && f.Hint != null);
        return [.. findings.Items.Select(f => $"{f.Code} {f.Subject}")];
    }

    [Fact]
    public void A_sound_package_gives_none() =>
        Warnings(Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 90)], Pipelines = [Line(70)] }).ShouldBeEmpty();

    [Fact]
    public void A_demand_a_thousand_times_too_large() =>
        Warnings(Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("b", 90_000)], Pipelines = [Line(70)] })
            .ShouldBe(["C010 demands town-b", "C009 demands town-b"]);

    [Fact]
    public void A_field_that_dwarfs_all_others() =>
        Warnings(Empty with { Supplies = [Field("a", 20, 20, "f1"), Field("a", 30, 20, "f2"), Field("a", 40, 20, "f3"), Field("a", 10_000, 20, "f4")], Demands = [Town("a", 90)] })
            .ShouldBe(["C012 supplies f4"]);

    [Fact]
    public void A_contract_floor_above_its_line() => Warnings(Empty with
    {
        Supplies = [Field("a", 200, 20)],
        Demands = [Town("b", 90)],
        Pipelines = [Line(70)],
        Actors = [new Actor { Id = "seller", Kind = ActorKind.Company, Zone = "x" }, new Actor { Id = "buyer", Kind = ActorKind.Company, Zone = "y" }],
        Contracts = [new Contract { Id = "deal", Seller = "seller", Buyer = "buyer", Carrier = "gas", Delivery = "line", Acq = McmAmount(36_500), MinDaily = Mcm(80), Start = Start, End = Start.AddYears(5) }],
    }).ShouldBe(["C011 contracts deal"]);

    [Theory]
    [InlineData(90, 1000, null, true)]
    [InlineData(365, 1000, null, false)]
    [InlineData(731, 1000, null, false)]
    [InlineData(90, 100, null, false)]
    [InlineData(90, 1000, 0.2, false)]
    public void A_winter_alone_whose_stores_must_end_full(int days, double volume, double? last, bool warned)
    {
        var store = new Storage
        {
            Id = "store", Node = "a", Kind = StorageKind.Underground, WorkingVolume = McmAmount(volume), MaxInjection = Mcm(10), MaxWithdrawal = Mcm(10),
            FirstLevel = last is null ? null : 0.9, LastLevel = last,
        };
        EnergySystem system = Empty with { Supplies = [Field("a", 200, 20)], Demands = [Town("a", 90)], Storages = [store] };
        var findings = new FindingList();
        CompiledNetwork network = NetworkCompiler.Compile(system, new Horizon(Start, Start.AddDays(days), TimeStep.Month), new FindingList()).ShouldNotBeNull();
        PlausibilityStudy.Check(DispatchStudy.Run(network, new DispatchSettings { Threads = 1 }, null, CancellationToken.None), findings);
        findings.Items.Select(f => $"{f.Code} {f.Subject}").ShouldBe(warned ? ["C013 storages store"] : []);
    }
}
