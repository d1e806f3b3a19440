using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Rules;
using Corridor.Model.Units;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Explanation;
using Corridor.Studies.Infeasibility;
using static Corridor.Tests.Studies.Dispatch.SmallSystem;

namespace Corridor.Tests.Studies.Dispatch;

/// <summary>Lines whose flow is one signed variable: what is reported of them, forward and backward.</summary>
public class SignedFlowTests
{
    private static PowerLine Ac(string id, string from, string to, double rating = 2000, double? reverse = null, double reactance = 100) => new()
    {
        Id = id,
        From = from,
        To = to,
        Kind = PowerLineKind.Ac,
        Voltage = 500,
        Reactance = reactance,
        Rating = Power.FromMegawatts(rating),
        ReverseRating = reverse is { } limit ? Power.FromMegawatts(limit) : null,
    };

    private static readonly EnergySystem Ring = Empty with
    {
        Supplies = [Plant("p", 2000, 10), Plant("q", 2000, 30)],
        Demands = [City("r", 900)],
        PowerLines = [Ac("pq", "p", "q"), Ac("rp", "r", "p"), Ac("qr", "q", "r")],
    };

    private static readonly EnergySystem Congested = Ring with { PowerLines = [Ac("pq", "p", "q"), Ac("rp", "r", "p", reverse: 500), Ac("qr", "q", "r")] };

    /// <summary>From p to q over one line that is stated the other way round.</summary>
    private static EnergySystem Reversed(double reverse) => Empty with { Supplies = [Plant("p", 2000, 10)], Demands = [City("q", 300)], PowerLines = [Ac("qp", "q", "p", reverse: reverse)] };

    private static Rule OnLines(RuleEffect effect, double? megawatts = null) => new()
    {
        Id = "rule",
        Effect = effect,
        Start = Start,
        Carrier = "power",
        Origin = "x",
        Rate = megawatts is { } rate ? new Rate(rate, RateUnit.Parse("MW")) : null,
    };

    [Fact]
    public void A_loop_reports_the_net_flow_one_way_only()
    {
        DispatchResult result = Solve(Ring);
        result.Arcs[0].Flow[0][0].ShouldBeAbout(300 * 0.024, "a third of 900 MW goes around");
        result.Arcs[0].Flow[1][0].ShouldBe(0);
        result.Arcs[1].Flow[0][0].ShouldBe(0, "the line r to p carries backward only");
        result.Arcs[1].Flow[1][0].ShouldBeAbout(600 * 0.024);
        result.Program.ColumnCount.ShouldBe(2 + 1 + 3 + 3, "plants, curtailment, one flow a line, angles");
    }

    [Fact]
    public void A_line_full_backward_has_its_price_rent_and_reason_there()
    {
        DispatchResult result = Solve(Congested);
        result.Arcs[1].Flow[1][0].ShouldBeAbout(12, "500 MW");
        result.Price("r").ShouldBeAbout(50_000, "two more at 30 and one less at 10");
        result.Arcs[1].ShadowValue[1][0].ShouldBeAbout(60_000, "one more MW lets p give three more in place of q");
        result.Arcs[1].ShadowValue[0][0].ShouldBe(0);

        FlowExplanation flow = FlowStudy.Run(result, Congested, "rp", 0);
        (flow.Backward, flow.From, flow.To, flow.Reason).ShouldBe((true, "p", "r", FlowReason.Full));
        flow.Flow.ShouldBeAbout(12);
        flow.Rent.ShouldBeAbout(60_000);
        (flow.PriceFrom + flow.Lines.Sum(l => l.Amount)).ShouldBe(flow.PriceTo, 1e-6 * flow.PriceTo);
        flow.Lines.Where(l => l.Kind == PriceLineKind.RouteFull).Sum(l => l.Amount).ShouldBe(60_000, 1);

        PriceExplanation price = PriceStudy.Run(result, Congested, "r", 0);
        price.Lines.Sum(l => l.Amount).ShouldBe(price.Price, 1e-6 * price.Price);
        price.Links[0].Kind.ShouldBe(PriceLinkKind.Arrival);
        price.Links.ShouldAllBe(l => l.Rate >= 0);
        price.Arrivals.Select(a => (a.Element, a.Full)).ShouldBe([("rp", true), ("qr", false)], ignoreOrder: true);
    }

