using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Studies.Infeasibility;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>The worked examples 32 to 34 and 38 of docs/mathematics/dispatch.md: power lines that follow a law, and demand that cannot be curtailed.</summary>
public class PowerExamples
{
    private const double DegreesPerRadian = 180 / Math.PI;

    private static PowerLine Ac(string id, string from = "p", string to = "q", double reactance = 100, double rating = 2000) => new()
    {
        Id = id,
        From = from,
        To = to,
        Kind = PowerLineKind.Ac,
        Voltage = 500,
        Reactance = reactance,
        Rating = Power.FromMegawatts(rating),
    };

    private static PowerLine Mesh(string id, string from, string to, double resistance) => Ac(id, from, to) with { Kind = PowerLineKind.DcMeshed, Reactance = null, Resistance = resistance };

    private static double Megawatts(DispatchResult result, int arc) => (result.Arcs[arc].Flow[0][0] - result.Arcs[arc].Flow[1][0]) / 0.024;

    private static readonly EnergySystem Parallel = Empty with { Supplies = [Plant("p", 2000, 10), Plant("q", 2000, 30)], Demands = [City("q", 300)] };

    [Fact]
    public void Example_32_a_mesh_of_direct_current_shares_by_resistances_beside_an_island_of_angles()
    {
        EnergySystem system = Empty with
        {
            Nodes = [.. Empty.Nodes, new Node { Id = "s", Carrier = "power", Zone = "y" }, new Node { Id = "t", Carrier = "power", Zone = "y" }],
            Supplies = [Plant("p", 2000, 10)],
            Demands = [City("r", 400), City("t", 100)],
            PowerLines =
            [
                Mesh("pr", "p", "r", 1), Mesh("pq", "p", "q", 1), Mesh("qr", "q", "r", 2),
                Ac("link", "r", "s") with { Kind = PowerLineKind.Dc }, Ac("st", "s", "t"), Ac("st2", "s", "t"),
            ],
        };
        DispatchResult result = Solve(system);
        Megawatts(result, 0).ShouldBeAbout(375, "three quarters of 500: 1 ohm against 1 + 2");
        Megawatts(result, 1).ShouldBeAbout(125);
        Megawatts(result, 4).ShouldBeAbout(50, "the alternating lines share by their own law");
        DispatchCertificate refuted = DispatchCertifier.Check(system with { PowerLines = [Mesh("pr", "p", "r", 1.1), .. system.PowerLines.Skip(1)] }, result);
        refuted.Find("angles")!.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Example_32_b_one_node_can_have_an_angle_and_a_voltage()
    {
        DispatchResult result = Solve(Parallel with { PowerLines = [Mesh("dc", "p", "q", 1) with { Rating = Power.FromMegawatts(100) }, Ac("ac") with { Tariff = new UnitPrice(1, PriceUnit.Parse("USD/MWh")) }] });
        Megawatts(result, 0).ShouldBeAbout(100, "neither law binds the other");
        Megawatts(result, 1).ShouldBeAbout(200);
    }

    [Fact]
    public void Example_33_taps_and_shifts_move_the_flow()
    {
        DispatchResult tapped = Solve(Parallel with { PowerLines = [Ac("one") with { TapRatio = 2 }, Ac("two")] });
        Megawatts(tapped, 0).ShouldBeAbout(100, "half the susceptance");
        Megawatts(tapped, 1).ShouldBeAbout(200);
        EnergySystem shifted = Parallel with { PowerLines = [Ac("one") with { PhaseShift = 0.02 * DegreesPerRadian }, Ac("two")] };
        DispatchResult result = Solve(shifted);
        Megawatts(result, 0).ShouldBeAbout(125, "2,500 MW/rad · 0.02 rad = 50 MW less than its share, halved");
        Megawatts(result, 1).ShouldBeAbout(175);
        EnergySystem unshifted = Parallel with { PowerLines = [Ac("one"), Ac("two")] };
        DispatchCertifier.Check(unshifted, result).Find("angles")!.Passed.ShouldBeFalse("without the shift both would carry 150");
        DispatchCertifier.Check(shifted, Solve(unshifted)).Find("angles")!.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Example_33_b_angles_have_limits_and_reactances_may_be_negative()
    {
        EnergySystem limited = Parallel with { PowerLines = [Ac("one"), Ac("two") with { AngleMax = 0.05 * DegreesPerRadian }] };
        DispatchResult held = Solve(limited);
        Megawatts(held, 0).ShouldBeAbout(125, "2,500 MW/rad · 0.05 rad");
        held.Supplies[1].Output[0].ShouldBeAbout(50 * 0.024);
        DispatchCertifier.Check(limited with { PowerLines = [Ac("one"), Ac("two") with { AngleMax = 0.04 * DegreesPerRadian }] }, held).Find("angle limits")!.Passed.ShouldBeFalse();
        DispatchResult negative = Solve(Parallel with { PowerLines = [Ac("coil"), Ac("capacitor", reactance: -200)] });
        Megawatts(negative, 0).ShouldBeAbout(600, "2,500 − 1,250 MW/rad carry 300 MW");
        Megawatts(negative, 1).ShouldBeAbout(-300);
    }

    [Fact]
    public void A_chosen_rating_leaves_the_susceptance_as_it_is()
    {
        EnergySystem system = Parallel with
        {
            PowerLines = [Ac("one", rating: 100), Ac("two", rating: 100)],
            Expansions = [new Expansion { Asset = "one", Cost = 24, RateUnit = RateUnit.Parse("MW") }],
        };
        DispatchResult result = Solve(system);
        Megawatts(result, 0).ShouldBeAbout(100, "the other line holds both to 100");
        (result.Capacities[0].Capacity / 0.024).ShouldBeAbout(100);
    }

    [Fact]
    public void Example_34_a_demand_that_cannot_be_curtailed_is_served_or_proved_impossible()
    {
        Demand firm = Town("a", 100, id: "works") with { CurtailmentCost = null };
        EnergySystem system = Empty with { Supplies = [Field("a", 120, 20)], Demands = [firm] };
        DispatchResult served = Solve(system);
        served.Price("a").ShouldBeAbout(20);
        served.Demands[0].Curtailed[0].ShouldBe(0);
        EnergySystem short_ = system with { Supplies = [Field("a", 60, 20)] };
        DispatchResult result = DispatchStudy.Run(Compile(short_), new DispatchSettings(), null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Infeasible);
        InfeasibilityReport report = InfeasibilityStudy.Run(result);
        report.Conflict.ShouldContain(l => l.Kind == LimitKind.FirmDemand && l.Element == "works" && Math.Abs(l.Amount - 100) < 1e-6);
        report.Conflict.ShouldContain(l => l.Kind == LimitKind.SupplyMaximum && l.Element == "field-a");
        report.Proposals.ShouldContain(p => p.Changes.Count == 1 && p.Changes[0].Element == "field-a" && Math.Abs(p.Changes[0].Amount - 40) < 1e-3);
        InfeasibilitySummary words = new InfeasibilityWords(short_).Of(report);
        string.Join("; ", words.Conflict.Select(c => c.Text)).ShouldContain("cannot be curtailed and need 100");
    }

    [Fact]
    public void Example_38_a_link_loses_something_whatever_it_carries()
    {
        PowerLine link = Ac("link") with { Kind = PowerLineKind.Dc, LossShare = 0.1, FixedLoss = Power.FromMegawatts(2) };
        DispatchResult result = Solve(Empty with { Supplies = [Plant("p", 2000, 10)], Demands = [City("q", 90)], PowerLines = [link] });
        Megawatts(result, 0).ShouldBeAbout(92 / 0.9);
    }
}
