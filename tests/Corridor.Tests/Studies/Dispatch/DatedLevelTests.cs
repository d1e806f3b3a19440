using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>A store of 100 that held 80 on the first day and 30 two days later gives 50 to a town that would else pay for dear gas.</summary>
public sealed class DatedLevelTests
{
    private static readonly EnergySystem Package = Empty with
    {
        Supplies = [Field("a", 100, 10)],
        Demands = [Town("a", 60)],
        Storages = [new Storage { Id = "store", Node = "a", Kind = StorageKind.Underground, WorkingVolume = McmAmount(100), MaxInjection = Mcm(50), MaxWithdrawal = Mcm(50), FirstLevel = 0.5 }],
        DatedValues = [Level("2025-01-01", "0.8"), Level("2025-01-03", "0.3")],
    };

    private static DatedValue Level(string day, string share)
    {
        DateOnly start = DateOnly.ParseExact(day, "yyyy-MM-dd");
        return new DatedValue { Table = "storages", Subject = "store", Column = "first_level", Start = start, End = start.AddDays(1), Value = share };
    }

    [Fact]
    public void Levels_at_both_ends_hold()
    {
        DispatchResult result = Solve(Package, days: 2);
        result.Storages[0].FirstLevel.ShouldBeAbout(80);
        result.Storages[0].Level[1].ShouldBeAbout(30);
        (result.Storages[0].Withdrawal.Sum() - result.Storages[0].Injection.Sum()).ShouldBeAbout(50);
    }

    [Fact]
    public void A_level_at_one_end_alone_does_not_hold()
    {
        DispatchResult result = Solve(Package, days: 3);
        result.Storages[0].FirstLevel.ShouldBeAbout(50, "that of the table");
    }

    [Fact]
    public void The_certificate_holds_them_too()
    {
        DispatchCertificate certificate = DispatchCertifier.Check(Package with { DatedValues = [Level("2025-01-01", "0.8"), Level("2025-01-03", "0.4")] }, Solve(Package, days: 2));
        certificate.Items.Where(i => !i.Passed).Select(i => i.Name).ShouldBe(["storage first and last level"]);
    }
}