    [Fact]
    public void A_shortage_behind_a_line_that_is_full_backward_names_its_reverse_rating()
    {
        EnergySystem system = Reversed(100);
        CarrierShortage power = ShortageStudy.Run(Solve(system), system, "y", 0).Carriers.Single();
        power.Curtailed.ShouldBe(200 * 0.024, 1e-3);
        ShortageLimit limit = power.Limits.Single(l => l.Kind == LimitKind.Route);
        (limit.Element, limit.Column).ShouldBe(("qp", "reverse_rating"));
        limit.Value.ShouldBe(990_000, 10);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void A_firm_demand_behind_it_conflicts_with_its_reverse_rating(double reverse)
    {
        EnergySystem system = Reversed(reverse) with { Demands = [City("q", 300) with { CurtailmentCost = null }] };
        DispatchResult result = DispatchStudy.Run(Compile(system), new DispatchSettings(), null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Infeasible);
        InfeasibilityReport report = InfeasibilityStudy.Run(result);
        report.Conflict.ShouldContain(l => l.Kind == LimitKind.Route && l.Element == "qp" && l.Column == "reverse_rating" && Math.Abs(l.Amount - (reverse * 0.024)) < 1e-6);
        report.Proposals.ShouldContain(p => p.Changes.Count == 1 && p.Changes[0].Kind == LimitKind.Route && Math.Abs(p.Changes[0].Amount - ((300 - reverse) * 0.024)) < 1e-3);
    }

    [Fact]
    public void A_rating_chosen_for_a_line_that_carries_backward_is_that_of_its_flow()
    {
        EnergySystem system = Empty with
        {
            Supplies = [Plant("p", 2000, 10), Plant("q", 2000, 30)],
            Demands = [City("q", 300)],
            PowerLines = [Ac("one", "q", "p", 100), Ac("two", "q", "p", 100)],
            Expansions = [new Expansion { Asset = "one", Cost = 24, RateUnit = RateUnit.Parse("MW") }],
        };
        DispatchResult result = Solve(system);
        (result.Capacities[0].Capacity / 0.024).ShouldBeAbout(100, "the other line holds both to 100");
        result.Arcs[0].Flow[1][0].ShouldBeAbout(2.4);
        result.Arcs[0].Flow[0][0].ShouldBe(0);
        result.Arcs[0].ShadowValue[1][0].ShouldBe(1000, 1, "24 for a day of one MW, that is 0.024 GWh");
    }

    [Fact]
    public void A_prohibition_of_one_direction_has_its_worth()
    {
        EnergySystem system = Reversed(2000) with { Supplies = [Plant("p", 2000, 10), Plant("q", 2000, 30)], Demands = [City("p", 100), City("q", 300)] };
        DispatchResult result = Solve(system with { Rules = [OnLines(RuleEffect.Forbid)] });
        result.Arcs[0].Flow[1][0].ShouldBe(0, 1e-9);
        result.Rules[0].Binding.ShouldBeTrue();
        result.Rules[0].ShadowValue.ShouldBeAbout(20_000, "power at 30 in place of 10");
    }

    [Fact]
    public void Costs_levies_and_rules_of_a_direction_keep_the_two_directions_apart()
    {
        static int Columns(EnergySystem system) => Solve(system).Program.ColumnCount;
        int free = Columns(Reversed(2000));
        Columns(Reversed(2000) with { TransitFees = [new TransitFee { Id = "fee", Arc = "qp", Direction = ArcDirection.Reverse, Charge = new UnitPrice(1, PriceUnit.Parse("USD/MWh")) }] }).ShouldBe(free + 1);
        DispatchResult capped = Solve(Reversed(2000) with { Rules = [OnLines(RuleEffect.CapVolume, 120)] });
        capped.Program.ColumnCount.ShouldBe(free + 1);
        capped.Arcs[0].Flow[1][0].ShouldBeAbout(120 * 0.024);
    }

    [Fact]
    public void Random_grids_carry_one_way_and_cost_what_two_directions_would()
    {
        for (int seed = 1; seed <= 25; seed++)
        {
            EnergySystem system = Random(new Random(seed));
            DispatchResult result = Solve(system);
            foreach (ArcResult arc in result.Arcs)
                Math.Min(arc.Flow[0][0], arc.Flow[1][0]).ShouldBeLessThanOrEqualTo(1e-9, $"seed {seed}");

            // A cap that cannot bind sums the directions of the lines, and so keeps them apart.
            DispatchResult pairs = Solve(system with { Rules = [.. system.PowerLines.Select(l => OnLines(RuleEffect.CapVolume, 1e6) with { Id = "on-" + l.Id, Origin = null, Asset = l.Id })] });
            pairs.Program.ColumnCount.ShouldBe(result.Program.ColumnCount + system.PowerLines.Count);
            result.Objective.ShouldBe(pairs.Objective, 1e-6 * (1 + pairs.Objective), $"seed {seed}");
            for (int a = 0; a < result.Arcs.Count; a++)
                (result.Arcs[a].Flow[0][0] - result.Arcs[a].Flow[1][0]).ShouldBe(pairs.Arcs[a].Flow[0][0] - pairs.Arcs[a].Flow[1][0], 1e-3, $"seed {seed}");
        }
    }

    [Fact]
    public void The_same_grid_gives_the_same_bits_for_any_number_of_threads()
    {
        EnergySystem system = Random(new Random(7));
        double[] Primal(int threads) => DispatchStudy.Run(Compile(system), new DispatchSettings { Threads = threads }, null, CancellationToken.None).Solution.Primal;
        Primal(1).ShouldBe(Primal(2));
        Primal(2).ShouldBe(Primal(2));
    }

    /// <summary>A ring of 8 buses with chords, lines stated in either direction, some tight, plants of different costs.</summary>
    private static EnergySystem Random(Random random)
    {
        const int buses = 8;
        var lines = new List<PowerLine>();
        void Line(int from, int to)
        {
            if (random.Next(2) == 0)
                (from, to) = (to, from);
            lines.Add(Ac($"l{lines.Count}", $"n{from}", $"n{to}", random.Next(100, 600), random.Next(100, 600), 50 + (100 * random.NextDouble())));
        }

        for (int n = 0; n < buses; n++)
            Line(n, (n + 1) % buses);
        for (int k = 0; k < 4; k++)
            Line(k, k + 3 + random.Next(2));
        return Empty with
        {
            Nodes = [.. Enumerable.Range(0, buses).Select(n => new Node { Id = $"n{n}", Carrier = "power", Zone = n % 2 == 0 ? "x" : "y" })],
            Supplies = [.. Enumerable.Range(0, 4).Select(k => Plant($"n{2 * k}", random.Next(200, 800), 10 + (7 * k) + random.NextDouble(), $"plant-{k}"))],
            Demands = [.. Enumerable.Range(0, buses).Select(n => City($"n{n}", random.Next(20, 200), 500 + n))],
            PowerLines = lines,
        };
    }
}
