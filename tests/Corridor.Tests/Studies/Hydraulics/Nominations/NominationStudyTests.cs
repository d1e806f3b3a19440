using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;

namespace Corridor.Tests.Studies.Hydraulics.Nominations;

public sealed class NominationStudyTests
{
    [Fact]
    public void A_pressure_that_can_just_be_reached_is_feasible()
    {
        double reached = NominationCases.ReachedAtExit();

        NominationVerdict verdict = Validate(NominationCases.OnePipe(reached * 0.9999));

        Confirm(verdict);
        verdict.Solution!.Nodes[0].Pressure.ShouldBeInRange(59e5, 60e5 * (1.0 + 1e-6));
    }

    [Fact]
    public void A_pressure_a_thousandth_too_high_is_refuted_and_the_conflict_named()
    {
        double reached = NominationCases.ReachedAtExit();

        NominationVerdict verdict = Validate(NominationCases.OnePipe(reached * 1.001));

        verdict.Status.ShouldBe(NominationStatus.Infeasible);
        verdict.Proof!.Holds().ShouldBeTrue();
        string words = string.Join(" ", verdict.Explanation);
        words.ShouldContain("greatest pressure 60 bar at in");
        words.ShouldContain("at out");
        words.ShouldContain("pipe p");
    }

    [Fact]
    public void A_proof_with_another_ray_does_not_hold()
    {
        NominationVerdict verdict = Validate(NominationCases.OnePipe(59.9));
        NominationProofCase part = verdict.Proof!.Cases[0];

        new NominationProof([part with { Ray = new double[part.Ray.Length] }]).Holds().ShouldBeFalse();
        new NominationProof([]).Holds().ShouldBeFalse();
    }

    [Fact]
    public void A_regulator_lowers_the_pressure_where_the_exit_bears_little()
    {
        GasNode[] nodes = [NominationCases.Node("in", 10.0, 50.0, 60.0), NominationCases.Node("mid", 0.0, 10.0, 60.0), NominationCases.Node("out", -10.0, 10.0, 16.0)];
        var regulator = new GasControlValve { Id = "cv", From = 1, To = 2, PressureDropMin = 1e5 };

        NominationVerdict verdict = Validate(NominationCases.Of(nodes, NominationCases.Pipe("p", 0, 1), regulator));
        NominationVerdict without = Validate(NominationCases.Of(nodes, NominationCases.Pipe("p", 0, 1), new GasShortPipe { Id = "s", From = 1, To = 2 }));

        Confirm(verdict);
        verdict.Settings.Single().Mode.ShouldBe(StationMode.OutletPressure);
        verdict.Settings.Single().Value.ShouldBeInRange(10e5, 16e5 * (1.0 + 1e-6));
        without.Status.ShouldBe(NominationStatus.Infeasible);
    }

    [Fact]
    public void A_valve_between_two_pressures_is_closed()
    {
        GasNode[] nodes =
        [
            NominationCases.Node("high", 20.0, 60.0, 70.0), NominationCases.Node("high-out", -20.0, 50.0, 70.0),
            NominationCases.Node("low", 20.0, 20.0, 30.0), NominationCases.Node("low-out", -20.0, 10.0, 30.0),
        ];

        NominationVerdict verdict = Validate(NominationCases.Of(
            nodes, NominationCases.Pipe("a", 0, 1, 10.0), NominationCases.Pipe("b", 2, 3, 10.0), new GasValve { Id = "v", From = 1, To = 3 }));

        Confirm(verdict);
        verdict.Settings.Single().Mode.ShouldBe(StationMode.Closed);
    }

    [Fact]
    public void A_station_runs_where_the_exit_needs_more_than_the_entry_has()
    {
        NominationVerdict verdict = Validate(Compressed(ratio: null));

        Confirm(verdict);
        verdict.Settings.Single().Mode.ShouldBe(StationMode.OutletPressure);
        verdict.Power.ShouldBeGreaterThan(1e5);
        verdict.Solution!.Nodes[2].Pressure.ShouldBe(50e5, 50e5 * 1e-4, "the least pressure takes least power");
    }

