using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Time;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Security;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Security;

public class BorderRegionStudyTests
{
    private static readonly EnergySystem Region = Empty with
    {
        Zones = [new Zone { Id = "x", Iso = "XX" }, new Zone { Id = "y", Iso = "YY", BorderRegion = true }],
        Supplies = [Field("a", 100, 10)],
        Demands =
        [
            Town("a", 1),
            Town("b", 6, 9000, "homes") with { Protected = true },
            Town("b", 4, 1000, "works") with { Sector = DemandSector.Industry },
        ],
        Pipelines = [Line(20)],
        Outages = [new Outage { Id = "o", Asset = "line", PlannedStart = Start.AddDays(2), PlannedEnd = Start.AddDays(4) }],
        Measures =
        [
            new Measure
            {
                Id = "reserve", Level = CrisisLevel.Emergency, Kind = MeasureKind.StorageRelease, Node = "b", Rate = Mcm(5), Volume = McmAmount(5), LeadTime = 1, Cost = PerMcm(500), LegalBasis = "a law",
            },
        ],
    };

    [Fact]
    public void The_example_of_the_mathematics()
    {
        RegionSupply gas = Look(Region, "gas");
        SectorSupply homes = gas.Sectors.Single(s => s.Protected), works = gas.Sectors.Single(s => !s.Protected);
        homes.Curtailed.ShouldBeAbout(7, "6 on the third day, 1 on the fourth");
        homes.Short.Days.ShouldBe(2);
        homes.Short.WorstShare.ShouldBeAbout(1);
        homes.Short.Worst.ShouldBe(Start.AddDays(2).ToDateTime(TimeOnly.MinValue));
        works.Curtailed.ShouldBeAbout(8);
        works.Short.Days.ShouldBe(2);
        gas.Short.First.ShouldBe(Start.AddDays(2).ToDateTime(TimeOnly.MinValue));
        gas.Short.Last.ShouldBe(Start.AddDays(4).ToDateTime(TimeOnly.MinValue));
        gas.CurtailedProtected.ShouldBeAbout(7);
        gas.StressDays.ShouldBe(2);
        gas.StressServed.ShouldBeAbout(5);
        gas.Events.Single().Asset.ShouldBe("line");
        RegionHelp help = gas.Helped.Single();
        (help.Id, help.Days, help.Measure?.LeadTime, help.Measure?.LegalBasis).ShouldBe(("reserve", 1, 1, "a law"));
        help.Amount.ShouldBeAbout(5);
        help.Cost.ShouldBeAbout(2500);
        gas.WouldHelp[0].Id.ShouldBe("line", "the line spares homes that cost 9000 and runs at 10");
        gas.WouldHelp[0].Closed.ShouldBeTrue();
        gas.WouldHelp[0].Value.ShouldBeAbout(9000 - 10);
        gas.WouldHelp[1].Id.ShouldBe("reserve", "a reserve without a lead time");
        gas.WouldHelp[1].Value.ShouldBeAbout(9000 - 500);
    }

    [Fact]
    public void Another_line_that_carries_more_than_before_is_what_helped()
    {
        EnergySystem system = Region with { Pipelines = [Line(20), Line(20, tariff: 50, id: "other")], Measures = [] };
        RegionSupply gas = Look(system, "gas");
        gas.Short.Days.ShouldBe(0);
        gas.StressDays.ShouldBe(2, "the outage strikes, though nobody is short");
        RegionHelp help = gas.Helped.Single();
        (help.Kind, help.Id, help.Days).ShouldBe((HelpKind.Route, "other", 2));
        help.Amount.ShouldBeAbout(20);
        gas.WouldHelp.ShouldBeEmpty();
    }

    [Fact]
    public void A_region_that_nothing_reaches_is_not_served_but_not_connected()
    {
        RegionSupply power = Look(Region, "power");
        power.Connected.ShouldBeFalse();
        power.Sectors.ShouldBeEmpty();
        power.Short.Days.ShouldBe(0);
    }

    [Fact]
    public void Rounding_of_the_solver_is_no_short_day_and_a_month_counts_its_days()
    {
        var horizon = new Horizon(Start, Start.AddMonths(2), TimeStep.Month);
        BorderRegionStudy.ShortOf(horizon.Periods, [10, 10], [0.0099, 0.0101]).Days.ShouldBe(28, "February alone");
        BorderRegionStudy.ShortOf(horizon.Periods, [10, 1e-7], [0, 1e-7]).Days.ShouldBe(0, "a demand of almost nothing");
    }

    private static RegionSupply Look(EnergySystem system, string carrier) =>
        BorderRegionStudy.Run(system, Solve(system, days: 6)).Single(r => r.Carrier == carrier);
}