    [Fact]
    public void A_station_whose_ratio_is_too_small_is_refuted()
    {
        NominationVerdict verdict = Validate(Compressed(ratio: 1.1));

        verdict.Status.ShouldBe(NominationStatus.Infeasible);
        verdict.Proof!.Holds().ShouldBeTrue();
        string.Join(" ", verdict.Explanation).ShouldContain("compressor cs");
    }

    [Theory]
    [InlineData(false, NominationStatus.Infeasible)]
    [InlineData(true, NominationStatus.Feasible)]
    public void Gas_passes_a_station_backwards_in_its_bypass_only(bool hasBypass, NominationStatus expected)
    {
        GasNode[] nodes = [NominationCases.Node("north", -10.0, 30.0, 60.0), NominationCases.Node("south", 10.0, 30.0, 60.0)];
        GasCompressorStation station = NominationCases.Station("cs", 0, 1) with { HasBypass = hasBypass, FlowMin = hasBypass ? -1e3 : 0.0 };

        NominationVerdict verdict = Validate(NominationCases.Of(nodes, station));

        verdict.Status.ShouldBe(expected);
        if (hasBypass)
            verdict.Settings.Single().Mode.ShouldBe(StationMode.Bypass);
        else
            string.Join(" ", verdict.Explanation).ShouldContain("only by compressor cs");
    }

    [Fact]
    public void Decision_groups_leave_one_combination_that_works()
    {
        GasNode[] nodes = [NominationCases.Node("in", 20.0, 40.0, 40.0), NominationCases.Node("a", 0.0, 10.0, 90.0), NominationCases.Node("out", -20.0, 50.0, 60.0)];
        GasNetwork network = NominationCases.Of(
            nodes,
            NominationCases.Pipe("p", 0, 1, 10.0),
            NominationCases.Station("cs", 1, 2),
            new GasValve { Id = "v", From = 1, To = 2 }) with
        {
            DecisionGroups =
            [
                new DecisionGroup("g", [
                    new Decision("off", [new DecisionState(1, false, 0), new DecisionState(2, false, 0)]),
                    new Decision("past", [new DecisionState(1, false, 0), new DecisionState(2, true, 1)]),
                    new Decision("through", [new DecisionState(1, true, 1), new DecisionState(2, false, 0)]),
                ]),
            ],
        };

        NominationVerdict verdict = Validate(network);
        GasNetwork less = network with { DecisionGroups = [new DecisionGroup("g", [.. network.DecisionGroups[0].Decisions.Take(2)])] };
        NominationVerdict refused = Validate(less);

        Confirm(verdict);
        verdict.Settings.Single(s => s.Element == 1).Mode.ShouldBe(StationMode.OutletPressure);
        verdict.Settings.Single(s => s.Element == 2).Mode.ShouldBe(StationMode.Closed);
        refused.Status.ShouldBe(NominationStatus.Infeasible);
        refused.Proof!.Cases.Select(c => c.Condition).ShouldBe(["g: off", "g: past"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1e-4, NominationStatus.Feasible)]
    [InlineData(1e-2, NominationStatus.Infeasible)]
    public void A_difference_of_entries_and_exits_within_the_tolerance_is_rounding(double share, NominationStatus expected)
    {
        GasNode[] nodes = [NominationCases.Node("in", 30.0 * (1.0 + share), 10.0, 60.0), NominationCases.Node("out", -30.0, 10.0, 80.0)];

        NominationVerdict verdict = Validate(NominationCases.Of(nodes, NominationCases.Pipe("p", 0, 1)));

        verdict.Status.ShouldBe(expected);
        verdict.Imbalance.ShouldBe(30.0 * share, 1e-9);
        verdict.Explanation.ShouldContain(line => line.Contains("differ by", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loop_that_cannot_carry_the_flow_is_refuted_by_cases()
    {
        GasNode[] nodes =
        [
            NominationCases.Node("in", 60.0, 40.0, 60.0), NominationCases.Node("a", 0.0, 20.0, 60.0),
            NominationCases.Node("b", 0.0, 20.0, 60.0), NominationCases.Node("out", -60.0, 20.0, 60.0),
        ];
        GasElement[] pipes =
        [
            NominationCases.Pipe("one", 0, 1), NominationCases.Pipe("two", 0, 2), NominationCases.Pipe("three", 1, 3),
            NominationCases.Pipe("four", 2, 3), NominationCases.Pipe("cross", 1, 2),
        ];
        GasNode held = nodes[0] with { PressureSetpoint = 60e5 };
        double reached = SteadyFlow.Solve(NominationCases.Of([held, .. nodes[1..]], pipes), NominationCases.Settings).Nodes[3].Pressure / 1e5;

        NominationVerdict feasible = Validate(NominationCases.Of([.. nodes[..3], NominationCases.Node("out", -60.0, reached * 0.999, 60.0)], pipes));
        NominationVerdict refused = Validate(NominationCases.Of([.. nodes[..3], NominationCases.Node("out", -60.0, reached * 1.01, 60.0)], pipes));

        Confirm(feasible);
        refused.Status.ShouldBe(NominationStatus.Infeasible);
        refused.Proof!.Holds().ShouldBeTrue();
    }

    [Fact]
    public void A_gas_without_the_figures_of_its_law_leaves_the_nomination_undecided()
    {
        GasNetwork network = NominationCases.OnePipe(20.0) with { Gas = new GasQuality { Name = "bare", MolarMass = 18e-3 } };

        NominationVerdict verdict = Validate(network);

        verdict.Status.ShouldBe(NominationStatus.Undecided);
        verdict.Explanation.Single().ShouldContain("pseudocritical pressure");
    }

    [Fact]
    public void The_same_nomination_gives_the_same_bits()
    {
        NominationVerdict one = Validate(Compressed(ratio: null));
        NominationVerdict two = Validate(Compressed(ratio: null));

        two.Settings.ShouldBe(one.Settings);
        for (int i = 0; i < one.Solution!.Nodes.Count; i++)
            BitConverter.DoubleToInt64Bits(two.Solution!.Nodes[i].Pressure).ShouldBe(BitConverter.DoubleToInt64Bits(one.Solution.Nodes[i].Pressure));
    }

    [Fact]
    public void A_cancelled_search_decides_nothing_false()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        NominationStudy.Validate(NominationCases.OnePipe(20.0), NominationCases.Settings, null, stop.Token).Status.ShouldBe(NominationStatus.Undecided);
    }

    private static GasNetwork Compressed(double? ratio) => NominationCases.Of(
        [NominationCases.Node("in", 20.0, 40.0, 40.0), NominationCases.Node("mid", 0.0, 10.0, 90.0), NominationCases.Node("out", -20.0, 50.0, 80.0)],
        NominationCases.Pipe("p", 0, 1, 10.0),
        NominationCases.Station("cs", 1, 2) with { RatioMax = ratio });

    private static NominationVerdict Validate(GasNetwork network) => NominationStudy.Validate(network, NominationCases.Settings);

    /// <summary>Solves the network of the verdict again and holds every bound against it.</summary>
    private static void Confirm(NominationVerdict verdict)
    {
        verdict.Status.ShouldBe(NominationStatus.Feasible, string.Join(" ", verdict.Explanation));
        verdict.BoundViolation.ShouldBeLessThanOrEqualTo(1e-6);
        HydraulicSolution solution = SteadyFlow.Solve(verdict.Network!, NominationCases.Settings);
        solution.Status.ShouldBe(HydraulicStatus.Converged);
        for (int i = 0; i < solution.Nodes.Count; i++)
        {
            GasNode node = verdict.Network!.Nodes[i];
            solution.Nodes[i].Pressure.ShouldBeInRange(node.PressureMin!.Value * (1.0 - 1e-6), node.PressureMax!.Value * (1.0 + 1e-6));
            solution.Nodes[i].Injection.ShouldBe(node.Injection, 1e-5);
        }
    }
}
